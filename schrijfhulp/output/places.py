"""A report in terms of the file that the writer has open: offsets in its source, lines and columns."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from typing import Any, cast

from schrijfhulp.documents import source_range
from schrijfhulp.output.fingerprints import fingerprints
from schrijfhulp.rulebook import Rule
from schrijfhulp.types import Document, Report, Source

LINE_BREAK = re.compile(r"\r\n|\r|\n")
WIDE = re.compile(r"[\U00010000-\U0010ffff]")  # characters of two UTF-16 code units
Move = Callable[[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A text that was checked.

    The offsets in `report` are those of `source`, the text of the file as given; those in `plain`, the same report, are of
    the document's text. `fingerprints` has one for each finding, counted over all of them before any was left out.
    """

    name: str
    document: Document
    source: str
    report: Report
    plain: Report
    rules: Mapping[str, Rule]
    fingerprints: tuple[str, ...]


def checked(document: Document, report: Report, rules: Mapping[str, Rule], *, name: str = "") -> Checked:
    """A document with the engine's report on it."""
    return Checked(
        name=name,
        document=document,
        source=document.source.text or document.text,
        report=in_source(report, document.source),
        plain=report,
        rules=rules,
        fingerprints=tuple(fingerprints(name, document.text, report.findings)),
    )


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
    return cast(Report, _moved(report, partial(source_range, source))) if source.pieces else report


def in_utf16(checked: Checked) -> Checked:
    """The same with offsets in UTF-16 code units, as JavaScript counts them.

    Each character of the source that takes two units becomes its two surrogates, so that lines and columns count alike.
    """
    count = utf16_units(checked.source)
    units = array("H", checked.source.encode("utf-16-le"))

    def move(start: int, end: int) -> tuple[int, int]:
        return count(start), count(end)

    document = replace(checked.document, blocks=_moved(checked.document.blocks, move))
    return replace(checked, document=document, source="".join(map(chr, units)), report=_moved(checked.report, move))


def utf16_units(text: str) -> Callable[[int], int]:
    """From an offset in code points of the text to one in UTF-16 code units."""
    wide = [found.start() for found in WIDE.finditer(text)]
    return lambda offset: offset + bisect_left(wide, offset)


def _moved(value: Any, move: Move) -> Any:
    """The value with every place in it, however deep, moved."""
    if isinstance(value, tuple):
        return tuple(_moved(item, move) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {item.name: _moved(getattr(value, item.name), move) for item in fields(value)}
    if {"start", "end"} <= changes.keys():
        changes["start"], changes["end"] = move(changes["start"], changes["end"])
    return replace(value, **changes)
