"""`u` and `je` in one text."""

import pytest

from schrijfhulp import Engine

RULE = "aanspreken/u-en-je-gemengd"


def words(engine: Engine, text: str) -> list[str]:
    return [text[item.start : item.end] for item in engine.check(text, enable=[RULE]).findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U belt ons. Je krijgt antwoord.", ["Je"]),
        ("Je belt ons. U krijgt antwoord. Je wacht.", ["U"]),
        ("U belt ons.\n\n- Neem je pas mee.\n- Neem je foto mee.\n- Kom op tijd.", ["U"]),
        ("U krijgt uw geld. Wij geven het aan jou, want het is jouw geld en uw recht.", ["jou", "jouw"]),
    ],
)
def test_the_rarer_form_is_reported_and_je_at_a_tie(engine: Engine, text: str, expected: list[str]) -> None:
    assert words(engine, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "U belt ons. De man zei: “Je moet wachten.”",
        "Jij rijdt 30 km/u en je stopt om 9 u bij de brug.",
        "Je belt de heer U. Visser van de gemeente.",
        "Je leest het blad Uw Stem in de bus.",
        "Uw plan is er een waar je u tegen zegt.",
        "",
        "De gemeente belt hem.",
    ],
)
def test_what_is_no_address_does_not_count(engine: Engine, text: str) -> None:
    assert words(engine, text) == []


def test_only_words_that_leave_the_verb_alone_get_a_suggestion(engine: Engine) -> None:
    report = engine.check("U belt ons en u wacht. Dan krijg je jouw geld.", enable=[RULE])
    assert [[item.text for item in finding.suggestions] for finding in report.findings] == [[], ["uw"]]


def test_the_message_names_both_forms(engine: Engine) -> None:
    (finding,) = engine.check("U belt ons en u wacht op je geld.", enable=[RULE]).findings
    assert "meestal ‘u’" in finding.message
    assert "hier ‘je’" in finding.message
