"""A clause as the patterns see it, and which patterns it fits."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from spacy.tokens import Token

from schrijfhulp.dutch.clauses import Clause, ClauseKind
from schrijfhulp.dutch.phrases import Found
from schrijfhulp.steering.patterns import Pattern

Name = TypeVar("Name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A clause of the writer's own, with what stands in it."""

    clause: Clause
    kind: ClauseKind
    above: str  # the kind of the clause that it hangs on, empty when there is none
    roles: frozenset[str]
    phrases: Found
    verbs: Found
    traits: Mapping[str, tuple[Token, ...]]  # each with the words that decided it; the kind of the clause is one too


class Index(Generic[Name]):
    """Named patterns, by the phrases, verbs or traits of which one must be there."""

    def __init__(self, named: Iterable[tuple[Name, Pattern]]) -> None:
        self._phrases: defaultdict[str, list[tuple[Name, Pattern]]] = defaultdict(list)
        self._verbs: defaultdict[str, list[tuple[Name, Pattern]]] = defaultdict(list)
        self._traits: defaultdict[str, list[tuple[Name, Pattern]]] = defaultdict(list)
        for name, pattern in named:
            anchors = self._phrases if pattern.words else self._verbs if pattern.verb else self._traits
            for anchor in pattern.words or pattern.verb or pattern.has[:1]:
                anchors[anchor].append((name, pattern))

    def matches(self, seen: Seen) -> Iterator[tuple[Name, Pattern, tuple[Token, ...]]]:
        """The patterns that a clause fits, each with the words that decided it."""
        hits = chain(
            *(self._phrases[text] for text in seen.phrases if text in self._phrases),
            *(self._verbs[verb] for verb in seen.verbs if verb in self._verbs),
            *(self._traits[trait] for trait in seen.traits if trait in self._traits),
        )
        for name, pattern in {id(pattern): (name, pattern) for name, pattern in hits}.values():
            if (cues := fits(pattern, seen)) is not None:
                yield name, pattern, cues


def fits(pattern: Pattern, seen: Seen) -> tuple[Token, ...] | None:
    """The words that make a clause fit a pattern, apart from what stands beside it; None when it does not fit."""
    clause = seen.clause
    if pattern.above and seen.above not in pattern.above:
        return None
    if seen.kind not in pattern.clause or clause.mood not in pattern.mood:
        return None
    for wanted, value in (
        (pattern.negated, clause.negated),
        (pattern.passive, clause.passive),
        (pattern.past, clause.past),
        (pattern.perfect, clause.perfect),
    ):
        if wanted is not None and wanted != value:
            return None
    if (pattern.subject and not seen.roles & {*pattern.subject}) or seen.roles & {*pattern.never_subject}:
        return None
    if any(text in seen.phrases for text in pattern.never) or any(verb in seen.verbs for verb in pattern.never_verb):
        return None
    if any(trait in seen.traits for trait in pattern.lacks):
        return None
    cues: list[Token] = []
    for items, found in (
        (pattern.words, seen.phrases),
        (pattern.with_words, seen.phrases),
        (pattern.and_words, seen.phrases),
        (pattern.verb, seen.verbs),
        (pattern.with_verb, seen.verbs),
        *(((trait,), seen.traits) for trait in pattern.has),
    ):
        hits = [found[item] for item in items if item in found]
        if items and not hits:
            return None
        cues.extend(chain(*hits))
    return tuple(cues)
