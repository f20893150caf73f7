"""Spelling and grammar without Java, with the real engine."""

from collections.abc import Iterator

import pytest

from schrijfhulp import Engine
from schrijfhulp.documents import markdown
from schrijfhulp.grammar.selection import LanguageToolError, load

TEXT = "😀 Ik wordt blij.\r\n\r\nHun hebben een 😀 feout gemaakt.\r\nDe heer Brinnr komt."


@pytest.fixture(scope="module")
def speller(engine: Engine) -> Iterator[Engine]:
    grammar = load("embedded")
    yield Engine(engine.nlp, engine.rulebook, grammar)
    grammar.close()


def mistakes(speller: Engine, text: str) -> list[str]:
    return [text[one.start : one.end] for one in speller.check(text, enable=["taal"]).findings]


def test_mistakes_stand_where_they_are_behind_emoji_and_windows_line_ends(speller: Engine) -> None:
    assert mistakes(speller, TEXT) == ["Ik wordt", "Hun hebben", "feout"]


def test_a_misspelled_word_is_no_difficult_word(speller: Engine) -> None:
    assert [one.category for one in speller.check("Wij maken een feout.").findings] == ["taal"]


def test_inline_code_is_not_read(speller: Engine) -> None:
    document = markdown.read("Typ `feout goet` om een feout te zien.")
    found = speller.check(document, enable=["taal"]).findings
    assert [(one.start, document.text[one.start : one.end]) for one in found] == [(22, "feout")]


def test_ours_stays_and_a_compound_of_known_words_is_no_mistake(speller: Engine) -> None:
    report = speller.check("Het subsidieaanvraagformulier is thans klaar.")
    assert not [one for one in report.findings if one.category == "taal"]


@pytest.mark.parametrize(
    "text",
    [
        "De wnd. directeur woont in ’s-Hertogenbosch.",
        "De governancestructuur van subverwerkers, dus de algoritmegovernance.",
        "Lees het rapport Foundation for the Protection of Rights.",
        "De Wet op de internationale bijstandverlening bij de heffing van belastingen geldt hier.",
        "| Februari 2026 | Maart 2026 |",
        "DUS-I betaalt u na zes weken.",
        "Vul {naam} in, of [uw adrs].",
        "Wij gaan na wie dat doet en of dat kan.",
    ],
)
def test_names_terms_and_placeholders_are_no_mistakes(speller: Engine, text: str) -> None:
    assert mistakes(speller, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Binnen de organsatie van de verwerker.", "organsatie"),
        ("Wij komen in Februari bij u langs.", "Februari"),
        ("De nieuwe goverrnancestructuur geldt.", "goverrnancestructuur"),
        ("Dit is het selectieinstrument.", "selectieinstrument"),
    ],
)
def test_what_looks_like_one_is_a_mistake(speller: Engine, text: str, found: str) -> None:
    assert mistakes(speller, text) == [found]


def test_a_rule_is_switched_off_by_its_key_and_a_passage_by_the_ignore_list(speller: Engine) -> None:
    key = speller.check("Ik wordt blij.", enable=["taal"]).findings[0].rule
    assert not speller.check("Ik wordt blij.", disable=[key]).findings
    assert not speller.check("Ik wordt blij.", ignore=["ik wordt"]).findings


def test_an_address_that_does_not_answer_gives_a_notice(engine: Engine) -> None:
    grammar = load("http://127.0.0.1:9")
    report = Engine(engine.nlp, engine.rulebook, grammar).check("Thans komt er een feout.")
    assert "niet te bereiken" in report.notices[0].message
    assert "woordkeuze/ambtelijk-woord" in [one.rule for one in report.findings]


def test_a_setting_that_is_nothing_says_what_can_be_chosen() -> None:
    with pytest.raises(LanguageToolError, match="embedded"):
        load("bestaat-niet")
