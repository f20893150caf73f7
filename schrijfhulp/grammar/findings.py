"""From LanguageTool's matches to findings: without names, codes, placeholders and compounds of known words."""

import re
from collections.abc import Iterator

from schrijfhulp.dutch.compounds import KNOWN, is_transparent, parts
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.grammar.choices import Choices
from schrijfhulp.grammar.matches import Match
from schrijfhulp.types import Finding, Suggestion

CATEGORY = "taal"
SUGGESTIONS = 5
SPELLING = "TYPOS"
PLACEHOLDER = re.compile(r"\$?\{[^{}\n]*\}|\[[^\[\]\n]*\]|<[^<>\n]{1,60}>|%\w+%|__\w+__|«[^«»\n]*»")
SUGGESTED = re.compile(r"<suggestion>(.*?)</suggestion>")
CODE = re.compile(r"\d|[a-z][A-Z]|^\W|_")  # BSK-2014, MijnRIVM, requestedAmount, -tankstations
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
    touched = parsed.tokens_in(match.start, match.end)
    if touched and touched[0] in parsed.quoted and touched[-1] in parsed.quoted:
        return True
    if any(place.start() < match.end and match.start < place.end() for place in PLACEHOLDER.finditer(parsed.text)):
        return True
    if match.category != SPELLING or match.kind != "misspelling":
        return False
    word = parsed.text[match.start : match.end]
    return any(index in parsed.named for index in touched) or bool(CODE.search(word)) or _is_compound(word)


def _is_compound(word: str) -> bool:
    """Whether the word has parts that are known, and no vowels that clash where they meet (zee-eend)."""
    first = parts(word)[0]
    clashes = word.lower().startswith(first) and word.lower()[len(first) - 1 : len(first) + 1] in CLASHING
    return not clashes and is_transparent(word, common=KNOWN)
