"""From LanguageTool's matches to findings: without names, codes, placeholders and compounds of known words."""

import re
from collections.abc import Iterator

from schrijfhulp.dutch.abbreviations import pointed
from schrijfhulp.dutch.compounds import KNOWN, frequency, is_transparent, parts
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.grammar.choices import Choices
from schrijfhulp.grammar.matches import Match
from schrijfhulp.types import Finding, Suggestion

CATEGORY = "taal"
SUGGESTIONS = 5
SPELLING, CASING = "TYPOS", "CASING"
PLACEHOLDER = re.compile(r"\$?\{[^{}\n]*\}|\[[^\[\]\n]*\]|<[^<>\n]{1,60}>|%\w+%|__\w+__|«[^«»\n]*»")
SUGGESTED = re.compile(r"<suggestion>(.*?)</suggestion>")
CODE = re.compile(
    r"\d|[a-z][A-Z]|^\W|_|^[A-Z]{1,5}-?[A-Z]$"
)  # BSK-2014, MijnRIVM, requestedAmount, -tankstations, DUS-I
CELL = re.compile(r"\|\s*$")
CLASHING = frozenset(("aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "ij", "oe", "oi", "oo", "ou", "ui", "uu"))


def of_block(matches: tuple[Match, ...], parsed: Parsed, choices: Choices, start: int) -> Iterator[Finding]:
    """The findings of a block that starts at `start`."""
    for match in matches:
        if not choices.is_off(match) and not _is_no_mistake(match, parsed):
            yield Finding(
                rule=f"{CATEGORY}/{match.rule}",
                category=CATEGORY,
                severity=choices.severity_of(match),
                start=start + match.start,
                end=start + match.end,
                message=SUGGESTED.sub(r"‘\1’", match.message),
                suggestions=tuple(
                    Suggestion(text=text, start=start + match.start, end=start + match.end)
                    for text in match.suggestions[:SUGGESTIONS]
                    if text != parsed.text[match.start : match.end]
                ),
            )


def _is_no_mistake(match: Match, parsed: Parsed) -> bool:
    """Whether the place is quoted, so not the writer's own, or a word that no dictionary needs to have."""
    text = parsed.text
    word, before = text[match.start : match.end], text[: match.start]
    touched = parsed.tokens_in(match.start, match.end)
    if touched and touched[0] in parsed.quoted and touched[-1] in parsed.quoted:
        return True
    if any(place.start() < match.end and match.start < place.end() for place in PLACEHOLDER.finditer(text)):
        return True
    if match.suggestions and set(match.suggestions) == {word}:
        return True
    if match.category == CASING:
        return bool(CELL.search(before))  # a capital may open a cell of a table in plain text
    if match.kind != "misspelling":
        return False
    if touched and parsed.named.issuperset(touched):
        return True
    if match.category != SPELLING:
        return False
    return (
        any(index in parsed.named or "Foreign=Yes" in parsed.doc[index].morph for index in touched)
        or (word.startswith("s-") and before.endswith(("'", "’")))  # ’s-Hertogenbosch
        or bool(CODE.search(word))
        or {f"{piece.lower()}." for piece in word.split()} <= pointed()
        or _is_compound(word)
        or _has_term(word)
    )


def _is_compound(word: str) -> bool:
    """Whether the word has parts that are known, and no vowels that clash where they meet (zee-eend)."""
    first = parts(word)[0]
    clashes = word.lower().startswith(first) and word.lower()[len(first) - 1 : len(first) + 1] in CLASHING
    return not clashes and is_transparent(word, common=KNOWN)


def _has_term(word: str) -> bool:
    """Whether the word is a term that dictionaries lack, alone or with known words around it (governancestructuur)."""
    lower = word.lower()
    term = max((term for term in words_of("terms_not_in_dictionaries") if term in lower), key=len, default="")
    around = (piece.strip("-") for piece in lower.split(term, 1)) if term else ()
    return bool(term) and all(not piece or _is_known(piece) or _is_known(piece.removeprefix("s")) for piece in around)


def _is_known(word: str) -> bool:
    return frequency(word) >= KNOWN or is_transparent(word, common=KNOWN)
