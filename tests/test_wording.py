"""Word lists against the engine: what the rules' own examples, each with one rule, cannot show."""

from schrijfhulp import Engine

OFFICIAL, HARD, WORDY = "woordkeuze/ambtelijk-woord", "woordkeuze/moeilijk-woord", "woordkeuze/omslachtig"


def words(engine: Engine, text: str, *rules: str) -> list[str]:
    return [text[item.start : item.end] for item in engine.check(text, enable=rules).findings]


def test_a_phrase_hides_its_words(engine: Engine) -> None:
    text = "U kunt hoger beroep instellen."
    assert words(engine, text, OFFICIAL, HARD) == ["hoger beroep instellen"]


def test_a_phrase_in_parts_hides_its_words(engine: Engine) -> None:
    text = "In maart zal een aanvang worden gemaakt met het werk."
    assert words(engine, text, OFFICIAL, WORDY) == ["gemaakt"]
    assert words(engine, text, OFFICIAL) == ["aanvang"]


def test_a_word_is_long_or_difficult(engine: Engine) -> None:
    long = "woordkeuze/lang-woord"
    rare = "Dit vraagt om een verstandhoudingsherijkingsslag."
    assert [finding.rule for finding in engine.check(rare, enable=[long, HARD]).findings] == [long]
    listed = "De gemeente vraagt om een implementatietraject."
    assert [finding.rule for finding in engine.check(listed, enable=[long, HARD]).findings] == [HARD]


def test_a_phrase_of_a_rule_that_is_off_hides_nothing(engine: Engine) -> None:
    text = "U kunt hoger beroep instellen."
    assert words(engine, text, HARD) == ["hoger beroep"]


def test_fixed_wording_of_a_rule_that_is_off_hides_nothing(engine: Engine) -> None:
    text = "Doe dit op zodanige wijze dat niemand er last van heeft."
    assert words(engine, text, OFFICIAL, WORDY) == ["op zodanige wijze dat"]
    assert words(engine, text, OFFICIAL) == ["op zodanige wijze"]


def test_a_rare_verb_is_found_whatever_the_tagger_says(engine: Engine) -> None:
    assert words(engine, "De gemeente managet het project.", "woordkeuze/leenwoord") == ["managet"]
