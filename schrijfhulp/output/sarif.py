"""SARIF 2.1.0 (OASIS): what code hosts and editors read. https://docs.oasis-open.org/sarif/sarif/v2.1.0/"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from schrijfhulp import __version__
from schrijfhulp.output.places import Checked, Lines
from schrijfhulp.rulebook import Rule
from schrijfhulp.types import Finding, Suggestion

LEVELS = {"hoog": "error", "midden": "warning", "laag": "note"}
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def lines(files: Iterable[Checked]) -> Iterator[str]:
    """One SARIF log."""
    results: list[dict[str, Any]] = []
    used: dict[str, Rule | None] = {}
    for checked in files:
        places = Lines(checked.source)
        for finding, fingerprint in zip(checked.report.findings, checked.fingerprints, strict=True):
            used[finding.rule] = checked.rules.get(finding.rule)
            results.append(_result(checked, places, finding, fingerprint))
    driver = {"name": "Schrijfhulp", "version": __version__, "rules": [_rule(*item) for item in sorted(used.items())]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "language": "nl-NL", "results": results}
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(key: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:  # one of LanguageTool's
        return {"id": key}
    return {
        "id": key,
        "name": rule.title,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "helpUri": rule.source,
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(checked: Checked, places: Lines, finding: Finding, fingerprint: str) -> dict[str, Any]:
    result = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(checked.name)},
                    "region": _region(places, finding.start, finding.end),
                }
            }
        ],
        "partialFingerprints": {"schrijfhulp/v1": fingerprint},
    }
    fixes = [_fix(checked.name, places, suggestion) for suggestion in finding.suggestions]
    return {**result, "fixes": fixes} if fixes else result


def _fix(name: str, places: Lines, suggestion: Suggestion) -> dict[str, Any]:
    replacement = {
        "deletedRegion": _region(places, suggestion.start, suggestion.end),
        "insertedContent": {"text": suggestion.text},
    }
    return {"artifactChanges": [{"artifactLocation": {"uri": _uri(name)}, "replacements": [replacement]}]}


def _region(places: Lines, start: int, end: int) -> Mapping[str, int]:
    line, column = places.place(start)
    end_line, end_column = places.place(end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": start,
        "charLength": end - start,
    }


def _uri(name: str) -> str:
    return quote("stdin" if name == "-" else PurePath(name).as_posix())
