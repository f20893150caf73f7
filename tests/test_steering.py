"""Steering: what a sentence does to its reader, the balance, the places to let go, and the checklist."""

import shutil
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schrijfhulp import Engine, steering
from schrijfhulp.dutch.parsing import parse
from schrijfhulp.resources import path
from schrijfhulp.rulebook import RuleError
from schrijfhulp.types import COMMANDING, Range, Report

LABELLED = Path(__file__).parent / "labelled" / "sturing"
PROFILES = ("brief", "web", "besluit", "beleid", "participatie")
SENTENCES = (
    "U moet het formulier voor 1 mei opsturen.",
    "U kunt kiezen: per post of via de website.",
    "Op grond van artikel 5 van de Wet milieubeheer is stoken verboden.",
    "Denk met ons mee over het plein!",
    "Betaalt u niet op tijd, dan krijgt u een boete.",
    "‘U moet nu betalen’, zei de man.",
    "Volgens de krant moet u thuis blijven 🙂.",
    "We willen draagvlak creëren en burgers meenemen.",
    "Wij bellen u binnen drie dagen, omdat uw mening telt.",
    "",
    "De balie is open.",
)


def labelled(name: str, key: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((LABELLED / f"{name}.toml").read_text("utf8"))[key]
    return found


def acts(engine: Engine, text: str) -> set[str]:
    return {signal.kind for signal in engine.check(text).signals}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U dient uw paspoort mee te nemen.", {"plicht"}),
        ("Als u verhuist, moet u dat aan ons doorgeven.", {"plicht"}),
        ("U mag hier niet parkeren.", {"verbod"}),
        ("Wij wijzen uw aanvraag af.", {"besluit"}),
        ("Uw aanvraag wordt afgewezen.", {"besluit"}),
        ("Betaalt u niet op tijd, dan krijgt u een boete.", {"dreiging"}),
        ("De inspectie controleert of u zich aan de regels houdt.", {"controle"}),
        ("Wij willen draagvlak creëren voor het nieuwe beleid.", {"uitrol"}),
        ("Burgers worden meegenomen in de transitie.", {"uitrol"}),
        ("Kom langs op onze bewonersavond.", {"uitnodiging"}),
        ("Wat vindt u van dit plan?", {"vraag"}),
        ("Samen met de bewoners maken wij een plan.", {"samen"}),
        ("U kunt kiezen tussen een gesprek en een brief.", {"keuze"}),
        ("Het ontwerp ligt nog niet vast.", {"ruimte"}),
        ("Wij bellen u binnen drie werkdagen.", {"toezegging"}),
        ("De straat is dicht, omdat de riolering wordt vernieuwd.", {"reden"}),
        ("Wij begrijpen dat dit vervelend voor u is.", {"erkenning"}),
        ("De balie is open van 9 tot 17 uur.", set()),
    ],
)
def test_each_act_is_found(engine: Engine, text: str, expected: set[str]) -> None:
    assert acts(engine, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dat kost samen 40 euro.",
        "Samen 40 euro.",
        "U voert een gezamenlijke huishouding met uw zus.",
        "U kunt bezwaar maken tegen dit besluit.",
        "De man riep: ‘U moet nu betalen!’",
        "Uw buurman zei dat u moet betalen.",
        "Volgens de krant moet u een boete betalen.",
        "Als u moet verhuizen, kunt u ons bellen.",
        "De aannemer moet de stoep herstellen.",
        "Stuur het formulier op.",
        "Op de Samen Sterk Markt staan kramen.",
    ],
)
def test_what_only_looks_like_an_act_is_none(engine: Engine, text: str) -> None:
    assert acts(engine, text) == set()


def test_a_quoted_duty_does_not_hide_our_own(engine: Engine) -> None:
    text = "Op de brief staat ‘u mag hier niet komen’. U moet vóór 1 mei betalen."
    [signal] = engine.check(text).signals
    assert (signal.kind, text[signal.start : signal.end]) == ("plicht", "U moet vóór 1 mei betalen.")
    assert "moet" in {text[cue.start : cue.end] for cue in signal.cues}


@pytest.mark.parametrize(
    ("text", "legal"),
    [
        ("U moet dit melden op grond van artikel 17.", True),
        ("U moet dit melden. Dat staat in artikel 17 van de Participatiewet.", True),
        ("U moet dit melden. Dat kan online. Zie artikel 17 van de Participatiewet.", False),
        ("Artikel 17 van de Participatiewet gaat over geld. U moet dit melden.", False),
    ],
)
def test_a_legal_ground_stands_in_the_sentence_or_the_next(engine: Engine, text: str, legal: bool) -> None:
    assert [signal.legal for signal in engine.check(text).signals if signal.kind == "plicht"] == [legal]


