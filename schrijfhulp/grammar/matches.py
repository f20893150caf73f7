"""What a source says of a block, in code points, and the block as a source gets it."""

from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

CODE = "X"  # what inline code reads as: a word without gender or spelling

Ranges = tuple[tuple[int, int], ...]


class UnavailableError(Exception):
    """A source that gives no answer; the message says why, in Dutch and without a full stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A mistake in a block. `rule`, `category` and `kind` (its issue type) are LanguageTool's names."""

    rule: str
    category: str
    kind: str
    start: int
    end: int
    message: str
    suggestions: tuple[str, ...]


def annotation(text: str, markup: Ranges) -> list[dict[str, str]]:
    """The text as LanguageTool's annotation, in runs of prose and of markup."""
    runs: list[dict[str, str]] = []
    done = 0
    for start, end in markup:
        runs += [{"text": text[done:start]}, {"markup": text[start:end], "interpretAs": CODE}]
        done = end
    return [run for run in [*runs, {"text": text[done:]}] if run.get("text") != ""]


def without_half_characters(text: str) -> str:
    """The text with `?` for each half of a surrogate pair, which no encoding has."""
    return text.encode("utf-8", "replace").decode("utf-8")


def code_points(text: str, encoding: Literal["utf-8", "utf-16-le"]) -> dict[int, int]:
    """The code point at each offset in the encoded text where one starts; offsets count the units of the encoding."""
    unit = 2 if encoding == "utf-16-le" else 1
    sizes = (len(char.encode(encoding)) // unit for char in text)
    return {offset: index for index, offset in enumerate(accumulate(sizes, initial=0))}
