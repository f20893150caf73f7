"""Flesch-Douma and LIX: numbers worked by hand, and textstat's where it counts right."""

import pytest

from schrijfhulp.readability import formulas
from schrijfhulp.readability.formulas import SentenceCounts, flesch_douma, lix, sentence_counts, syllables


def counts(words: int, long_words: int, count: int) -> SentenceCounts:
    return SentenceCounts(words=words, long_words=long_words, syllables=count)


def test_counts_by_hand() -> None:
    tokens = ["De", "gemeente", "geeft", "u", "d.m.v.", "o.a.", "i.v.m.", "een", "vergunning", "."]
    # 1 + 3 + 1 + 1 + 3 + 2 + 3 + 1 + 3
    assert sentence_counts(tokens) == counts(9, 2, 18)


def test_symbols_and_addresses_are_no_words() -> None:
    assert sentence_counts(
        ["Kijk", "op", "www.voorbeeld.nl", "of", "mail", "info@voorbeeld.nl", "(", "€", "5", ")"]
    ) == counts(5, 0, 5)
    assert sentence_counts(["...", "–", "https://voorbeeld.nl"]) is None
    assert sentence_counts([]) is None


def test_letters_make_a_word_long() -> None:
    assert sentence_counts(["zes-tal"]) == counts(1, 0, 2)
    assert sentence_counts(["auto's", "sterker"]) == counts(2, 1, 4)


def test_formulas_by_hand() -> None:
    sentences = [counts(10, 2, 15), counts(6, 2, 9)]
    assert flesch_douma(sentences) == pytest.approx(206.835 - 0.93 * 8 - 77 * 1.5)
    assert lix(sentences) == pytest.approx(8 + 25)


def test_undefined_without_words() -> None:
    assert flesch_douma([]) is None
    assert lix([]) is None


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("ideeën", 3), ("zeeën", 2), ("knieën", 2), ("categorieën", 5), ("reëel", 2), ("ruïne", 3), ("naïef", 2),
        ("beëindigen", 4), ("coördinatie", 5), ("geüit", 2), ("financiële", 5), ("tweeëntwintig", 4), ("efficiënt", 4),
        ("open", 2), ("over", 2), ("eten", 2), ("via", 2), ("idee", 2), ("avond", 2), ("radio", 3), ("overheid", 3),
        ("één", 1), ("vóór", 1), ("café", 2), ("mooie", 2), ("nieuwe", 2), ("nieuws", 1), ("eeuw", 1), ("serieus", 3),
        ("milieu", 2), ("museum", 3), ("bureau", 2), ("niveau", 2), ("royaal", 2), ("essay", 2), ("cyclus", 2),
        ("bijstandsuitkering", 5), ("individueel", 5), ("officieel", 4), ("januari", 4), ("situatie", 4), ("quotum", 2),
        ("zo'n", 1), ("foto's", 2), ("video’s", 3), ("e-mail", 2), ("en/of", 2), ("vrĳ", 1), ("AANVRAAG", 2),
        ("BSN", 3), ("Wlz", 3), ("d.m.v.", 3), ("o.a.", 2), ("2024", 1), ("A4", 2), ("€", 1), ("", 1),
    ],
)  # fmt: skip
def test_syllables(word: str, number: int) -> None:
    assert syllables(word) == number


def test_same_as_textstat_where_it_counts_right() -> None:
    textstat = pytest.importorskip("textstat").textstat
    sentences = [
        "De gemeente geeft u een vergunning voor de woning.",
        "Wij sturen deze week een brief met de beslissing.",
    ]
    text = " ".join(sentences)
    ours = [count for sentence in sentences if (count := sentence_counts(sentence.replace(".", " .").split()))]
    textstat.set_lang("nl")
    try:
        assert flesch_douma(ours) == pytest.approx(textstat.flesch_reading_ease(text))
        assert lix(ours) == pytest.approx(textstat.lix(text))
    finally:
        textstat.set_lang("en_US")


def test_composed_and_decomposed_accents_are_alike() -> None:
    assert formulas.syllables("ide\u0065\u0308n") == formulas.syllables("ideën")
