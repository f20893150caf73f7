"""The report for programs: versioned JSON. Offsets count code points of the file; lines and columns start at 1."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from schrijfhulp import __version__
from schrijfhulp.output.places import Checked, Lines

VERSION = 1  # goes up when a key changes its meaning or disappears
MADE_BY = {"version": VERSION, "schrijfhulp": __version__}


def one(files: Iterable[Checked]) -> Iterator[str]:
    """All checked files as one JSON object."""
    content = {**MADE_BY, "files": [of_file(item) for item in files]}
    yield json.dumps(content, ensure_ascii=False, indent=2)


def one_a_line(files: Iterable[Checked]) -> Iterator[str]:
    """A JSON object on a line for each file (JSON Lines)."""
    for item in files:
        yield json.dumps({**MADE_BY, **of_file(item)}, ensure_ascii=False)


def of_text(checked: Checked) -> dict[str, Any]:
    """One text without a name, as plain JSON types with the version."""
    report = of_file(checked)
    del report["file"]
    return {**MADE_BY, **report}


def of_file(checked: Checked) -> dict[str, Any]:
    """One checked file as plain JSON types: its name, and its report with lines and columns."""
    report = checked.report.to_dict()
    del report["version"]
    lines = Lines(checked.source)
    for finding in report["findings"]:
        finding["line"], finding["column"] = lines.place(finding["start"])
    return {"file": checked.name, **report}
