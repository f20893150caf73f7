"""What speech acts look like, as data: `rules/handelingen.toml` and `rules/vragenlijst.toml`, read and validated."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Self, get_args

from pydantic import BeforeValidator, model_validator

from schrijfhulp.dutch.clauses import ClauseKind, Mood
from schrijfhulp.rulebook import RuleError, Strict, read_toml, validated
from schrijfhulp.types import SignalKind

ACTS = "handelingen.toml"
CHECKLIST = "vragenlijst.toml"
NOBODY = "nobody"  # the role of a subject that is absent or a clause
THING = "thing"  # the role of a subject that no list knows
YOURS = "yours"  # the role of what belongs to the reader


def _in_words(value: object) -> object:
    """Lines of words: every word is an item."""
    lines = [value] if isinstance(value, str) else value
    return tuple(" ".join(lines).split()) if isinstance(lines, list) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_in_words)]


class Pattern(Strict):
    """What a clause must be. Of each list one item must be there; of what begins with `never`, none may."""

    verb: Words = ()
    with_verb: Words = ()
    never_verb: Words = ()
    words: tuple[str, ...] = ()
    with_words: tuple[str, ...] = ()
    and_words: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    subject: Words = ()
    never_subject: Words = ()
    clause: tuple[ClauseKind, ...] = ("main",)
    above: tuple[str, ...] = ()
    mood: tuple[Mood, ...] = ("statement",)
    negated: bool | None = None
    passive: bool | None = None
    past: bool | None = None
    has: Words = ()
    lacks: Words = ()
    beside: Words = ()
    never_beside: Words = ()

    @model_validator(mode="after")
    def _has_anchor(self) -> Self:
        if not self.words and not self.verb:
            raise ValueError("een patroon heeft ‘words’ of ‘verb’")
        return self

    @property
    def phrases(self) -> Iterator[str]:
        """Every phrase that it names."""
        yield from (*self.words, *self.with_words, *self.and_words, *self.never)

    @property
    def verbs(self) -> Iterator[str]:
        """Every verb that it names, as infinitive: `op|leggen`."""
        yield from (*self.verb, *self.with_verb, *self.never_verb)


class Question(Strict):
    """A question that a text should answer, and what a sentence that answers it looks like; earlier patterns are better."""

    id: str
    question: str
    patterns: tuple[Pattern, ...]


class Checklist(Strict):
    """The questions, and the profiles whose texts should answer them."""

    profiles: tuple[str, ...]
    question: tuple[Question, ...]


class Handbook(Strict):
    """Word classes, roles of subjects, traits of clauses, what names a legal ground, and the patterns of each act."""

    classes: Mapping[str, Words]
    roles: Mapping[str, Words]
    legal: tuple[str, ...]
    traits: Mapping[str, tuple[Pattern, ...]]
    acts: Mapping[SignalKind, tuple[Pattern, ...]]
    checklist: Checklist


def load(folder: Path) -> Handbook:
    """The acts and the checklist in a folder. Raises RuleError."""
    checklist = validated(Checklist, read_toml(folder / CHECKLIST), folder / CHECKLIST)
    acts = validated(Handbook, {**read_toml(folder / ACTS), "checklist": checklist}, folder / ACTS)
    for name, patterns in (*acts.traits.items(), *acts.acts.items()):
        _check_names(acts, f"{folder / ACTS}: {name}", patterns)
    for question in checklist.question:
        _check_names(acts, f"{folder / CHECKLIST}: {question.id}", question.patterns)
    return acts


def _check_names(acts: Handbook, where: str, patterns: tuple[Pattern, ...]) -> None:
    """Patterns may only name roles, traits and classes that exist."""
    for pattern in patterns:
        roles = {*pattern.subject, *pattern.never_subject} - acts.roles.keys() - {NOBODY, THING, YOURS}
        traits = (
            {*pattern.has, *pattern.lacks, *pattern.beside, *pattern.never_beside}
            - acts.traits.keys()
            - {*get_args(ClauseKind)}
        )
        names = {part.strip("<>") for text in pattern.phrases for part in text.replace("|", " ").split() if "<" in part}
        for unknown in sorted(roles | traits | (names - acts.classes.keys())):
            raise RuleError(f"{where}: ‘{unknown}’ bestaat niet.")
