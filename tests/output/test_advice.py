"""A report as the pages show it."""

import re
from dataclasses import replace

import pytest
from markupsafe import Markup

from schrijfhulp import Engine
from schrijfhulp.documents import text as plain_text
from schrijfhulp.output.advice import Advice, present
from schrijfhulp.types import Document, Finding, Report, Signal

NUMBER = re.compile(r"<a .*?</a>")
LETTER = """Geachte mevrouw,

Middels deze brief vragen wij geld. U krijgt dat terug.

- Indien u wilt, bellen wij.
- Wij komen langs."""


@pytest.fixture(scope="module")
def document() -> Document:
    return plain_text.read(LETTER)


@pytest.fixture(scope="module")
def report(engine: Engine, document: Document) -> Report:
    return engine.check(document)


def shown(engine: Engine, document: Document, report: Report) -> Advice:
    return present(document, report, engine.rulebook.rules)


def test_a_note_stands_beside_the_passage_of_its_finding(engine: Engine, document: Document, report: Report) -> None:
    passages = shown(engine, document, report).passages
    notes = [(passage.bullet, [note.finding.rule for note in passage.notes]) for passage in passages]
    assert notes == [
        ("", []),
        ("", ["woordkeuze/ambtelijk-woord"]),
        ("-", ["woordkeuze/ambtelijk-woord"]),
        ("-", []),
    ]


def test_every_word_of_the_text_is_shown(engine: Engine, document: Document, report: Report) -> None:
    advice = shown(engine, document, report)
    words = " ".join(
        f"{passage.bullet} {Markup(NUMBER.sub('', passage.html)).striptags()}" for passage in advice.passages
    )
    assert words.split() == LETTER.split()


def test_a_finding_between_two_passages_is_beside_the_second(
    engine: Engine, document: Document, report: Report
) -> None:
    start = LETTER.index("- Indien")
    finding = Finding(rule="taal/STREEPJE", category="taal", severity="laag", start=start, end=start + 4, message="–")
    passage = shown(engine, document, replace(report, findings=(finding,))).passages[2]
    assert [(note.number, note.rule) for note in passage.notes] == [(1, None)]
    assert '<mark id="plaats-1" class="vondst vondst--taal vondst--laag">In</mark>' in passage.html


@pytest.mark.parametrize(
    ("kinds", "side"),
    [
        ((), "neutraal"),
        (("plicht",), "sturend"),
        (("vraag", "reden"), "samenwerkend"),
        (("plicht", "reden"), "gemengd"),
    ],
)
def test_a_sentence_is_on_the_side_of_its_acts(
    engine: Engine, document: Document, report: Report, kinds: tuple[str, ...], side: str
) -> None:
    start = LETTER.index("U krijgt")
    signals = tuple(Signal(kind=kind, start=start, end=start + 8, cues=()) for kind in kinds)  # type: ignore[arg-type]
    advice = shown(engine, document, replace(report, signals=signals))
    assert {sentence.text: sentence.side for sentence in advice.sentences}["U krijgt dat terug."] == side


def test_a_place_is_a_sentence_or_else_a_passage(engine: Engine, document: Document, report: Report) -> None:
    heading = plain_text.read("Hoe gaat het verder?\n\nWij bellen u morgen.")
    advice = shown(engine, heading, engine.check(heading))
    assert [advice.place(0), advice.place(heading.text.index("bellen"))] == ["alinea-1", "zin-1"]
