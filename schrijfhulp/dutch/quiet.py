"""Which words are not the writer's own: quoted, or part of a name. Rules about words leave those alone."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.resources import PACKAGE

CLOSED_BY = {"“": '”“"', "„": '”“"', "«": "»", '"': '"”', "‘": "’'", "'": "'’"}
LONGEST_QUOTE = 80  # tokens; beyond that a quotation mark has lost its partner
LONGEST_NAME = 12  # tokens
NAME_PARTS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X", "SYM"})
NAME_LINKS = frozenset({"ADP", "DET", "CCONJ"})


def quoted_tokens(doc: Doc) -> frozenset[int]:
    """Indices of the tokens between quotation marks, and of addresses, links and placeholders."""
    quoted: set[int] = set()
    opened: Token | None = None
    for token in doc:
        mark = token.text
        if opened is not None and (mark in CLOSED_BY[opened.text] or _ends_with_close(token, opened)):
            quoted.update(range(opened.i, token.i + 1))
            opened = None
        elif opened is not None and token.i - opened.i > LONGEST_QUOTE:
            opened = None
        elif opened is None and mark in CLOSED_BY and not token.whitespace_:
            opened = token
        if token.like_url or token.like_email:
            quoted.add(token.i)
    return frozenset(quoted)


def _ends_with_close(token: Token, opened: Token) -> bool:
    return (
        len(token.text) > 1
        and opened.text in "‘'"
        and token.text[-1] in CLOSED_BY[opened.text]
        and token.text[-2] in ".,!?"
    )


def named_tokens(doc: Doc) -> frozenset[int]:
    """Indices of the tokens of names: of laws and rules, and capitalised names of people, places and organisations."""
    named: set[int] = set()
    lowered = [token.lower_ for token in doc]
    for token in doc:
        if token.i in named:
            continue
        if token.text[0].isupper():
            if end := _known_law(lowered, token.i):
                named.update(range(token.i, end))
            elif _is_kind_of_law(token):
                named.update(range(token.i, _end_of_name(token)))
            elif _has_capital_of_a_name(token):
                named.add(token.i)
    return frozenset(named)


def _has_capital_of_a_name(token: Token) -> bool:
    """Whether nothing but a name explains the capital: no start of a sentence or quotation, no colon or emoji before."""
    if token.i == 0 or token.is_sent_start or token.lower_ in ("u", "uw", "uzelf"):
        return False
    before = token.nbor(-1)
    return before.text in ",/-(" or any(char.isalnum() for char in before.text)


def _is_kind_of_law(token: Token) -> bool:
    """`Wet`, `Besluit`, `Mediawet` … with a capital that no sentence start explains, or with its subject behind it."""
    lower = token.lower_
    if not lower.endswith(kinds_of_law()):
        return False
    if not token.is_sent_start:
        return True
    following = doc_token(token, 1)
    return (
        lower in kinds_of_law()
        and following is not None
        and (following.lower_ in ("op", "van", "tot") or following.pos_ in ("NOUN", "PROPN"))
    )


def _end_of_name(token: Token) -> int:
    """One past the last token of the name that starts here: nouns and what links them."""
    end = token.i + 1
    for following in token.doc[token.i + 1 : token.i + LONGEST_NAME]:
        if following.pos_ in NAME_PARTS or following.text.isdigit():
            end = following.i + 1
        elif following.pos_ not in NAME_LINKS:
            break
    return end


def doc_token(token: Token, step: int) -> Token | None:
    """The token `step` further, or None outside the doc."""
    at = token.i + step
    return token.doc[at] if 0 <= at < len(token.doc) else None


def _known_law(lowered: list[str], start: int) -> int | None:
    """One past the last token of a law's name in our list that starts at `start`; the longest wins."""
    ends = [
        start + len(name)
        for name in _laws().get(lowered[start], ())
        if lowered[start : start + len(name)] == list(name)
    ]
    return max(ends, default=None)


@cache
def kinds_of_law() -> tuple[str, ...]:
    """What the names of laws and rules end in, or begin with."""
    return tuple(words_of("kinds_of_law"))


@cache
def _laws() -> dict[str, tuple[tuple[str, ...], ...]]:
    laws: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in _law_names():
        words = tuple(name.lower().split())
        laws[words[0]] = (*laws.get(words[0], ()), words)
    return laws


def _law_names() -> Iterator[str]:
    with (PACKAGE / "dutch" / "data" / "laws.txt").open(encoding="utf8") as file:
        yield from (line.strip() for line in file if line.strip() and not line.startswith("#"))
