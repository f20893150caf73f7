"""Small closed classes of Dutch words that rules share, from `data/lexicon.toml`."""

from functools import cache

import tomli

from schrijfhulp.resources import PACKAGE


@cache
def _tables() -> dict[str, frozenset[str]]:
    with (PACKAGE / "dutch" / "data" / "lexicon.toml").open("rb") as file:
        return {name: frozenset(" ".join(words).split()) for name, words in tomli.load(file).items()}


def words_of(table: str) -> frozenset[str]:
    """The words of a table, in small letters."""
    return _tables()[table]
