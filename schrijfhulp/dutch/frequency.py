"""How common a Dutch word is: the Zipf scale over SUBTLEX-NL.

Source: Keuleers, Brysbaert & New (2010), SUBTLEX-NL: film subtitles, as published with lint-ii 0.1.3 (EUPL-1.2). The
list stays on disk and is searched there: loading it would take longer than checking a letter.
"""

import math
import mmap
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

CORPUS_SIZE = 43_729_192  # words
UNSEEN = math.log10(1e9 / CORPUS_SIZE)  # Zipf value of a word that the corpus does not have, as LiNT-II counts it


@lru_cache(maxsize=16384)
def zipf(word: str) -> float | None:
    """How common a word form is, in any case: log10 of occurrences per billion, 1.7 to 7.6; None if not listed."""
    count = look_up(_table(), normal_form(word))
    return None if count is None else math.log10(int(count) * 1e9 / CORPUS_SIZE)


def normal_form(word: str) -> str:
    """The word as the lists spell it: lower case, composed accents, straight apostrophe."""
    return unicodedata.normalize("NFC", word).lower().replace("’", "'")


def open_table(path: Path) -> mmap.mmap:
    """A file of lines `key<tab>value`, sorted by the bytes of the key, without reading it."""
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def look_up(table: mmap.mmap, key: str) -> str | None:
    """The value of a key in an open table; None if it is not there."""
    wanted = key.encode(errors="replace")
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) // 2
        start = table.rfind(b"\n", low, middle) + 1 or low
        end = table.find(b"\n", middle)
        found, _, value = table[start:end].partition(b"\t")
        if found == wanted:
            return value.decode()
        if found < wanted:
            low = end + 1
        else:
            high = start
    return None


@cache
def _table() -> mmap.mmap:
    return open_table(Path(__file__).parent / "data" / "frequency.tsv")
