"""Rewrite a stretch of a block: tokens are dropped or replaced, what stands between them stays as it was."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from schrijfhulp.dutch.inflection import like
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.types import Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """What a rewriter makes of a match: suggestions, and values for the message."""

    suggestions: tuple[Suggestion, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)


def rewritten(parsed: Parsed, first: Token, last: Token, changes: Mapping[int, str]) -> Suggestion:
    """The suggestion that gives each token of `first` to `last` in `changes` its new text; an empty text drops it.

    A capital at the start stays at the start, on whichever word comes to stand there.
    """
    start, end = parsed.place(first, last)
    words: list[str] = []
    glue = ""
    for index in range(first.i, last.i + 1):
        text = changes.get(index, parsed.text[parsed.starts[index] : parsed.ends[index]])
        if text:
            words += [glue, text] if words else [text]
        following = parsed.starts[index + 1] if index < last.i else end
        gap = parsed.text[parsed.ends[index] : following]
        glue = gap if text or not words else glue or gap
    result = "".join(words)
    opening = parsed.text[start:end].split(" ", 1)[0]
    if changes.get(first.i) is not None and opening[:1].isupper() and not opening.isupper():
        result = like("Xx", result)
    return Suggestion(text=result, start=start, end=end)
