"""Speech acts: what each sentence of a block does to its reader.

The patterns in `rules/handelingen/` name an act where they fit; weights learned from labelled sentences then say whether
that holds, and which acts the other words of the sentence make likely.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from schrijfhulp.dutch.law import has_legal_ground
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.steering.evidence import Evidence, evidence
from schrijfhulp.steering.patterns import Handbook
from schrijfhulp.steering.reader import Reader
from schrijfhulp.steering.seen import Index, Seen
from schrijfhulp.steering.weights import Fired, Weights
from schrijfhulp.types import COMMANDING, Range, Signal

REPORTED = "reported"  # the trait of a clause that makes its sentence somebody else's words
SAYING = "saying"  # the trait of a clause that does so for another clause


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

    def __init__(self, handbook: Handbook, weights: Weights) -> None:
        self._weights = weights
        self._reader = Reader(handbook)
        self._acts = Index((kind, pattern) for kind, patterns in handbook.acts.items() for pattern in patterns)
        self._questions = Index(
            ((question.id, number), pattern)
            for question in handbook.checklist.question
            for number, pattern in enumerate(question.patterns)
        )

    def find(self, parsed: Parsed) -> Acts:
        """The acts and answers in a block, in order; at most one act of a kind in a sentence, and none in a heading."""
        signals: list[Signal] = []
        answers: list[Answer] = []
        looked = [(sentence, self._reader.read(parsed, sentence)) for sentence in parsed.sentences if len(sentence)]
        for sentence, seen in looked:
            start, end = parsed.place(sentence[0], sentence[-1])
            answers += self._answers_in(seen, Range(start=start, end=end))
            if parsed.kind == "heading" or _is_reported(seen):
                continue
            acts = self._weights.acts(self._fired(seen), evidence(parsed, sentence, seen))
            for kind, tokens in acts.items():
                legal = kind in COMMANDING and has_legal_ground(parsed, sentence)
                signals.append(
                    Signal(kind=kind, start=start, end=end, cues=parsed.runs(token.i for token in tokens), legal=legal)
                )
        return Acts(sentences=len(looked), signals=tuple(signals), answers=tuple(answers))

    def examined(self, parsed: Parsed) -> Iterator[tuple[Fired, Evidence]]:
        """What the weights are given for each sentence of a block, to learn from."""
        for sentence in parsed.sentences:
            seen = self._reader.read(parsed, sentence)
            if not _is_reported(seen):
                yield self._fired(seen), evidence(parsed, sentence, seen)

    def _answers_in(self, seen: Sequence[Seen], place: Range) -> Iterator[Answer]:
        for item in seen:
            for (question, rank), _, _ in self._questions.matches(item):
                yield Answer(question=question, rank=rank, place=place)

    def _fired(self, seen: Sequence[Seen]) -> Fired:
        """The acts whose patterns fit, each with the words that decided it."""
        fired: Fired = {}
        for item in seen:
            others = frozenset(chain(*(other.traits for other in seen if other is not item)))
            for kind, pattern, cues in self._acts.matches(item):
                if (not pattern.beside or others & {*pattern.beside}) and not others & {*pattern.never_beside}:
                    fired.setdefault(kind, set()).update(cues)
        return fired


def _is_reported(seen: Sequence[Seen]) -> bool:
    """Whether a sentence says what somebody else says."""
    return any(REPORTED in item.traits or (SAYING in item.traits and len(seen) > 1) for item in seen)
