"""What the engine promises for any text."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schrijfhulp import Engine, Report
from schrijfhulp.documents import markdown
from schrijfhulp.documents import text as plain
from schrijfhulp.rulebook import RuleError

LETTER = (
    "Beste meneer De Vries,\n\nMiddels deze brief delen wij u mede dat uw aanvraag door de commissie is beoordeeld.\n\n"
    "Wat moet u doen?\n\nDe aanvrager dient het formulier te retourneren. 😀 Derhalve verzoeken wij u te reageren."
)
WORDS = st.sampled_from(
    [
        "middels",
        "Derhalve",
        "u",
        "dient",
        "het",
        "formulier",
        "te",
        "retourneren",
        "de",
        "aanvrager",
        "wordt",
        "beoordeeld",
        "\n",
        "\r\n",
        "\n\n",
        " ",
        "  ",
        ".",
        "!",
        "?",
        "“",
        "”",
        "'",
        "- ",
        "1. ",
        "# ",
        "😀",
        "\xad",
        "\x00",
        "[VELD]",
        "…",
        "d.m.v.",
        "art.",
        "4",
        "zorg",
        "draagt",
        "voor",
        "vangt",
        "aan",
        "in",
        "mindering",
        "brengen",
        "op",
        "door",
        "gemeente",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=40).map("".join)
)
anything = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def assert_sound(text: str, report: Report) -> None:
    places = [(finding.start, finding.end) for finding in report.findings]
    assert places == sorted(places)
    for finding in report.findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.rule.startswith(f"{finding.category}/")
        for suggestion in finding.suggestions:
            assert 0 <= suggestion.start < suggestion.end <= len(text)
            assert text[suggestion.start : suggestion.end] != suggestion.text


@anything
@given(text=TEXTS)
def test_any_text_gives_sound_findings(engine: Engine, text: str) -> None:
    report = engine.check(text)
    assert_sound(text, report)
    assert engine.check(text) == report


@anything
@given(text=TEXTS)
def test_any_markdown_gives_sound_findings(engine: Engine, text: str) -> None:
    document = markdown.read(text)
    assert_sound(document.text, engine.check(document))


def test_the_same_text_from_a_new_engine_gives_the_same_report(engine: Engine) -> None:
    remembered = engine.check(LETTER)
    assert Engine(engine.nlp, engine.rulebook).check(LETTER) == remembered


def test_blocks_alone_give_what_the_whole_gives(engine: Engine) -> None:
    paragraphs = ["Middels deze brief vragen wij geld.", "Derhalve bellen wij u.", "Het formulier wordt beoordeeld."]
    whole = engine.check("\n\n".join(paragraphs))
    alone = [finding for paragraph in paragraphs for finding in engine.check(paragraph).findings]
    assert [(finding.rule, finding.message) for finding in whole.findings] == [(one.rule, one.message) for one in alone]


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00", "\ufeff", "😀" * 50, "a" * 50_000, "." * 1000, "\u00ad" * 10])
def test_odd_texts_are_checked_without_a_crash(engine: Engine, text: str) -> None:
    assert_sound(text, engine.check(text))


def test_a_megabyte_is_checked(engine: Engine) -> None:
    text = "Middels deze brief vragen wij u om geld. " * 26_000
    report = engine.check(text)
    assert_sound(text, report)
    assert len([finding for finding in report.findings if finding.rule == "woordkeuze/ambtelijk-woord"]) == 26_000


def test_findings_stand_behind_emoji_and_windows_line_ends(engine: Engine) -> None:
    text = "😀👩‍👩‍👧 Beste lezer,\r\n\r\nWij vragen u\r\nmiddels deze brief om geld."
    found = [text[finding.start : finding.end] for finding in engine.check(text).findings]
    assert found == ["middels"]


def test_a_soft_hyphen_does_not_hide_a_word(engine: Engine) -> None:
    text = "Wij vragen u mid\u00addels deze brief om geld."
    assert [text[finding.start : finding.end] for finding in engine.check(text).findings] == ["mid\u00addels"]


def test_undefined_measures_are_none(engine: Engine) -> None:
    measures = engine.check("").measures
    assert (measures.words, measures.sentences) == (0, 0)
    undefined = (
        measures.words_per_sentence,
        measures.passive_share,
        measures.lint,
        measures.flesch_douma,
        measures.lix,
    )
    assert undefined == (None,) * 5


def test_ignored_words_are_left_alone(engine: Engine) -> None:
    assert not engine.check("Middels deze brief vragen wij geld.", ignore=["MIDDELS"]).findings


@pytest.mark.parametrize("name", ["ambtelijk-woord", "woordkeuze/ambtelijk-woord", "woordkeuze"])
def test_rules_are_switched_by_key_id_or_category(engine: Engine, name: str) -> None:
    text = "Middels deze brief vragen wij geld."
    assert engine.check(text, enable=[name]).findings
    assert not engine.check(text, disable=[name]).findings


def test_an_unknown_rule_or_profile_says_which_exist(engine: Engine) -> None:
    with pytest.raises(RuleError, match="‘bestaat-niet’"):
        engine.check("Tekst.", disable=["bestaat-niet"])
    with pytest.raises(RuleError, match="brief, web, besluit"):
        engine.check("Tekst.", profile="sonnet")


def test_a_profile_changes_the_limit(engine: Engine) -> None:
    text = "Wij sturen u binnen acht weken een brief waarin staat of u de vergunning voor uw nieuwe schuur krijgt."
    assert not engine.check(text, profile="brief", enable=["lange-zin"]).findings
    assert engine.check(text, profile="web", enable=["lange-zin"]).findings


def test_two_hundred_threads_get_their_own_answers(engine: Engine) -> None:
    texts = [f"Middels deze brief vragen wij {number} euro. Derhalve bellen wij u." for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        reports = list(pool.map(engine.check, texts))
    assert [len(report.findings) for report in reports] == [2] * 200


def test_every_character_of_a_plain_text_is_kept() -> None:
    text = "\ufeffBeste\r\n\tlezer\x00 \u00ad"
    assert plain.read(text).text == text


def test_a_capital_behind_an_emoji_is_no_name(engine: Engine) -> None:
    text = "😀 Middels deze brief vragen wij geld."
    [finding] = engine.check(text, enable=["ambtelijk-woord"]).findings
    assert text[finding.start : finding.end] == "Middels"
