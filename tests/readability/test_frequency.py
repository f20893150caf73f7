"""The Zipf scale of words."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schrijfhulp.dutch import frequency
from schrijfhulp.dutch.frequency import UNSEEN, look_up, open_table, zipf

LIST = Path(frequency.__file__).parent / "data" / "frequency.tsv"


def test_published_values() -> None:
    assert zipf("ik") == pytest.approx(7.600790715899573, abs=1e-12)
    assert zipf("stad") == pytest.approx(5.435577664689725, abs=1e-12)
    assert abs(UNSEEN - 1.359228547196266) < 1e-12


def test_case_and_spelling_of_accents_aside() -> None:
    assert zipf("Stad") == zipf("stad")
    assert zipf("ideee\u0308n") == zipf("ideeën") is not None
    assert zipf("zo’n") == zipf("zo'n") is not None


@pytest.mark.parametrize("word", ["qwxzqwxz", "", "\t", "\n", "new york", "\ud800", "\U0001f600"])
def test_unlisted(word: str) -> None:
    assert zipf(word) is None


def test_every_part_of_the_list_is_found() -> None:
    with LIST.open(encoding="utf8") as file:
        table = open_table(LIST)
        for line in itertools.islice(file, 0, None, 997):
            word, value = line.rstrip("\n").split("\t")
            assert look_up(table, word) == value


def test_first_and_last_line() -> None:
    lines = LIST.read_bytes().splitlines()
    table = open_table(LIST)
    for line in (lines[0], lines[-1]):
        word, value = line.decode().split("\t")
        assert look_up(table, word) == value


def test_sorted() -> None:
    words = [line.split(b"\t")[0] for line in LIST.read_bytes().splitlines()]
    assert all(a < b for a, b in itertools.pairwise(words))


@given(st.text(max_size=12))
def test_never_an_error(word: str) -> None:
    value = zipf(word)
    assert value is None or 1 < value < 8
