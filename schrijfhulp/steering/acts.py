"""Speech acts: what each sentence of a block does to its reader, by the patterns in `rules/handelingen/`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import Generic, TypeVar

from spacy.tokens import Span, Token

from schrijfhulp.dutch.clauses import Clause, ClauseKind, clauses
from schrijfhulp.dutch.law import has_legal_ground
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.phrases import Finder, Found
from schrijfhulp.dutch.syntax import child
from schrijfhulp.steering.patterns import JOINT, NOBODY, ORGANISATION, OURS, THING, YOURS, Handbook, Pattern
from schrijfhulp.types import COMMANDING, Range, Signal, SignalKind

REPORTED = "reported"  # the trait of a clause that makes its sentence somebody else's words
SAYING = "saying"  # the trait of a clause that does so for another clause
TRANSPARENT = "transparent"  # the trait of a clause whose `dat` clause is what the writer says
OWNERS = {**dict.fromkeys(("uw", "je", "jouw", "jullie"), YOURS), **dict.fromkeys(("ons", "onze"), OURS)}

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


class _Index(Generic[Name]):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A place that answers a question of the checklist; a lower rank answers it better."""

    question: str
    rank: int
    place: Range

    def moved(self, by: int) -> "Answer":
        return replace(self, place=self.place.moved(by))


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """What was found in a block; places are in its text."""

    sentences: int
    signals: tuple[Signal, ...]
    answers: tuple[Answer, ...]


