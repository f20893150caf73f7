"""Dutch compounds: the known words that a long word is made of, and whether those are all common words.

The last part decides: the noun list of LiNT-II (see readability/lint.py) names it for most compounds; for others it is
the longest known word at the end that leaves a known word, or a compound, before it.
"""

import mmap
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from schrijfhulp.dutch.frequency import look_up, normal_form, open_table, zipf
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.resources import PACKAGE

COMMON = 3.2  # Zipf: about seventy times in the film subtitles
KNOWN = 2.6  # Zipf of a part that is no noun: rarer forms are mostly names and slips
SHORTEST = 3  # letters of a part
SHORTEST_WORD = 6  # letters of a word that is worth splitting
SHORTEST_SIMPLE = 9  # letters of a rare word that is split although the noun list calls it simple
HYPHEN = re.compile(r"(?<=\w\w)[-‑–/](?=\w\w)")
DOUBLED = re.compile(r"([bdfgklmnprst])\1e$")

SHORT_LAST = words_of("compound_short_last")
SHORT_FIRST = words_of("compound_short_first")
BOUND_FIRST = words_of("compound_bound_first")
BOUND_LAST = frozenset(
    stem + ending
    for stem in [
        "daags",
        "delig",
        "jarig",
        "kleurig",
        "maandelijks",
        "maals",
        "ploegig",
        "plichtig",
        "polig",
        "rijk",
        "talig",
        "traps",
        "vormig",
        "voudig",
        "waardig",
        "wekelijks",
        "zijdig",
    ]
    for ending in ("", "e")
) | frozenset(("lang", "arm", "vrij", "vrije", "klaar", "hard", "breed", "brede"))
NEVER_LAST = words_of("compound_never_last")
NEVER_FIRST = words_of("compound_never_first")


def parts(word: str) -> tuple[str, ...]:
    """The parts of a compound in small letters, without the letters that link them; a simple word is one part."""
    pieces = HYPHEN.split(normal_form(word))
    return tuple(part for piece in pieces for part in (_part(piece) if len(pieces) > 1 else _parts(piece)))


def is_transparent(word: str, *, common: float = COMMON) -> bool:
    """Whether the word has parts that are all common, or transparent in turn; common is a Zipf value of `common` or more."""
    found = parts(word)
    return len(found) > 1 and all(frequency(part) >= common or is_transparent(part, common=common) for part in found)


def frequency(part: str) -> float:
    """The Zipf value of a part; 0 for an unknown word, and a common one for what only lives in compounds (mini-, -jarig)."""
    return COMMON if part in BOUND_FIRST or part in BOUND_LAST else zipf(part) or 0.0


@lru_cache(maxsize=8192)
def _parts(word: str) -> tuple[str, ...]:
    if len(word) < SHORTEST_WORD or not word.isalpha():
        return (word,)
    entry = _noun(word)
    if entry and (at := _start_of(entry, word)):
        return (*(_modifier(word[:at]) or (word[:at],)), *_part(word[at:]))
    if entry == "" and (frequency(word) >= COMMON or len(word) < SHORTEST_SIMPLE):
        return (word,)
    found = max(_splits(word), key=_plausible, default=(word,))
    return (word,) if entry == "" and found[0] in SHORT_FIRST else found


def _part(word: str) -> tuple[str, ...]:
    """A part as it is, or its own parts when it is a rare word."""
    return (word,) if frequency(word) >= KNOWN else _parts(word)


def _start_of(head: str, word: str) -> int:
    """Where the last part starts, by its dictionary form (`schip` in `spookschepen`); 0 when it is not found."""
    for length in range(len(head), 0, -1):
        if (at := word.rfind(head[:length], SHORTEST - 1)) > 0 and len(word) - at <= len(head) + 4:
            return at
    return 0


def _splits(word: str) -> Iterator[tuple[str, ...]]:
    for at in range(2, len(word) - SHORTEST + 1):
        if _can_be_part(word[at:]) and (modifier := _modifier(word[:at])):
            yield (*modifier, word[at:])


def _plausible(split: tuple[str, ...]) -> tuple[int, float]:
    """Few parts beat many; of as many, the split whose rarest part is the most common."""
    return -len(split), min(frequency(part) + len(part) / 10 for part in split)


def _can_be_part(word: str) -> bool:
    if word in BOUND_LAST or word in SHORT_LAST:
        return True
    if len(word) == SHORTEST or word in NEVER_LAST:
        return False
    return _noun(word) is not None or (len(word) > SHORTEST + 1 and frequency(word) >= KNOWN)


@lru_cache(maxsize=8192)
def _modifier(text: str) -> tuple[str, ...]:
    """The parts of what stands before the last part; empty when it is no word."""
    for stem in _stems(text):
        if _can_be_first(stem):
            return (stem,)
    for stem in _stems(text):
        if len(stem) >= 2 * SHORTEST and (found := max(_splits(stem), key=_plausible, default=())):
            return found
    return ()


def _stems(text: str) -> Iterator[str]:
    """The text, and what is left without linking letters: opleiding(s), paard(en), zon(ne)."""
    yield text
    if text.endswith("s"):
        yield text[:-1]
    if text.endswith("en"):
        yield text[:-2]
    if text.endswith(("e", "n")):
        yield text[:-1]
    if DOUBLED.search(text):
        yield text[:-2]


def _can_be_first(word: str) -> bool:
    if word in BOUND_FIRST or word in SHORT_FIRST:
        return True
    if len(word) < SHORTEST or word in NEVER_FIRST:
        return False
    if len(word) == SHORTEST:
        return frequency(word) >= COMMON and _noun(word) is not None
    return _noun(word) is not None or frequency(word) >= KNOWN


@lru_cache(maxsize=8192)
def _noun(word: str) -> str | None:
    """The last part of a compound in the noun list, an empty text for a simple noun; None for what is not listed."""
    value = look_up(_nouns(), word)
    return None if value is None else value[1:]


@cache
def _nouns() -> mmap.mmap:
    return open_table(PACKAGE / "readability" / "data" / "nouns.tsv")
