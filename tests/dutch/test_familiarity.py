"""Whether most readers know a word."""

import pytest

from schrijfhulp.dutch.familiarity import is_familiar


@pytest.mark.parametrize(
    "word",
    [
        "huis", "onverantwoord", "vergunningaanvrager", "zonnepanelen", "vaccinatiebewijs", "onbetaalbaar", "streef", "verken",
        "wandelaarster", "laadpalen", "hertelling", "kinderopvang", "stoeptegels", "veiligheid",
    ],
)  # fmt: skip
def test_common_derived_and_compound_words_are_familiar(word: str) -> None:
    assert is_familiar(word, limit=3.0)


@pytest.mark.parametrize(
    "word", ["deblokkering", "anticumulatie", "culpose", "vigerende", "algoritmegovernance", "soliditeit", "recidive"]
)
def test_rare_words_are_not(word: str) -> None:
    assert not is_familiar(word, limit=3.0)


def test_a_higher_limit_knows_fewer_words() -> None:
    assert is_familiar("circulaire", limit=2.0)
    assert not is_familiar("circulaire", limit=3.0)


@pytest.mark.parametrize("word", ["", "a", "xx", "zzzzzzz", "ééé"])
def test_odd_words_do_no_harm(word: str) -> None:
    assert is_familiar(word, limit=3.0) in (True, False)
