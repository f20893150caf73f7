"""The report for a person at a terminal: findings under their line, then the measures and the steering."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from schrijfhulp.output.excerpts import Excerpt, excerpts, printable, shortened
from schrijfhulp.output.layout import COLOURS, MARGIN, NOTHING, number, print_beside, print_place, width, with_dots
from schrijfhulp.output.overview import counts
from schrijfhulp.output.places import Checked, Lines
from schrijfhulp.output.steering import show_steering
from schrijfhulp.types import SEVERITIES, Finding, Measures, Severity, Suggestion

LONG = 40  # characters; a longer passage is only underlined, so that what stands inside it is seen
SUGGESTIONS = 3
WORST = 3
COLUMNS = (*SEVERITIES, "woorden", "LiNT", "sturing")  # of the table
WORST_WORDS = 10  # in a shorter sentence one word decides the score
HARD_LEVEL = 3  # of LiNT's 4
FIRST_SENTENCE = re.compile(r"(?<=[.!?])\s")


class TextView:
    """Writes checked texts to a console, one after another; explains each rule the first time it is seen."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.width = width(console)
        self.shown: list[Checked] = []
        self._explained: set[str] = set()

    def show(self, checked: Checked) -> None:
        """One text: its findings, measures, hardest sentences and steering."""
        report = checked.report
        if self.shown:
            self.console.print("\n")
        self.shown.append(checked)
        self.console.print(
            Text.assemble((_name(checked), "bold"), (f"  profiel {report.profile}", "dim")), soft_wrap=True
        )
        for excerpt in excerpts(checked.source, report.findings, self.width - MARGIN):
            self.console.print()
            self._show_excerpt(excerpt, checked)
        self.console.print()
        for label, value in _measures(report.measures):
            print_beside(self.console, Text(f"  {label:<15}", "bold"), Text(value))
        self._show_hardest(checked)
        show_steering(self.console, checked)
        self.console.print()
        for notice in report.notices:
            print_beside(self.console, Text("  Let op: ", "magenta"), Text(printable(notice.message)))
        print_beside(self.console, "  ", _counted(counts(report)))

    def close(self) -> None:
        """A table of the texts, when there was more than one, and where to read more."""
        if len(self.shown) > 1:
            self.console.print()
            for row in _table(self.shown):
                self.console.print(row, soft_wrap=True)
        if self._explained:
            self.console.print(Text("\nMeer uitleg over een regel: schrijfhulp rules REGEL", "dim"))

    def _show_excerpt(self, excerpt: Excerpt, checked: Checked) -> None:
        row = Text.assemble((f"{excerpt.line:>{MARGIN - 2}}  ", "dim"), _marked(excerpt))
        row.truncate(self.width, overflow="ellipsis")
        self.console.print(row, soft_wrap=True)
        margin = " " * MARGIN
        if self.console.color_system is None:
            self.console.print(Text(margin + _pointers(excerpt)), soft_wrap=True)
        for finding in excerpt.findings:
            label = Text.assemble(margin, (f"{finding.severity:<8}", COLOURS[finding.severity]))
            why = checked.rules[finding.rule].why
            for body in self._advice(checked.source, finding, why, self.width - len(label)):
                print_beside(self.console, label, body)
                label = Text(" " * len(label))

    def _advice(self, source: str, finding: Finding, why: str, room: int) -> Iterator[Text]:
        """What to say of a finding, a paragraph each: message, suggestions and, the first time, why."""
        message, rule = Text(printable(finding.message)), Text(f"  {finding.rule}", "dim")
        rewritten = [_rewritten(source, finding, *group) for group in _by_range(finding.suggestions[:SUGGESTIONS])]
        if len(rewritten) == 1 and cell_len(f"{message} {rewritten[0]}{rule}") <= room:
            yield Text.assemble(message, " ", rewritten[0], rule)
        else:
            yield Text.assemble(message, rule)
            yield from rewritten
        if finding.rule not in self._explained:
            self._explained.add(finding.rule)
            yield Text(printable(FIRST_SENTENCE.split(why)[0]), "dim italic")

    def _show_hardest(self, checked: Checked) -> None:
        measured = checked.report.measures.per_sentence
        hard = [item for item in measured if item.words >= WORST_WORDS and (item.lint_level or 0) >= HARD_LEVEL]
        if not hard:
            return
        self.console.print(Text("\n  Moeilijkste zinnen", "bold"))
        lines = Lines(checked.source)
        for item in sorted(hard, key=lambda item: (-(item.lint_score or 0), -item.words))[:WORST]:
            size = f"LiNT {number(item.lint_score):>3}, {item.words} woorden:  "
            print_place(self.console, lines.place(item.start)[0], checked.source[item.start : item.end], size)


