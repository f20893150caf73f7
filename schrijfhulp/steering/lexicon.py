"""The words that make a speech act, from `rules/handelingen.toml`: read, validated, and indexed by word.

A pattern is a line of items. An item is a word, or words that exclude each other (`dank|bedankt`), with the start of a
word (`draagvlak*`), a verb in all its forms (`<af+wijzen>`, the separable part first) and a list of words (`@lezer`).
Items stand next to each other; `..` lets some tokens between them. ` & ` joins parts that may stand anywhere in the
sentence, the first of them decides where the act is; a part with `!` must be absent; `~name` asks something of the
sentence.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from schrijfhulp.dutch import inflection
from schrijfhulp.resources import path
from schrijfhulp.rulebook import RuleError
from schrijfhulp.types import SpeechAct

FILE = "handelingen.toml"
PREFIX = 4  # letters of a word's start that patterns are found by
FINITE: tuple[inflection.Slot, ...] = (
    "pres_1sg",
    "pres_2sg",
    "pres_2sg_inv",
    "pres_3sg",
    "pres_pl",
    "past_sg",
    "past_pl",
    "imperative",
)

Role = Literal["reader", "government", "people", "other", "own", "thing", "nobody", "hidden"]
Mood = Literal["statement", "imperative", "question"]
ClauseKind = Literal["main", "condition", "reason", "purpose", "complement", "reported", "relative", "other"]
Predicate = Literal["condition", "reader", "first", "term", "law"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Group(_Strict):
    """Patterns of one act that hold under the same conditions; an empty condition is no condition."""

    act: SpeechAct
    patterns: str
    subject: tuple[Role, ...] = ()
    actor: tuple[Role, ...] = ()
    mood: tuple[Mood, ...] = ("statement", "imperative")
    clause: tuple[ClauseKind, ...] = ("main", "complement")
    negated: bool | None = None
    past: bool | None = None
    need: str = ""
    unless: str = ""


class Item(_Strict):
    """A thing that a participation text must say, the patterns that prove it and what to add when it is missing."""

    id: str
    title: str
    patterns: str
    advice: str


class _File(_Strict):
    lists: dict[str, str]
    roles: dict[Role, str]
    role_endings: dict[Role, str]
    advice: dict[SpeechAct, str]
    group: tuple[Group, ...]
    checklist: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One item of a pattern. `apart` maps a verb form to the separable parts that may go with it."""

    words: frozenset[str]
    prefixes: tuple[str, ...]
    apart: Mapping[str, frozenset[str]]
    gap: bool  # tokens may stand before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Items in order, or a question to the sentence."""

    items: tuple[Word, ...] = ()
    predicate: str = ""
    absent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A line of the data with the conditions of its group."""

    parts: tuple[Part, ...]
    group: Group | None
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Patterns by what their first item can be."""

    by_word: Mapping[str, Sequence[Pattern]]
    by_prefix: Mapping[str, Sequence[Pattern]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All of the file, ready to search with."""

    acts: Index
    checklist: Mapping[str, Index]
    items: tuple[Item, ...]
    lists: Mapping[str, frozenset[str]]
    roles: Mapping[str, Role]
    role_endings: tuple[tuple[str, Role], ...]
    advice: Mapping[SpeechAct, str]


@cache
def load() -> Lexicon:
    """The lexicon of speech acts. Raises RuleError that names the file and the key or the pattern."""
    file = path("rules") / FILE
    try:
        content = _File.model_validate(tomllib.loads(file.read_text(encoding="utf8")))
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{file}: geen geldig TOML: {error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        raise RuleError(f"{file}: {'.'.join(str(part) for part in first['loc'])}: {first['msg']}.") from None
    lists = {name: frozenset(words.split()) for name, words in content.lists.items()}
    return Lexicon(
        acts=_index([pattern for group in content.group for pattern in _patterns(group.patterns, lists, group)]),
        checklist={item.id: _index(list(_patterns(item.patterns, lists, None))) for item in content.checklist},
        items=content.checklist,
        lists=lists,
        roles={word: role for role, words in content.roles.items() for word in words.split()},
        role_endings=tuple((ending, role) for role, words in content.role_endings.items() for ending in words.split()),
        advice=content.advice,
    )


def _index(patterns: Sequence[Pattern]) -> Index:
    by_word: dict[str, list[Pattern]] = {}
    by_prefix: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        first = pattern.parts[0].items[0]
        for word in {*first.words, *first.apart}:
            by_word.setdefault(word, []).append(pattern)
        for prefix in {prefix[:PREFIX] for prefix in first.prefixes}:
            by_prefix.setdefault(prefix, []).append(pattern)
    return Index(by_word=by_word, by_prefix=by_prefix)


def _patterns(lines: str, lists: Mapping[str, frozenset[str]], group: Group | None) -> Iterator[Pattern]:
    shared = "".join(f" & {part}" for part in (group.need, *_absent(group.unless)) if part) if group else ""
    for order, line in enumerate(lines.strip().splitlines()):
        parts = tuple(_part(text.strip(), lists) for text in f"{line.strip()}{shared}".split(" & "))
        if not parts[0].items:
            raise RuleError(f"{FILE}: het patroon ‘{line.strip()}’ begint niet met een woord.")
        yield Pattern(parts=parts, group=group, order=order)


def _absent(unless: str) -> Iterator[str]:
    return (f"!{part.strip()}" for part in unless.split(" & ") if part.strip())


def _part(text: str, lists: Mapping[str, frozenset[str]]) -> Part:
    absent = text.startswith("!")
    text = text.removeprefix("!")
    if text.startswith("~"):
        return Part(predicate=text[1:], absent=absent)
    items: list[Word] = []
    gap = False
    for piece in text.split():
        if piece == "..":
            gap = True
        else:
            items.append(_word(piece, lists, gap=gap))
            gap = False
    return Part(items=tuple(items), absent=absent)


def _word(piece: str, lists: Mapping[str, frozenset[str]], *, gap: bool) -> Word:
    words: set[str] = set()
    prefixes: list[str] = []
    apart: dict[str, set[str]] = {}
    for option in piece.split("|"):
        if option.startswith("@"):
            if option[1:] not in lists:
                raise RuleError(f"{FILE}: de lijst ‘{option}’ bestaat niet.")
            words |= lists[option[1:]]
        elif option.startswith("<"):
            _add_verb(option.strip("<>"), words, apart)
        elif option.endswith("*"):
            prefixes.append(option[:-1])
        else:
            words.add(option)
    parts = {form: frozenset(particles) for form, particles in apart.items()}
    return Word(words=frozenset(words), prefixes=tuple(prefixes), apart=parts, gap=gap)


def _add_verb(infinitive: str, words: set[str], apart: dict[str, set[str]]) -> None:
    """All forms of a verb; those of a separable verb that stand apart from their other part too."""
    particle, _, base = infinitive.rpartition("+")
    verb = inflection.verb(f"{particle}|{base}" if particle else base)
    for slot, variants in verb.variants.items():
        if slot not in ("present_participle", "present_participle_inflected"):
            words.update(variants)
        if particle and (slot in FINITE or slot == "infinitive"):
            for form in variants:
                apart.setdefault(form.removeprefix(particle), set()).add(particle)
