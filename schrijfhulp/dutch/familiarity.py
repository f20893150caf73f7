"""Whether most readers know a word: it is common, or derived from a common word, or made of common words."""

from collections.abc import Iterator
from functools import cache, lru_cache

from schrijfhulp.dutch.compounds import parts
from schrijfhulp.dutch.frequency import zipf
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.resources import PACKAGE

DEPTH = 2  # steps from a word to the words it is made of: vergunning + aanvrag-er
PREFIXES = words_of("productive_prefixes")
ENDINGS = words_of("productive_endings")
VOWELS = "aeiou"
FINAL = {"v": "f", "z": "s"}
VOICED = {"f": "v", "s": "z"}


@lru_cache(maxsize=8192)
def is_familiar(word: str, *, limit: float, depth: int = DEPTH) -> bool:
    """Whether the word has a Zipf value of `limit` or more, or comes from words that have."""
    if (zipf(word) or 0.0) >= limit or word in _familiar_words():
        return True
    if depth == 0 or len(word) < 5:
        return False
    found = parts(word)
    if len(found) > 1 and all(is_familiar(part, limit=limit, depth=depth - 1) for part in found):
        return True
    return any(is_familiar(stem, limit=limit, depth=depth - 1) for stem in _stems(word))


def _stems(word: str) -> Iterator[str]:
    """What is left of a word without a productive prefix or ending, spelled as a word of its own; a verb's infinitive."""
    yield from _infinitives(word)
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 4:
            yield word[len(prefix) :]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            yield from _spelled(word[: -len(ending)])


def _infinitives(stem: str) -> Iterator[str]:
    """The infinitives that the stem of a verb can have: verken(nen), streef (streven)."""
    if stem[-1] not in VOWELS and stem[-2] in VOWELS:
        yield stem + stem[-1] + "en"
        if stem[-2] == stem[-3]:
            yield stem[:-2] + VOICED.get(stem[-1], stem[-1]) + "en"


def _spelled(stem: str) -> Iterator[str]:
    """A stem as it is, and as an infinitive or a closed syllable spells it: wandel(en), lez: lees, zitt: zit."""
    yield from (stem, stem + "en", stem + "e")
    last = FINAL.get(stem[-1], stem[-1])
    if last != stem[-1]:
        yield stem[:-1] + last
    if stem[-1] == stem[-2]:
        yield stem[:-1]
    elif stem[-1] not in VOWELS and stem[-2] in VOWELS and stem[-3] not in VOWELS:
        yield stem[:-1] + stem[-2] + last


@cache
def _familiar_words() -> frozenset[str]:
    """Words that readers know although film subtitles of before 2010 seldom have them."""
    lines = (PACKAGE / "dutch" / "data" / "familiar.txt").read_text(encoding="utf8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