class ActFinder:
    """Finds the acts in blocks; its patterns are indexed once."""

    def __init__(self, acts: Handbook) -> None:
        patterns = [
            *chain(*acts.acts.values(), *acts.traits.values()),
            *chain(*(item.patterns for item in acts.checklist.question)),
        ]
        self._finder = Finder(
            phrases=chain(*(pattern.phrases for pattern in patterns)),
            verbs=chain(*(pattern.verbs for pattern in patterns)),
            classes=acts.classes,
        )
        self._acts = _Index((kind, pattern) for kind, patterns in acts.acts.items() for pattern in patterns)
        self._traits = _Index((name, pattern) for name, patterns in acts.traits.items() for pattern in patterns)
        self._questions = _Index(
            ((question.id, number), pattern)
            for question in acts.checklist.question
            for number, pattern in enumerate(question.patterns)
        )
        self._things = acts.things.keys()
        named = {**acts.roles, **acts.things}
        self._roles = {role: Finder(words, (), acts.classes) for role, words in named.items()}

    def find(self, parsed: Parsed) -> Acts:
        """The acts and answers in a block, in order; at most one act of a kind in a sentence, and none in a heading."""
        signals: list[Signal] = []
        answers: list[Answer] = []
        looked = [(sentence, self._look(parsed, sentence)) for sentence in parsed.sentences if len(sentence)]
        for sentence, seen in looked:
            start, end = parsed.place(sentence[0], sentence[-1])
            answers += self._answers_in(seen, Range(start=start, end=end))
            acts: dict[SignalKind, set[Token]] = {}
            for kind, cues in self._acts_in(seen) if parsed.kind != "heading" else ():
                acts.setdefault(kind, set()).update(cues)
            for kind, tokens in acts.items():
                legal = kind in COMMANDING and has_legal_ground(parsed, sentence)
                signals.append(Signal(kind=kind, start=start, end=end, cues=_runs(parsed, tokens), legal=legal))
        return Acts(sentences=len(looked), signals=tuple(signals), answers=tuple(answers))

    def _answers_in(self, seen: Sequence[Seen], place: Range) -> Iterator[Answer]:
        for item in seen:
            for (question, rank), _, _ in self._questions.matches(item):
                yield Answer(question=question, rank=rank, place=place)

    def _acts_in(self, seen: Sequence[Seen]) -> Iterator[tuple[SignalKind, tuple[Token, ...]]]:
        if any(REPORTED in item.traits or (SAYING in item.traits and len(seen) > 1) for item in seen):
            return
        for item in seen:
            others = frozenset(chain(*(other.traits for other in seen if other is not item)))
            for kind, pattern, cues in self._acts.matches(item):
                if (not pattern.beside or others & {*pattern.beside}) and not others & {*pattern.never_beside}:
                    yield kind, cues

    def _look(self, parsed: Parsed, sentence: Span) -> Sequence[Seen]:
        """The clauses of a sentence that are not quoted, with what stands in them, in order."""
        looked: dict[int, Seen] = {}
        found = clauses(sentence)
        depth = {clause.head.i: _depth(clause.head) for clause in found}
        for clause in sorted(found, key=lambda clause: depth[clause.head.i]):  # the one above comes first
            words = [word for word in clause.words if word.i not in parsed.quoted]
            if words and clause.head.i not in parsed.quoted:
                above = looked.get(clause.above.i) if clause.above is not None else None
                looked[clause.head.i] = self._see(clause, words, above, parsed.named)
        return sorted(looked.values(), key=lambda seen: seen.clause.words[0].i)

    def _see(self, clause: Clause, words: Sequence[Token], above: Seen | None, named: frozenset[int]) -> Seen:
        verbs = self._finder.verbs(words)
        if (
            clause.finite is None
            and clause.subjects in ((), (words[0],))
            and clause.kind == "main"
            and words[0].is_sent_start
        ):
            # The tagger takes an unusual imperative for a noun: "Schuif aan".
            clause = replace(
                clause, mood="command" if any(words[0] in found for found in verbs.values()) else clause.mood
            )
        # `welke eisen u moet kennen` tells of a duty, `dat u dit moet weten` lays it down.
        opens = words[0].lower_ == "dat" or words[0].lower_ not in {"om", *words_of("opens_content")}
        is_said = clause.kind == "content" and opens and above is not None and TRANSPARENT in above.traits
        seen = Seen(
            clause=clause,
            kind=above.kind if is_said and above is not None else clause.kind,
            above=above.kind if above is not None else "",
            roles=self._roles_of_all(clause.subjects),
            phrases=self._finder.phrases(words, named),
            verbs=verbs,
            traits={},
        )
        kinds = dict.fromkeys((seen.kind, clause.kind))
        traits: dict[str, tuple[Token, ...]] = dict.fromkeys(kinds, ())
        for kind in kinds:  # what `dat` opens is content, even where the writer says it himself
            for name, _, cues in self._traits.matches(replace(seen, kind=kind)):
                traits[name] = (*traits.get(name, ()), *cues)
        return replace(seen, traits=traits)

    def _roles_of_all(self, subjects: Sequence[Token]) -> frozenset[str]:
        """The roles of a subject and what is coordinated with it: `u en de gemeente` is joint."""
        each = [self._roles_of(subject) for subject in subjects]
        ours = [ORGANISATION in roles for roles in each]
        joint = {JOINT} if any(ours) and not all(ours) else set()
        return frozenset(chain(joint, *each)) or frozenset({NOBODY})

    def _roles_of(self, subject: Token) -> frozenset[str]:
        """The roles of a subject: those of its word, that of what is the reader's, or else a thing's."""
        named = [subject, *(item for item in subject.children if item.dep_.startswith("flat"))]  # `de Vlaamse Overheid`
        roles = {role for role, finder in self._roles.items() if finder.phrases(named)}
        if subject.dep_ == "csubj":
            return frozenset({NOBODY})
        owner = child(subject, "nmod:poss", "det")
        owned = OWNERS.get(owner.lower_) if owner is not None else None
        if roles <= self._things and owned != YOURS:
            roles.add(THING)
        return frozenset(roles if owned is None else {*roles, owned})


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


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _runs(parsed: Parsed, tokens: Iterable[Token]) -> tuple[Range, ...]:
    """The ranges of tokens, those next to each other as one."""
    ordered = sorted(token.i for token in tokens)
    starts = [index for before, index in pairwise([-2, *ordered]) if index != before + 1]
    ends = [index for index, after in pairwise([*ordered, -2]) if after != index + 1]
    return tuple(
        Range(start=parsed.starts[first], end=parsed.ends[last]) for first, last in zip(starts, ends, strict=True)
    )
