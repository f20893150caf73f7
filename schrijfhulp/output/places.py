"""A report in terms of the file that the writer has open: offsets in its source, lines and columns."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, cast

from schrijfhulp.documents import source_range
from schrijfhulp.rulebook import Rule
from schrijfhulp.types import Report, Source

LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A text that was checked; the offsets in its report are those of `source`, the text of the file as given."""

    name: str
    source: str
    report: Report
    rules: Mapping[str, Rule]


class Lines:
    """The lines of a source, numbered from 1 as editors do."""

    def __init__(self, source: str) -> None:
        breaks = list(LINE_BREAK.finditer(source))
        self._starts = [0, *(found.end() for found in breaks)]
        self._ends = [*(found.start() for found in breaks), len(source)]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def range(self, line: int) -> tuple[int, int]:
        """Where a line starts and ends, without its line break."""
        return self._starts[line - 1], self._ends[line - 1]


def in_source(report: Report, source: Source) -> Report:
    """The same report with the offsets of the source instead of those of the plain text."""
    return cast(Report, _moved(report, source)) if source.pieces else report


def _moved(value: Any, source: Source) -> Any:
    """The value with every place in it, however deep, moved to the source."""
    if isinstance(value, tuple):
        return tuple(_moved(item, source) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {item.name: _moved(getattr(value, item.name), source) for item in fields(value)}
    if {"start", "end"} <= changes.keys():
        changes["start"], changes["end"] = source_range(source, changes["start"], changes["end"])
    return replace(value, **changes)