@pytest.mark.parametrize("pair", labelled("paren", "pair"), ids=lambda pair: pair["title"])
@pytest.mark.parametrize("profile", PROFILES)
def test_an_inviting_text_scores_higher_than_a_commanding_one(
    engine: Engine, pair: dict[str, str], profile: str
) -> None:
    low, high = (engine.check(pair[name], profile=profile).steering.balance for name in ("commanding", "inviting"))
    assert low is not None
    assert high is not None
    assert low < high


def test_there_are_ten_pairs() -> None:
    assert len(labelled("paren", "pair")) >= 10


def test_the_balance_is_worked_out_by_hand(engine: Engine) -> None:
    text = "U moet betalen. Parkeren is verboden. Denk met ons mee over het plein. Wij bellen u binnen drie dagen."
    found = engine.check(text).steering
    assert {kind for kind, count in found.counts.items() if count} == {"plicht", "verbod", "uitnodiging", "toezegging"}
    assert found.balance == 0.0
    assert found.shares["plicht"] == 0.25
    assert "2 keer sturend, 2 keer samenwerkend" in found.advice


@pytest.mark.parametrize(
    ("text", "balance", "advice"),
    [
        ("De balie is open.", None, "niets dat stuurt en niets dat uitnodigt"),
        ("U moet betalen.", -1.0, "te kort voor een oordeel: 1 keer sturend"),
        ("U moet betalen. Denk met ons mee over het plein.", 0.0, "te kort voor een oordeel: 1 keer sturend"),
        ("U moet betalen. U moet tekenen. U moet bellen.", -1.0, "stuurt meer dan past"),
    ],
)
def test_a_verdict_takes_three_acts(engine: Engine, text: str, balance: float | None, advice: str) -> None:
    found = engine.check(text).steering
    assert found.balance == balance
    assert advice in found.advice


@pytest.mark.parametrize("profile", PROFILES)
def test_the_same_text_is_judged_by_what_its_profile_expects(engine: Engine, profile: str) -> None:
    text = "Wij wijzen uw aanvraag af. U moet betalen. U mag hier niet parkeren."
    assert ("stuurt meer" in engine.check(text, profile=profile).steering.advice) == (profile != "besluit")


def test_places_are_free_commands_and_plans_for_others_come_first(engine: Engine) -> None:
    text = (
        "U moet dit melden op grond van artikel 17 van de Participatiewet.\n\nU moet betalen. U moet tekenen."
        " U moet bellen. Wij willen draagvlak creëren voor het beleid."
    )
    places = engine.check(text).steering.places
    assert [text[place.start : place.end] for place in places] == [
        "U moet betalen.",
        "U moet tekenen.",
        "Wij willen draagvlak creëren voor het beleid.",
    ]


def overlap(evidence: Range | None, text: str, wanted: str) -> bool:
    start = text.index(wanted)
    return evidence is not None and evidence.start < start + len(wanted) and start < evidence.end


def test_the_checklist_finds_what_six_texts_say_and_what_they_omit(engine: Engine) -> None:
    right_presence = right_place = total = present = 0
    for item in labelled("participatie", "text"):
        text, wanted = item["text"], item["found"]
        for found in engine.check(text, profile="participatie").steering.checklist:
            total += 1
            right_presence += (found.evidence is not None) == (found.id in wanted)
            if found.id in wanted:
                present += 1
                right_place += overlap(found.evidence, text, wanted[found.id])
    assert total == 6 * 7
    assert right_presence >= total - 1
    assert right_place >= 0.8 * present  # where two sentences answer, either will do


def test_an_empty_text_has_no_answers(engine: Engine) -> None:
    assert {item.evidence for item in engine.check("", profile="participatie").steering.checklist} == {None}


def check_integrity(text: str, report: Report) -> None:
    found = report.steering
    assert found.balance is None or -1 <= found.balance <= 1
    assert sum(found.counts.values()) == len(report.signals)
    assert found.legal == sum(signal.legal for signal in report.signals)
    assert all(0 <= share <= 1 for share in found.shares.values())
    for signal in report.signals:
        assert 0 <= signal.start < signal.end <= len(text)
        assert signal.cues
        assert all(signal.start <= cue.start < cue.end <= signal.end for cue in signal.cues)
        assert signal.kind in COMMANDING or not signal.legal
    free = {(item.start, item.end) for item in report.signals if item.kind in COMMANDING and not item.legal}
    assert len(found.places) <= 3
    assert {(place.start, place.end) for place in found.places} <= free
    for item in found.checklist:
        assert item.evidence is None or text[item.evidence.start : item.evidence.end].strip()


