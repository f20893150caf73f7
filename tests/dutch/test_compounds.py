"""Compounds are split where a reader would, and only common parts make a word easy."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from schrijfhulp.dutch.compounds import is_transparent, parts

TREEBANKS = Path(__file__).parents[3] / "shared" / "ud"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("omgevingsvergunning", ("omgeving", "vergunning")),
        ("gemeenteraadsverkiezingen", ("gemeenteraad", "verkiezingen")),
        ("Persoonsgegevens", ("persoon", "gegevens")),
        ("vrouwentoernooi", ("vrouwen", "toernooi")),
        ("zonnepaneel", ("zon", "paneel")),
        ("Awb-procedure", ("awb", "procedure")),
        ("subsidieaanvraagformulier", ("subsidie", "aanvraagformulier")),
        ("tienjarige", ("tien", "jarige")),
        ("minibus", ("mini", "bus")),
    ],
)
def test_a_compound_has_its_parts(word: str, expected: tuple[str, ...]) -> None:
    assert parts(word) == expected


@pytest.mark.parametrize(
    "word",
    ["bestuur", "gemeente", "beleid", "verordening", "verantwoordelijkheid", "moeilijkheden", "vergadering", "e-mail"],
)
def test_a_simple_word_stays_whole(word: str) -> None:
    assert parts(word) == (word,)


@pytest.mark.parametrize("word", ["", "a", "-", "x-y", "120", "€", "ß", "één", "’s-Gravenhage"])
def test_odd_words_have_parts_too(word: str) -> None:
    assert len(parts(word)) >= 1


@pytest.mark.parametrize("word", ["omgevingsvergunning", "gemeenteraadsverkiezingen", "vergunningaanvraag"])
def test_common_parts_make_a_word_transparent(word: str) -> None:
    assert is_transparent(word)


@pytest.mark.parametrize("word", ["verantwoordelijkheid", "anticumulatiebepaling", "fietst", "deblokkeringsgrond"])
def test_a_simple_or_rare_word_is_not_transparent(word: str) -> None:
    assert not is_transparent(word)


@pytest.mark.skipif(not TREEBANKS.is_dir(), reason="the treebanks are not in the repository")
@pytest.mark.parametrize(("name", "least"), [("dev-alpino", 0.9), ("dev-lassysmall", 0.9), ("train-lassysmall", 0.88)])
def test_the_treebank_agrees(name: str, least: float) -> None:
    words = dict(_annotated(TREEBANKS / f"{name}.conllu"))
    right = sum(_agree(parts(word), expected) for word, expected in words.items())
    assert right / len(words) >= least, f"{right} of {len(words)}"


def _annotated(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The nouns and adjectives that the treebank calls compounds, each with its parts in dictionary form."""
    for line in path.read_text(encoding="utf8").splitlines():
        columns = line.split("\t")
        if len(columns) == 10 and "Parts=" in columns[9] and columns[3] in ("NOUN", "ADJ"):
            found = next(item for item in columns[9].split("|") if item.startswith("Parts="))
            yield columns[1].lower(), tuple(found.removeprefix("Parts=").lower().split("+"))


def _agree(found: tuple[str, ...], expected: tuple[str, ...]) -> bool:
    """Whether the parts are the same words, in whatever form: a part may lack or change its last two letters."""
    if len(found) != len(expected):
        return False
    return all(
        one[: (least := max(2, min(len(one), len(other)) - 2))] == other[:least]
        for one, other in zip(found, expected, strict=True)
    )
