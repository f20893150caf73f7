"""What speech acts look like, as data: `rules/handelingen/*.toml` and `rules/vragenlijst.toml`, read and validated."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Annotated, Self, TypeVar, get_args

from pydantic import BeforeValidator, model_validator

from schrijfhulp.dutch.clauses import ClauseKind, Mood
from schrijfhulp.rulebook import ACTS, RuleError, Strict, read_toml, validated
from schrijfhulp.types import SignalKind

CHECKLIST = "vragenlijst.toml"
NOBODY = "nobody"  # the role of a subject that is absent or a clause
THING = "thing"  # the role of a subject that is no person or organisation of a list
ORGANISATION = "organisation"  # the role of who writes
JOINT = "joint"  # the role of an organisation with others
OURS = "ours"  # the role of what belongs to the writer
YOURS = "yours"  # the role of what belongs to the reader


Value = TypeVar("Value")


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
    perfect: bool | None = None
    has: Words = ()
    lacks: Words = ()
    beside: Words = ()
    never_beside: Words = ()

    @model_validator(mode="after")
    def _has_anchor(self) -> Self:
        if not self.words and not self.verb and not self.has:
            raise ValueError("een patroon heeft ‘words’, ‘verb’ of ‘has’")
        return self

    @property
    def phrases(self) -> Iterator[str]:
        """Every phrase that it names."""
        yield from (*self.words, *self.with_words, *self.and_words, *self.never)

    @property
    def verbs(self) -> Iterator[str]:
        """Every verb that it names, as infinitive: `op|leggen`."""
        yield from (*self.verb, *self.with_verb, *self.never_verb)

    def spelled_out(self, verbs: Mapping[str, Sequence[str]]) -> Self:
        """The same with the verbs of a class for `<class>`; one that does not exist stays as it is."""
        by_name = {f"<{name}>": members for name, members in verbs.items()}
        return self.model_copy(
            update={
                name: tuple(chain(*(by_name.get(verb, (verb,)) for verb in getattr(self, name))))
                for name in ("verb", "with_verb", "never_verb")
            }
        )


class Question(Strict):
    """A question that a text should answer, and what a sentence that answers it looks like; earlier patterns are better."""

    id: str
    question: str
    patterns: tuple[Pattern, ...]


class Checklist(Strict):
    """The questions, and the profiles whose texts should answer them."""

    profiles: tuple[str, ...]
    question: tuple[Question, ...]


class Part(Strict):
    """One file: classes of words and verbs, roles of subjects, traits of clauses; its patterns are of the act of its name."""

    classes: Mapping[str, Words] = {}
    verbs: Mapping[str, Words] = {}
    roles: Mapping[str, Words] = {}
    things: Mapping[str, Words] = {}
    traits: Mapping[str, tuple[Pattern, ...]] = {}
    pattern: tuple[Pattern, ...] = ()


class Handbook(Strict):
    """All parts together."""

    classes: Mapping[str, Words]
    roles: Mapping[str, Words]  # of people and organisations
    things: Mapping[str, Words]  # roles of things; each is a THING too
    traits: Mapping[str, tuple[Pattern, ...]]
    acts: Mapping[SignalKind, tuple[Pattern, ...]]
    checklist: Checklist

    @property
    def patterns(self) -> Iterator[Pattern]:
        """Every pattern: of acts, traits and the checklist."""
        questions = (question.patterns for question in self.checklist.question)
        return chain.from_iterable((*self.acts.values(), *self.traits.values(), *questions))


def load(folder: Path) -> Handbook:
    """The acts and the checklist in a folder. Raises RuleError."""
    checklist = validated(Checklist, read_toml(folder / CHECKLIST), folder / CHECKLIST)
    parts = {file: validated(Part, read_toml(file), file) for file in sorted((folder / ACTS).glob("*.toml"))}
    verbs = _merged({file: part.verbs for file, part in parts.items()})
    traits = {file: _spelled_out(part.traits, verbs) for file, part in parts.items()}
    acts = {file: _spelled_out({file.stem: part.pattern}, verbs) for file, part in parts.items() if part.pattern}
    tables = {
        "classes": _merged({file: part.classes for file, part in parts.items()}),
        "roles": _merged({file: part.roles for file, part in parts.items()}),
        "things": _merged({file: part.things for file, part in parts.items()}),
        "traits": _merged(traits),
        "acts": _merged(acts),
        "checklist": checklist,
    }
    handbook = validated(Handbook, tables, folder / ACTS)
    for file, named in (*traits.items(), *acts.items()):
        for name, patterns in named.items():
            _check_names(handbook, f"{file}: {name}", patterns)
    for question in checklist.question:
        _check_names(handbook, f"{folder / CHECKLIST}: {question.id}", question.patterns)
    return handbook


def _merged(tables: Mapping[Path, Mapping[str, Value]]) -> dict[str, Value]:
    """The tables of all files as one. Raises RuleError for a name that two files use."""
    merged: dict[str, Value] = {}
    for file, table in tables.items():
        for name, value in table.items():
            if name in merged:
                raise RuleError(f"{file}: ‘{name}’ staat ook in een ander bestand.")
            merged[name] = value
    return merged


def _spelled_out(
    named: Mapping[str, Sequence[Pattern]], verbs: Mapping[str, Sequence[str]]
) -> dict[str, tuple[Pattern, ...]]:
    return {name: tuple(pattern.spelled_out(verbs) for pattern in patterns) for name, patterns in named.items()}


def _check_names(acts: Handbook, where: str, patterns: Sequence[Pattern]) -> None:
    """Patterns may only name roles, traits and classes that exist."""
    for pattern in patterns:
        roles = (
            {*pattern.subject, *pattern.never_subject}
            - acts.roles.keys()
            - acts.things.keys()
            - {NOBODY, THING, YOURS, OURS, JOINT}
        )
        traits = (
            {*pattern.has, *pattern.lacks, *pattern.beside, *pattern.never_beside}
            - acts.traits.keys()
            - {*get_args(ClauseKind)}
        )
        names = {part.strip("<>") for text in pattern.phrases for part in text.replace("|", " ").split() if "<" in part}
        verbs = {verb.strip("<>") for verb in pattern.verbs if "<" in verb}
        for unknown in sorted(roles | traits | verbs | (names - acts.classes.keys())):
            raise RuleError(f"{where}: ‘{unknown}’ bestaat niet.")
