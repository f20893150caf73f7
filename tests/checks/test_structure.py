"""Paragraphs, headings, laws up front, lists in disguise and negations."""

import pytest

from schrijfhulp import Engine

SENTENCE = "De gemeente vernieuwt dit jaar het riool in de lange Dorpsstraat. "  # eleven words


def words(engine: Engine, text: str, rule: str, profile: str = "brief") -> list[str]:
    return [text[item.start : item.end] for item in engine.check(text, enable=[rule], profile=profile).findings]


def test_a_paragraph_may_be_as_long_as_the_profile_says(engine: Engine) -> None:
    text = (SENTENCE * 9).strip()  # 99 words
    assert words(engine, text, "opbouw/lange-alinea") == []
    assert words(engine, text, "opbouw/lange-alinea", "web") == [text]


def test_a_long_text_wants_headings_below_its_title(engine: Engine) -> None:
    rule, paragraph = "opbouw/tekst-zonder-koppen", (SENTENCE * 6).strip()
    body = "\n\n".join([paragraph] * 5)  # 330 words
    assert words(engine, body, rule) == [SENTENCE.strip()]
    assert words(engine, f"Werk in de straat\n\n{body}", rule) == []
    assert words(engine, f"Werk in de straat\n\n{body}\n\n{body}", rule) == ["Werk in de straat"]
    assert words(engine, f"{paragraph}\n\nWat merkt u ervan?\n\n{body}", rule) == []
    assert words(engine, "\n\n".join([paragraph] * 4), rule) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Op grond van de Algemene wet bestuursrecht (Awb) kunt u bezwaar maken.", "Op grond van de Algemene wet bestuursrecht (Awb)"),
        ("Ingevolge artikel 3, eerste lid, van de Gemeentewet besluit de raad.", "Ingevolge artikel 3, eerste lid, van de Gemeentewet"),
        ("Gelet op de artikelen 2 en 3 van de Wegenwet sluiten wij de weg.", "Gelet op de artikelen 2 en 3 van de Wegenwet"),
    ],
)  # fmt: skip
def test_the_law_up_front_is_reported_in_full(engine: Engine, text: str, expected: str) -> None:
    assert words(engine, text, "opbouw/wet-voorop") == [expected]


@pytest.mark.parametrize("text", ["", "Wet", "Artikel 3", "Op grond van", "In de wet staat dat.", "1. Op grond van:"])
def test_loose_pieces_of_a_reference_are_silent(engine: Engine, text: str) -> None:
    assert words(engine, text, "opbouw/wet-voorop") == []


@pytest.mark.parametrize(
    "text",
    [
        "Neem a) uw pas en b) een foto mee.",
        "De balie is open van 9.00, 10.00, 11.00 tot 12.00 uur.",
        "Anna, Bob, Carel, Dirk en Els komen ook.",
        "(a) (b) (c)",
        "; ; ;",
        ", , , en",
    ],
)
def test_short_rows_stay_in_their_sentence(engine: Engine, text: str) -> None:
    assert words(engine, text, "opbouw/opsomming-in-zin") == []


def test_a_row_is_counted(engine: Engine) -> None:
    text = "Wij letten op de kwaliteit van het plan, de ervaring van het team, de hoogte van de kosten en de rust in de wijk."
    (finding,) = engine.check(text, enable=["opbouw/opsomming-in-zin"]).findings
    assert "4 dingen" in finding.message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dat is niet onlogisch.", ["niet onlogisch"]),
        ("Niemand mag niet meedoen.", ["Niemand mag niet"]),
        ("Het is niet onbelangrijk en niet ongebruikelijk.", ["niet onbelangrijk", "niet ongebruikelijk"]),
        ("U bent niet onderzocht.", []),
        ("Dat is niet ons plan.", []),
        ("niet", []),
        ("Tenzij", []),
    ],
)
def test_two_negations_are_one_finding(engine: Engine, text: str, expected: list[str]) -> None:
    assert words(engine, text, "zinsbouw/dubbele-ontkenning") == expected
