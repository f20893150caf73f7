"""Long words, abbreviations and rare words: what the rules' own examples do not show."""

import pytest

from schrijfhulp import Engine
from schrijfhulp.types import Block, Document, Finding

LONG, SHORT, HARD = "woordkeuze/lang-woord", "woordkeuze/onbekende-afkorting", "woordkeuze/moeilijk-woord"


def found(engine: Engine, text: str, rule: str, profile: str = "brief") -> list[Finding]:
    return list(engine.check(text, enable=[rule], profile=profile).findings)


def words(engine: Engine, text: str, rule: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in found(engine, text, rule)]


def test_a_long_compound_names_its_parts(engine: Engine) -> None:
    (finding,) = found(engine, "De bezwaarschriftencommissie belt u.", LONG)
    assert "bezwaarschriften + commissie" in finding.message
    assert [item.text for item in finding.suggestions] == ["bezwaarschriften-commissie"]


def test_a_hyphen_is_only_proposed_where_it_is_enough(engine: Engine) -> None:
    (finding,) = found(engine, "Dit is een gegevensbeschermingseffectbeoordeling.", LONG)
    assert finding.suggestions == ()


def test_a_long_word_keeps_its_place_behind_a_soft_hyphen(engine: Engine) -> None:
    text = "De bezwaarschriften\u00adcommissie belt u."
    assert words(engine, text, LONG) == ["bezwaarschriften\u00adcommissie"]


def test_an_abbreviation_is_reported_once(engine: Engine) -> None:
    text = "De Awb geldt.\n\nDe Awb geldt ook hier. In de Awb staat meer."
    assert [(finding.start, finding.end) for finding in found(engine, text, SHORT)] == [(3, 6)]


def test_a_phrase_is_reported_each_time(engine: Engine) -> None:
    assert words(engine, "Betaal d.m.v. de rekening of d.m.v. de app.", SHORT) == ["d.m.v.", "d.m.v."]


@pytest.mark.parametrize(
    "text",
    [
        "De Algemene wet bestuursrecht (Awb) geldt. Lees de Awb.",
        "Lees de Awb. Dat is de Algemene wet bestuursrecht (Awb).",
        "Wij volgen de Algemene wet bestuursrecht (hierna: Awb). De Awb geldt.",
        "Het Kenniscentrum voor Zuivere Lucht (KZL) meet hier. Het KZL belt u.",
    ],
)
def test_an_explained_abbreviation_is_silent(engine: Engine, text: str) -> None:
    assert words(engine, text, SHORT) == []


def test_the_meaning_is_proposed_with_the_abbreviation_behind_it(engine: Engine) -> None:
    (finding,) = found(engine, "U valt onder de Wmo.", SHORT)
    assert finding.suggestions[0].text == "Wet maatschappelijke ondersteuning (Wmo)"
    assert "Wet maatschappelijke ondersteuning" in finding.message


def test_a_sentence_keeps_its_full_stop(engine: Engine) -> None:
    text = "Wij bellen u z.s.m."
    (finding,) = found(engine, text, SHORT)
    suggestion = finding.suggestions[0]
    assert text[: suggestion.start] + suggestion.text + text[suggestion.end :] == "Wij bellen u zo snel mogelijk."


def test_what_a_date_can_do_without_is_left_out(engine: Engine) -> None:
    text = "Op uw brief van 3 mei jl. krijgt u antwoord."
    (finding,) = found(engine, text, SHORT)
    suggestion = finding.suggestions[0]
    assert text[finding.start : finding.end] == "jl."
    assert (
        text[: suggestion.start] + suggestion.text + text[suggestion.end :]
        == "Op uw brief van 3 mei krijgt u antwoord."
    )


def test_an_abbreviation_in_a_longer_name_is_left_alone(engine: Engine) -> None:
    assert words(engine, "Hij werkt bij de Stichting Pensioenfonds ABP in Heerlen.", SHORT) == []


def test_a_long_word_in_the_name_of_a_law_is_left_alone(engine: Engine) -> None:
    assert words(engine, "U leest dit in de Wet beheer rijkswaterstaatswerken.", LONG) == []


def test_a_well_known_organisation_weighs_less_than_a_law(engine: Engine) -> None:
    (organisation,) = found(engine, "Stuur de brief naar DUO.", SHORT)
    (law,) = found(engine, "U valt onder de Wmo.", SHORT)
    assert (organisation.severity, law.severity) == ("laag", "midden")


def test_a_table_cell_may_abbreviate_a_phrase(engine: Engine) -> None:
    document = Document(text="n.v.t.", blocks=(Block(kind="cell", start=0, end=6),))
    assert engine.check(document, enable=[SHORT]).findings == ()


def test_lines_in_capitals_hold_no_abbreviations(engine: Engine) -> None:
    assert words(engine, "KOSTEN EN BATEN\n\nU krijgt de rekening.", SHORT) == []


@pytest.mark.parametrize("text", ["", "\n\n", "….", "(Awb", "Awb:", "A.B.C.D.", "💶 d.m.v.", "D.M.V.", "’s"])
def test_odd_texts_do_no_harm(engine: Engine, text: str) -> None:
    for rule in (LONG, SHORT, HARD):
        assert all(0 <= item.start < item.end <= len(text) for item in found(engine, text, rule))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De deblokkering van het geld duurt een week.", ["deblokkering"]),
        ("Wij letten op de soliditeit van het bedrijf.", ["soliditeit"]),
        ("Het getwijnde garen ligt klaar.", ["getwijnde"]),
    ],
)
def test_a_rare_word_is_reported_low(engine: Engine, text: str, expected: list[str]) -> None:
    findings = found(engine, text, HARD)
    assert [text[item.start : item.end] for item in findings] == expected
    assert {item.severity for item in findings} == {"laag"}


@pytest.mark.parametrize(
    "text",
    [
        "De kinderopvang en de stoeptegels zijn klaar.",
        "U vindt zonnepanelen en laadpalen in de wijk.",
        "Wij spraken met de heer Kwistenbiebel uit Zuidbroekerveen.",
        "Het gaat om een onverantwoorde verhoging van de parkeertarieven.",
        "U schreef: “De soliditeit is in het geding.”",
    ],
)
def test_common_compound_and_quoted_words_and_names_are_silent(engine: Engine, text: str) -> None:
    assert words(engine, text, HARD) == []


def test_a_listed_word_is_left_to_its_list(engine: Engine) -> None:
    assert words(engine, "Zij werkt in het primair onderwijs.", HARD) == []
