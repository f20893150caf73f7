"""A list of findings that are known, so that only new ones count. It holds hashes: it tells nothing about the texts."""

import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import compress
from pathlib import Path

from schrijfhulp.configuration import ConfigurationError
from schrijfhulp.output.places import Checked


def read(path: Path) -> frozenset[str]:
    """The fingerprints in a file. Raises ConfigurationError."""
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigurationError(f"{path}: dit bestand bestaat niet; maak het met --update-baseline.") from None
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"{path}: dit is geen lijst met bekende bevindingen.") from error
    if not isinstance(known, list) or not all(isinstance(item, str) for item in known):
        raise ConfigurationError(f"{path}: dit is geen lijst met bekende bevindingen.")
    return frozenset(known)


def write(path: Path, found: Iterable[str]) -> None:
    """Save fingerprints, one a line, in order: a change of the list is easy to review."""
    path.write_text(json.dumps(sorted(found), indent=0) + "\n", encoding="utf-8")


def only_new(checked: Checked, known: frozenset[str]) -> Checked:
    """The same text without the findings that are known."""
    new = [fingerprint not in known for fingerprint in checked.fingerprints]
    report, plain = (
        replace(report, findings=tuple(compress(report.findings, new))) for report in (checked.report, checked.plain)
    )
    return replace(checked, report=report, plain=plain, fingerprints=tuple(compress(checked.fingerprints, new)))
