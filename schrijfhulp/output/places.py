"""A report in terms of the file that the writer has open: offsets in its source, lines and columns."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from schrijfhulp.documents import source_range
from schrijfhulp.rulebook import Rule
from schrijfhulp.types import Finding, Report, SentenceMeasures, Source, Suggestion

Ranged = TypeVar("Ranged", Finding, Suggestion, SentenceMeasures)
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
    if not source.pieces:
        return report
    sentences = (_moved(item, source) for item in report.measures.per_sentence)
    measures = replace(report.measures, per_sentence=tuple(sentences))
    findings = (
        replace(_moved(item, source), suggestions=tuple(_moved(suggestion, source) for suggestion in item.suggestions))
        for item in report.findings
    )
    return replace(report, findings=tuple(findings), measures=measures)


def _moved(item: Ranged, source: Source) -> Ranged:
    start, end = source_range(source, item.start, item.end)
    return replace(item, start=start, end=end)
