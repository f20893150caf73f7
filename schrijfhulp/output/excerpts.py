"""Which part of a source to show for which findings: short enough for a row of the screen, each part once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schrijfhulp.output.places import Lines
from schrijfhulp.types import Finding

BEFORE = 30  # characters in front of a finding that make its sentence recognisable
SEEN = 12  # characters of a finding that has to be in view
ELLIPSIS = "…"
# Controls would move the cursor or colour the screen; the last two ranges turn the writing direction.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A part of one line, on one row: its text, and where in that text each of its findings is seen."""

    line: int
    text: str
    marks: tuple[tuple[int, int], ...]
    findings: tuple[Finding, ...]


def printable(text: str) -> str:
    """The text without what a terminal would obey; every character keeps its place."""
    return CONTROL.sub(" ", text)


def excerpts(source: str, findings: Sequence[Finding], width: int) -> Iterator[Excerpt]:
    """The parts of `source` that show all findings, which are sorted by place; at most `width` characters each."""
    lines = Lines(source)
    group: list[Finding] = []
    at, window = 0, (0, 0)
    for finding in findings:
        line, _ = lines.place(finding.start)
        if group and line == at and min(finding.end, finding.start + SEEN) <= window[1]:
            group.append(finding)
            continue
        if group:
            yield _excerpt(source, at, lines.range(at), window, group)
        group, at = [finding], line
        window = _window(source, lines.range(line), finding, width)
    if group:
        yield _excerpt(source, at, lines.range(at), window, group)


def shortened(text: str, width: int) -> str:
    """The text on one row, cut off between words when it is longer than `width`."""
    text = " ".join(text.split())
    if len(text) <= width:
        return text
    return text[: _word_end(text, 0, width - 2)].rstrip() + f" {ELLIPSIS}"


def _window(source: str, line: tuple[int, int], finding: Finding, width: int) -> tuple[int, int]:
    """The part of the line to show: from a few words before the finding, and filled up to the width."""
    start, end = line
    if end - start <= width:
        return line
    room = width - 4  # an ellipsis and a space on both sides
    first = min(max(finding.start - BEFORE, start), max(end - room, start))
    if start < first:
        space = source.find(" ", first - 1, finding.start)
        first = space + 1 if space >= 0 else first
    last = min(first + room, end)
    return first, last if last == end else _word_end(source, finding.start + 1, last)


def _word_end(text: str, at_least: int, at_most: int) -> int:
    """The last place up to `at_most` where a word ends; `at_most` itself when the word is very long."""
    space = text.rfind(" ", at_least, at_most + 1)
    return space if space > 0 else at_most


def _excerpt(
    source: str, number: int, line: tuple[int, int], window: tuple[int, int], findings: Sequence[Finding]
) -> Excerpt:
    start, end = window
    before = f"{ELLIPSIS} " if line[0] < start else ""
    after = f" {ELLIPSIS}" if end < line[1] else ""
    shift = len(before) - start
    return Excerpt(
        line=number,
        text=printable(before + source[start:end] + after),
        marks=tuple((item.start + shift, min(item.end, end) + shift) for item in findings),
        findings=tuple(findings),
    )
