"""Findings for what runs on every change of a repository: Checkstyle, GitHub's annotations, GitLab's Code Quality."""

import json
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from schrijfhulp import __version__
from schrijfhulp.output.excerpts import printable
from schrijfhulp.output.places import Checked, Lines

CHECKSTYLE = {"hoog": "error", "midden": "warning", "laag": "info"}
GITHUB = {"hoog": "error", "midden": "warning", "laag": "notice"}
GITLAB = {"hoog": "major", "midden": "minor", "laag": "info"}


def checkstyle(files: Iterable[Checked]) -> Iterator[str]:
    """Checkstyle's XML."""
    root = ElementTree.Element("checkstyle", version=f"schrijfhulp-{__version__}")
    for checked in files:
        places = Lines(checked.source)
        element = ElementTree.SubElement(root, "file", name=checked.name)
        for finding in checked.report.findings:
            line, column = places.place(finding.start)
            ElementTree.SubElement(
                element,
                "error",
                line=str(line),
                column=str(column),
                severity=CHECKSTYLE[finding.severity],
                message=printable(finding.message),
                source=f"schrijfhulp.{finding.rule}",
            )
    ElementTree.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield ElementTree.tostring(root, encoding="unicode")


def github(files: Iterable[Checked]) -> Iterator[str]:
    """GitHub's workflow commands, one a finding."""
    for checked in files:
        places = Lines(checked.source)
        for finding in checked.report.findings:
            line, column = places.place(finding.start)
            end_line, end_column = places.place(finding.end)
            place = f"file={_property(checked.name)},line={line},endLine={end_line}"
            columns = f",col={column},endColumn={end_column}" if line == end_line else ""
            title = _property(finding.rule)
            yield f"::{GITHUB[finding.severity]} {place}{columns},title={title}::{_data(finding.message)}"


def gitlab(files: Iterable[Checked]) -> Iterator[str]:
    """GitLab's Code Quality report."""
    issues = []
    for checked in files:
        places = Lines(checked.source)
        for finding, fingerprint in zip(checked.report.findings, checked.fingerprints, strict=True):
            issues.append(
                {
                    "description": finding.message,
                    "check_name": finding.rule,
                    "fingerprint": fingerprint,
                    "severity": GITLAB[finding.severity],
                    "location": {
                        "path": checked.name,
                        "lines": {"begin": places.place(finding.start)[0], "end": places.place(finding.end)[0]},
                    },
                }
            )
    yield json.dumps(issues, ensure_ascii=False, indent=2)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
