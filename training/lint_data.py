"""Make the word lists of LiNT-II from the package that published it.

    python training/lint_data.py LINT_II

LINT_II is the installed folder of lint-ii 0.1.3 (EUPL-1.2). Needs pyarrow, best in an environment of its own: lint-ii's
requirements do not go together with ours. Writes `schrijfhulp/dutch/data/frequency.tsv` and what is in
`schrijfhulp/readability/data/`. Tables are lines `word<tab>value`, sorted by the bytes of the word, so that they can be
searched where they lie.
"""

import argparse
import unicodedata
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from schrijfhulp.dutch.frequency import CORPUS_SIZE

PACKAGE = Path(__file__).parents[1] / "schrijfhulp"
TYPES = {"concrete": "C", "abstract": "A", "undefined": "U"}


def read(path: Path) -> dict[str, list[Any]]:
    """The columns of a parquet file."""
    columns: dict[str, list[Any]] = import_module("pyarrow.parquet").read_table(path).to_pydict()
    return columns


def is_token(word: str | None) -> bool:
    """Whether a parser can ever hand us this word: the lists also hold phrases, and rubbish from subtitles."""
    return bool(word) and not any(char in "_ " or unicodedata.category(char) in {"Cc", "Zs"} for char in word or "")


def frequencies(folder: Path) -> Iterable[str]:
    """Word and occurrences plus one, which is what the published log10 per billion was taken of."""
    columns = read(folder / "subtlex_wordfreq.parquet")
    for word, zipf in zip(columns["word"], columns["word_count"], strict=True):
        if is_token(word):
            yield f"{word}\t{round(10**zipf * CORPUS_SIZE / 1e9)}"


def nouns(folder: Path) -> Iterable[str]:
    """Word, semantic type, and for a compound the singular of its last part."""
    columns = read(max(folder.glob("nouns_sem_types_*.parquet")))
    for word, kind, head in zip(columns["word"], columns["super_sem_type"], columns["head"], strict=True):
        if is_token(word):
            yield f"{word}\t{TYPES[kind]}{head or ''}"


def words(path: Path, column: str) -> Iterable[str]:
    """The words of a list, once; what LiNT-II itself never matches because of a trailing space stays out."""
    return {word for word in read(path)[column] if is_token(word)}


def write(path: Path, lines: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(sorted(f"{line}\n".encode() for line in lines)))


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the word lists of LiNT-II.")
    parser.add_argument("lint_ii", type=Path, help="folder of the installed package lint_ii")
    source = parser.parse_args().lint_ii / "linguistic_data" / "data"
    target = PACKAGE / "readability" / "data"
    write(PACKAGE / "dutch" / "data" / "frequency.tsv", frequencies(source))
    write(target / "nouns.tsv", nouns(source))
    write(target / "skip.txt", words(source / "subtlex_wordfreq_skiplist.parquet", "word"))
    write(target / "units.txt", words(source / "measurement_units.parquet", "symbol"))
    write(target / "manner.txt", words(max(source.glob("manner_adverbs_*.parquet")), "adverb"))


if __name__ == "__main__":
    main()
