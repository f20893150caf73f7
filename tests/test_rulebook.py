"""A mistake in a rule or profile is an error that names the file and the key."""

from pathlib import Path

import pytest

from schrijfhulp import Engine, examples, rulebook
from schrijfhulp.rulebook import RuleError

GOOD = """
title = "Jargon"
message = "‘{match}’ kennen alleen collega’s."
why = "Wie hier niet werkt, kent dit woord niet."
source = "https://www.gemeente.example"
severity = "midden"
[replace]
"het sociaal domein" = ["zorg en steun"]
[[example]]
bad = "Wij werken in {het sociaal domein}."
good = "Wij werken in zorg en steun."
"""


def folder(tmp_path: Path, rule: str) -> Path:
    (tmp_path / "woordkeuze").mkdir()
    (tmp_path / "woordkeuze" / "jargon.toml").write_text(rule, encoding="utf8")
    return tmp_path


def test_an_own_rule_works_like_ours(engine: Engine, tmp_path: Path) -> None:
    book = rulebook.load(folders=[folder(tmp_path, GOOD)])
    own = Engine(engine.nlp, book)
    rule = book.rules["woordkeuze/jargon"]
    assert list(examples.failures(own, [rule])) == []
    assert own.check("Het sociaal domein groeit.").findings[0].suggestions[0].text == "Zorg en steun"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("title =", "titel ="), "title: ontbreekt"),
        (('severity = "midden"', 'severity = "erg"'), "severity: moet ‘hoog’, ‘midden’ of ‘laag’ zijn"),
        (("[replace]", 'kleur = "rood"\n[replace]'), "kleur: deze sleutel bestaat niet"),
        (("[replace]", 'patterns = [{ tokens = [{ LOWER = "x" }] }]\n[replace]'), "precies één van"),
        (("[replace]", "[replace.bijwoord]"), "kent geen tabel ‘bijwoord’"),
        (("[replace]", 'id = "x"\n[replace]'), "id: volgt uit de naam"),
        (("{het", "het"), "example.0: ‘bad’ heeft accolades"),
        (("[[example]]", "[example]"), "example"),
        (("title", "= title"), "geen geldig TOML"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_mistake_is_named(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    with pytest.raises(RuleError, match=r"jargon\.toml") as caught:
        rulebook.load(folders=[folder(tmp_path, GOOD.replace(*change, 1))])
    assert message in str(caught.value)


def test_a_rule_without_examples_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="example: ontbreekt"):
        rulebook.load(folders=[folder(tmp_path, GOOD.split("[[example]]", maxsplit=1)[0])])


def test_an_example_that_does_not_hold_is_named(engine: Engine, tmp_path: Path) -> None:
    book = rulebook.load(folders=[folder(tmp_path, GOOD.replace("zorg en steun.", "iets anders."))])
    own = Engine(engine.nlp, book)
    problems = list(examples.failures(own, [book.rules["woordkeuze/jargon"]]))
    assert problems == [
        "woordkeuze/jargon: voorbeeld ‘Wij werken in {het sociaal domein}.’: "
        "wordt ‘Wij werken in zorg en steun.’, verwacht ‘Wij werken in iets anders.’"
    ]


def test_an_unknown_check_is_named(engine: Engine, tmp_path: Path) -> None:
    rule = GOOD.replace('[replace]\n"het sociaal domein" = ["zorg en steun"]', 'check = "bestaat_niet"')
    with pytest.raises(RuleError, match="‘bestaat_niet’"):
        Engine(engine.nlp, rulebook.load(folders=[folder(tmp_path, rule)]))


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="bestaat niet"):
        rulebook.load(folders=[tmp_path / "weg"])