@settings(deadline=None)
@given(
    sentences=st.lists(st.sampled_from(SENTENCES), max_size=8),
    glue=st.sampled_from([" ", "\n\n", "\r\n"]),
    profile=st.sampled_from(PROFILES),
)
def test_whatever_sentences_the_report_is_whole(engine: Engine, sentences: list[str], glue: str, profile: str) -> None:
    text = glue.join(sentences)
    check_integrity(text, engine.check(text, profile=profile))


@settings(deadline=None)
@given(st.text(st.sampled_from('uUmoet samenijgdvr.,?!:‘’“"\n\t\u00a0🙂é1')))
def test_any_characters_are_survived(engine: Engine, text: str) -> None:
    check_integrity(text, engine.check(text, profile="participatie"))


def test_a_commanding_sentence_more_never_raises_the_balance(engine: Engine) -> None:
    text = "Denk met ons mee over het plein. Wij bellen u binnen drie dagen. Wat vindt u van dit plan?"
    before = engine.check(text).steering.balance
    after = engine.check(f"{text} U moet vóór 1 mei betalen.").steering.balance
    assert before is not None
    assert after is not None
    assert after < before


@pytest.mark.parametrize(
    ("name", "addition", "unknown"),
    [
        ("handelingen/plicht.toml", '[[pattern]]\nverb = ["moeten"]\nsubject = ["lezer"]', "lezer"),
        ("handelingen/plicht.toml", '[[pattern]]\nverb = ["moeten"]\nhas = ["haast"]', "haast"),
        ("handelingen/plicht.toml", '[[pattern]]\nwords = ["<haast>"]', "haast"),
        ("handelingen/plicht.toml", '[[pattern]]\nverb = ["<haast>"]', "haast"),
        ("handelingen/plicht.toml", '[[pattern]]\nsubject = ["reader"]', "words"),
        ("handelingen/plicht.toml", '[[pattern]]\nwerkwoord = ["moeten"]', "werkwoord"),
        ("handelingen/bevel.toml", '[[pattern]]\nverb = ["moeten"]', "bevel"),
        ("handelingen/kenmerken.toml", '[[traits.haast]]\nwords = ["nu"]\nsubject = ["lezer"]', "lezer"),
        ("vragenlijst.toml", '[[question.patterns]]\nwords = ["wij"]\nsubject = ["lezer"]', "lezer"),
    ],
)
def test_a_mistake_in_the_data_names_file_and_culprit(tmp_path: Path, name: str, addition: str, unknown: str) -> None:
    shutil.copytree(path("rules") / "handelingen", tmp_path / "handelingen")
    shutil.copy(path("rules") / "vragenlijst.toml", tmp_path)
    with (tmp_path / name).open("a", encoding="utf8") as out:
        out.write(f"\n{addition}\n")
    with pytest.raises(RuleError) as error:
        steering.load(tmp_path)
    assert Path(name).stem in str(error.value)
    assert unknown in str(error.value)


def test_a_class_is_said_once(tmp_path: Path) -> None:
    shutil.copytree(path("rules") / "handelingen", tmp_path / "handelingen")
    shutil.copy(path("rules") / "vragenlijst.toml", tmp_path)
    (tmp_path / "handelingen" / "zzz.toml").write_text('[classes]\nmensen = ["buren"]\n', encoding="utf8")
    with pytest.raises(RuleError, match="mensen"):
        steering.load(tmp_path)


def test_every_act_is_found_and_nothing_else(engine: Engine) -> None:
    """On the part that the patterns were tuned to; the held-out part is measured by `benchmarks steering` only."""
    tuned = [item for item in labelled("zinnen", "sentence") if not item["held_out"]]
    finder = steering.ActFinder(steering.load(path("rules")), steering.Weights.load())
    parsed = parse(engine.nlp, [(item["text"], "paragraph") for item in tuned])
    wanted, found = Counter[str](), Counter[str]()
    right = Counter[str]()
    for item, block in zip(tuned, parsed, strict=True):
        kinds = {signal.kind for signal in finder.find(block).signals}
        wanted.update(item["acts"])
        found.update(kinds)
        right.update(kinds & {*item["acts"]})
    assert len(wanted) == 14
    assert {kind: right[kind] / found[kind] for kind in wanted if right[kind] < 0.92 * found[kind]} == {}
    assert {kind: right[kind] / wanted[kind] for kind in wanted if right[kind] < 0.92 * wanted[kind]} == {}


def test_the_data_as_it_stands_is_sound() -> None:
    assert len(steering.load(path("rules")).acts) == 14
