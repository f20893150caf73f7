"""A report as the pages show it: the text in passages, each with the notes that stand in its margin."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from schrijfhulp.output.marking import Element, marked
from schrijfhulp.rulebook import Rule
from schrijfhulp.types import (
    COMMANDING,
    COOPERATIVE,
    Block,
    Document,
    Finding,
    Report,
    SentenceMeasures,
    SignalKind,
)

LONG = "zinsbouw/lange-zin"
NUMBER = Markup('<a class="vondst__nummer" href="#{1}advies-{0}" aria-label="Advies {0}">{0}</a>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A finding with its number; `rule` is None for one of LanguageTool's. The `first` note of a rule explains it."""

    number: int
    finding: Finding
    rule: Rule | None
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block of the text in HTML, what stands before it on its line (a bullet), and its notes."""

    block: Block
    bullet: str
    html: Markup
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of running text: whether it is too long, and the speech acts in it with the side they are on."""

    number: int
    text: str
    measures: SentenceMeasures
    long: bool
    acts: tuple[SignalKind, ...]
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """All that is shown of a text that was checked; every id on the page starts with `prefix`."""

    name: str
    prefix: str
    document: Document
    report: Report
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]

    def counts(self) -> Mapping[str, int]:
        """The number of findings of each severity and each category that has any."""
        findings = self.report.findings
        return Counter([name for finding in findings for name in (finding.severity, finding.category)])

    def place(self, start: int) -> str | None:
        """The id of the element that shows the sentence or else the passage at an offset."""
        for sentence in self.sentences:
            if sentence.measures.start <= start < sentence.measures.end:
                return f"{self.prefix}zin-{sentence.number}"
        for number, passage in enumerate(self.passages, 1):
            if passage.block.start <= start < passage.block.end:
                return f"{self.prefix}alinea-{number}"
        return None


def present(
    document: Document, report: Report, rules: Mapping[str, Rule], *, name: str = "", prefix: str = ""
) -> Advice:
    """The report on a document, with the offsets of its text, ready to be shown."""
    notes = list(_notes(report.findings, rules))
    sentences = tuple(_sentences(document, report))
    return Advice(
        name=name,
        prefix=prefix,
        document=document,
        report=report,
        passages=tuple(_passages(document, notes, sentences, prefix)),
        sentences=sentences,
    )


def _notes(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> Iterator[Note]:
    seen: set[str] = set()
    for number, finding in enumerate(findings, 1):
        yield Note(number=number, finding=finding, rule=rules.get(finding.rule), first=finding.rule not in seen)
        seen.add(finding.rule)


def _passages(
    document: Document, notes: Sequence[Note], sentences: Sequence[Sentence], prefix: str
) -> Iterator[Passage]:
    before = 0
    for block in document.blocks:
        beside = tuple(note for note in notes if before <= note.finding.start < block.end)
        shown = [sentence for sentence in sentences if before <= sentence.measures.start < block.end]
        marks = (*(_of_finding(note, prefix) for note in beside), *(_of_sentence(item, prefix) for item in shown))
        elements = [_clipped(element, block) for element in marks]
        yield Passage(
            block=block,
            bullet=document.text[before : block.start].strip(),
            html=marked(document.text, block.start, block.end, [item for item in elements if item.start < item.end]),
            notes=beside,
        )
        before = block.end


def _clipped(element: Element, block: Block) -> Element:
    return replace(element, start=max(element.start, block.start), end=min(element.end, block.end))


def _of_finding(note: Note, prefix: str) -> Element:
    finding = note.finding
    return Element(
        tag="mark",
        start=finding.start,
        end=finding.end,
        id=f"{prefix}plaats-{note.number}",
        attributes={"class": f"vondst vondst--{finding.category} vondst--{finding.severity}"},
        after=NUMBER.format(note.number, prefix),
    )


def _of_sentence(sentence: Sentence, prefix: str) -> Element:
    return Element(
        tag="span",
        start=sentence.measures.start,
        end=sentence.measures.end,
        id=f"{prefix}zin-{sentence.number}",
        attributes={"class": "zin"},
    )


def _sentences(document: Document, report: Report) -> Iterator[Sentence]:
    long = {finding.start for finding in report.findings if finding.rule == LONG}
    for number, measures in enumerate(report.measures.per_sentence, 1):
        acts = tuple(
            dict.fromkeys(
                signal.kind for signal in report.signals if signal.start < measures.end and measures.start < signal.end
            )
        )
        yield Sentence(
            number=number,
            text=" ".join(document.text[measures.start : measures.end].split()),
            measures=measures,
            long=measures.start in long,
            acts=acts,
            side=_side(acts),
        )


def _side(acts: Sequence[SignalKind]) -> str:
    commands, cooperates = (any(kind in acts for kind in side) for side in (COMMANDING, COOPERATIVE))
    if commands and cooperates:
        return "gemengd"
    return "sturend" if commands else "samenwerkend" if cooperates else "neutraal"
