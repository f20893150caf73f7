"""Spelling and grammar, with both real engines: LingoTweaker and a server of LanguageTool."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from schrijfhulp import Engine
from schrijfhulp.documents import markdown
from schrijfhulp.grammar.selection import LanguageToolError, load

TEXT = "😀 Ik wordt blij.\r\n\r\nHun hebben een 😀 feout gemaakt.\r\nDe heer Brinnr komt."


@pytest.fixture(scope="module", params=["embedded", "java"])
def speller(request: pytest.FixtureRequest, engine: Engine) -> Engine:
    return Engine(engine.nlp, engine.rulebook, request.getfixturevalue(request.param))


def mistakes(speller: Engine, text: str) -> list[str]:
    return [text[one.start : one.end] for one in speller.check(text, enable=["taal"]).findings]


def test_mistakes_stand_where_they_are_behind_emoji_and_windows_line_ends(speller: Engine) -> None:
    assert mistakes(speller, TEXT) == ["Ik wordt", "Hun hebben", "feout"]


def test_a_mistake_with_an_emoji_inside(speller: Engine) -> None:
    text = "😀 De grote,😀rode,mooie auto.\r\nDag 😀 , het is een 😀 feout."
    assert mistakes(speller, text) == [",😀rode", "😀 ,", "feout"]


def test_a_misspelled_word_is_no_difficult_word(speller: Engine) -> None:
    assert [one.category for one in speller.check("Wij maken een feout.").findings] == ["taal"]


def test_known_errors(speller: Engine) -> None:
    text = "Hun hebben dat gedaan. Ik wordt morgen gebeld. Wij maken een feout. Het word mooi."
    assert mistakes(speller, text) == ["Hun hebben", "Ik wordt", "feout", "Het word"]


def test_inline_code_is_not_read(speller: Engine) -> None:
    document = markdown.read("Typ `feout goet` om een feout te zien.")
    found = speller.check(document, enable=["taal"]).findings
    assert [(one.start, document.text[one.start : one.end]) for one in found] == [(22, "feout")]


def test_markup_is_not_read_and_places_are_those_of_the_text(speller: Engine) -> None:
    document = markdown.read(
        "# Een feout\n\n😀 **Ik wordt** [blij](https://feouten.nl).\r\n\r\n| kop |\n|---|\n| gooet |\n"
    )
    found = speller.check(document, enable=["taal"]).findings
    assert [document.text[one.start : one.end] for one in found] == ["feout", "Ik wordt", "gooet"]


def test_two_hundred_checks_at_once(speller: Engine) -> None:
    texts = [f"😀 Brief {number}. Wij maken een feout.\r\n\r\nDit is alinea {number}." for number in range(200)]
    with ThreadPoolExecutor(20) as pool:
        reports = list(pool.map(speller.check, texts))
    for text, report in zip(texts, reports, strict=True):
        assert not report.notices
        assert [text[one.start : one.end] for one in report.findings if one.category == "taal"] == ["feout"]


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


def test_a_setting_that_is_nothing_says_what_can_be_chosen() -> None:
    with pytest.raises(LanguageToolError, match="embedded"):
        load("bestaat-niet")