def _marked(excerpt: Excerpt) -> Text:
    """The row of source text; of nested passages the innermost is seen best."""
    text = Text(excerpt.text)
    marks = sorted(zip(excerpt.marks, excerpt.findings, strict=True), key=lambda item: item[0][0] - item[0][1])
    for (start, end), finding in marks:
        text.stylize("underline" if end - start > LONG else f"bold underline {COLOURS[finding.severity]}", start, end)
    return text


def _pointers(excerpt: Excerpt) -> str:
    """A row of `^` under the marks, for where there is no underlining; `-` under long passages."""
    row = [" "] * len(excerpt.text)
    for start, end in sorted(excerpt.marks, key=lambda mark: mark[0] - mark[1]):
        row[start:end] = ("-" if end - start > LONG else "^") * (end - start)
    return "".join(sign * cell_len(char) for sign, char in zip(row, excerpt.text, strict=True)).rstrip()


def _by_range(suggestions: Sequence[Suggestion]) -> Iterator[tuple[int, int, list[Suggestion]]]:
    """Suggestions for the same range together: short ones share a row."""
    for (start, end), group in groupby(suggestions, key=lambda item: (item.start, item.end)):
        yield start, end, list(group)


def _rewritten(source: str, finding: Finding, start: int, end: int, suggestions: Sequence[Suggestion]) -> Text:
    """What to write instead, after what it replaces when that is not the finding itself."""
    replaced = "" if (start, end) == (finding.start, finding.end) else printable(source[start:end])
    arrow = (" → " if replaced else "→ ", "dim")
    options = [(printable(item.text).strip() or "(weglaten)", "green") for item in suggestions]
    return Text.assemble(shortened(replaced, LONG), arrow, *with_dots(options))


def _measures(measures: Measures) -> Sequence[tuple[str, str]]:
    lint, longest = measures.lint, measures.longest_sentence or NOTHING
    share = None if measures.passive_share is None else 100 * measures.passive_share
    return (
        ("Omvang", f"{_plural(measures.words, 'woord', 'woorden')} in {_plural(measures.sentences, 'zin', 'zinnen')}"),
        ("Zinslengte", f"gemiddeld {number(measures.words_per_sentence, 1)} woorden, langste {longest}"),
        ("Lijdende vorm", NOTHING if share is None else f"in {number(share)}% van de zinnen"),
        ("LiNT", f"{number(lint.score)} van 100: niveau {lint.level} van 4, een indicatie" if lint else NOTHING),
        ("Flesch-Douma", f"{number(measures.flesch_douma)} (hoger leest makkelijker)"),
        ("LIX", f"{number(measures.lix)} (lager leest makkelijker)"),
    )


def _table(texts: Sequence[Checked]) -> Iterator[Text]:
    """The rows of a table: how much was found in each text, its size, reading level and steering, and the total."""
    yield _row(COLUMNS, f"{len(texts)} teksten", "bold")
    for checked in texts:
        measures, balance = checked.report.measures, checked.report.steering.balance
        level = str(measures.lint.level) if measures.lint else NOTHING
        found = [str(count) for count in counts(checked.report).values()]
        yield _row((*found, str(measures.words), level, number(balance, 2)), _name(checked))
    found = [str(sum(counts(checked.report)[severity] for checked in texts)) for severity in SEVERITIES]
    yield _row((*found, str(sum(checked.report.measures.words for checked in texts)), "", ""), "samen", "bold")


def _row(cells: Sequence[str], name: str, style: str = "") -> Text:
    """Figures under the names of their columns, and the name last: it may be of any length."""
    row = "".join(f"{cell:>{len(column) + 2}}" for cell, column in zip(cells, COLUMNS, strict=True))
    return Text(f"{row}   {name}", style)


def _name(checked: Checked) -> str:
    return "Ingevoerde tekst" if checked.name == "-" else printable(checked.name)


def _counted(counts: Mapping[Severity, int]) -> Text:
    """The number of findings of each severity."""
    found = [(f"{counts[name]} {name}", COLOURS[name]) for name in SEVERITIES if counts.get(name)]
    return Text.assemble(*with_dots(found)) if found else Text("Geen opmerkingen.", "green")


def _plural(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
