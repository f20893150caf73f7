"""The classic formulas, Flesch-Douma and LIX, from counts that add up over sentences.

Flesch-Douma, Douma (1960), De leesbaarheid van landbouwbladen: 206.835 - 0.93 x words per sentence - 77 x syllables
per word. LIX, Björnsson (1968), Läsbarhet: words per sentence + percentage of words of more than six letters.

These are the formulas and weights of the library textstat for `nl`; the tests hold ours against it. The counts are our
own: textstat takes a point in "d.m.v." for the end of a sentence, and hyphenation for syllables, which never sets one
letter apart: "open", "over" and "via" get one syllable, "ideeën" two. And loading it takes a third of a second.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

LONG = 6  # letters; LIX counts words that have more

NO_WORD = re.compile(r"https?:|www\.|.*@")
PIECE = re.compile(r"[^\W\d_]+|\d+")
NUCLEUS = re.compile(
    r"aai|ooi|oei|eeu|eau|ieu(?=w)|(?<=l)ieu"  # mooi, sneeuw, bureau, nieuw, milieu, but seri-eus
    r"|eu(?!m(?![aeiou]))|aa|ee|oo|uu|ie|oe|ui|ei|ij|ou|au|ai|oi"  # keuze, but muse-um
    r"|[aeo]y(?![aeiou])"  # essay, but ro-yaal
    r"|(?<!q)[aeiou]|(?<=[^aeiou])y"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceCounts:
    """What the formulas count in one sentence."""

    words: int
    long_words: int
    syllables: int


def sentence_counts(tokens: Iterable[str]) -> SentenceCounts | None:
    """The counts of one sentence, given as its tokens; None without words. Web and mail addresses are none."""
    words = [token for token in tokens if PIECE.search(token) and not NO_WORD.match(token)]
    if not words:
        return None
    return SentenceCounts(
        words=len(words),
        long_words=sum(sum(map(str.isalpha, word)) > LONG for word in words),
        syllables=sum(map(syllables, words)),
    )


def flesch_douma(sentences: Iterable[SentenceCounts]) -> float | None:
    """Flesch-Douma reading ease: about 100 is very easy, 0 very hard, and it can go beyond; None without words."""
    counted = list(sentences)
    words = sum(sentence.words for sentence in counted)
    if not words:
        return None
    return 206.835 - 0.93 * words / len(counted) - 77 * sum(sentence.syllables for sentence in counted) / words


def lix(sentences: Iterable[SentenceCounts]) -> float | None:
    """LIX: below 30 is very easy, above 60 very hard; None without words."""
    counted = list(sentences)
    words = sum(sentence.words for sentence in counted)
    if not words:
        return None
    return words / len(counted) + 100 * sum(sentence.long_words for sentence in counted) / words


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """The syllables of a Dutch word, at least one. Letters that make no word are spelled: BSN has three, d.m.v. too."""
    pieces: list[str] = PIECE.findall(_bare(word))
    return max(1, sum(len(NUCLEUS.findall(piece)) or (1 if piece.isdigit() else len(piece)) for piece in pieces))


def _bare(word: str) -> str:
    """The word in small letters without accents; a diaeresis becomes a hyphen before its letter: a syllable."""
    letters: list[str] = []
    for char in unicodedata.normalize("NFKD", re.sub("['’]", "", word.lower())):
        if char == "\N{COMBINING DIAERESIS}":
            letters.insert(len(letters) - 1, "-")
        elif not unicodedata.combining(char):
            letters.append(char)
    return "".join(letters)
