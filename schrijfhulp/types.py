"""The types that travel through Schrijfhulp. All frozen; offsets are code points of `Document.text`, end exclusive."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, Literal

Severity = Literal["hoog", "midden", "laag"]
SEVERITIES: tuple[Severity, ...] = ("hoog", "midden", "laag")

BlockKind = Literal["paragraph", "heading", "item", "cell", "quote", "skip"]
SignalKind = Literal[
    "plicht", "verbod", "besluit", "dreiging", "controle", "uitrol",
    "uitnodiging", "vraag", "samen", "keuze", "ruimte", "toezegging", "reden", "erkenning",
]  # fmt: skip
COMMANDING: tuple[SignalKind, ...] = ("plicht", "verbod", "besluit", "dreiging", "controle", "uitrol")
COOPERATIVE: tuple[SignalKind, ...] = (
    "uitnodiging", "vraag", "samen", "keuze", "ruimte", "toezegging", "reden", "erkenning",
)  # fmt: skip
ACTS: tuple[SignalKind, ...] = (*COMMANDING, *COOPERATIVE)
PROSE: frozenset[BlockKind] = frozenset({"paragraph", "heading", "item", "cell"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Replace `[start, end)` by `text`; the range may be wider than the finding's."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A place that stands between the text and its reader. `rule` is `category/id`."""

    rule: str
    category: str
    severity: Severity
    start: int
    end: int
    message: str
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A stretch of the text."""

    start: int
    end: int

    def moved(self, by: int) -> "Range":
        """The same stretch of a text that begins `by` earlier."""
        return Range(start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a check yields; the engine makes it a finding and stamps the rule on it.

    Offsets and suggestions are in the text that the check was given: a block, or the whole document. `values` fill the
    message; `variant` picks one of the rule's messages; `advice` comes after it; `severity` overrides the rule's own.
    `parts` are words elsewhere that belong to it, and need no advice of their own: `een aanvang` of `maken … een aanvang`.
    """

    start: int
    end: int
    suggestions: tuple[Suggestion, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    variant: str | None = None
    advice: str | None = None
    severity: Severity | None = None
    parts: tuple[Range, ...] = ()

    def moved(self, by: int) -> "Place":
        """A place of a block as a place of the document that the block starts at `by`."""
        suggestions = tuple(replace(item, start=item.start + by, end=item.end + by) for item in self.suggestions)
        parts = tuple(part.moved(by) for part in self.parts)
        return replace(self, start=self.start + by, end=self.end + by, suggestions=suggestions, parts=parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the text that is parsed on its own. `level` is a heading's or list item's depth, from 1."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """A passage where `rules` stay silent: all of them when `rules` is empty (code, a switched-off part)."""

    start: int
    end: int
    rules: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of the plain text and the run of the source that it came from."""

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a document's text came from. Without pieces the text is the source itself."""

    format: str = "txt"
    text: str = ""
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Plain text in blocks, in order and without overlap, with the way back to its source."""

    text: str
    blocks: tuple[Block, ...]
    quiet: tuple[Quiet, ...] = ()
    source: Source = field(default_factory=Source)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceMeasures:
    """One sentence: its place, words, and LiNT-II score (0 easy to 100 hard) and level (1 to 4)."""

    start: int
    end: int
    words: int
    passive: bool
    lint_score: float | None
    lint_level: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lint:
    """LiNT-II of a document: score (0 to 100), level (1 to 4) and the mean of the four features."""

    score: float
    level: int
    features: Mapping[str, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """How hard the text is to read. `passive_share` is sentences with a passive over sentences, 0 to 1; None is undefined."""

    words: int
    sentences: int
    words_per_sentence: float | None
    longest_sentence: int | None
    passive_share: float | None
    lint: Lint | None
    flesch_douma: float | None
    lix: float | None
    per_sentence: tuple[SentenceMeasures, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A speech act: its sentence or clause, the words that decided it, and whether a law is named as its ground."""

    kind: SignalKind
    start: int
    end: int
    cues: tuple[Range, ...]
    legal: bool = False

    def moved(self, by: int) -> "Signal":
        """An act in a block as an act in the document that the block starts at `by`."""
        cues = tuple(cue.moved(by) for cue in self.cues)
        return replace(self, start=self.start + by, end=self.end + by, cues=cues)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """A question that the text should answer, with the place that answers it; None when there is none."""

    id: str
    question: str
    evidence: Range | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Steering:
    """Whether the text commands or invites.

    `counts` are acts per kind and `shares` sentences with that act over all sentences (0 to 1), both also for kinds that
    are absent. `balance` runs from -1 (only command) to +1 (only cooperation), None with fewer than three acts; `legal`
    counts the commanding acts with a legal ground. `expected_low` and `expected_high` are the profile's zone; `places`
    are the sentences, at most three, where letting go would help most.
    """

    counts: Mapping[SignalKind, int]
    shares: Mapping[SignalKind, float]
    balance: float | None
    legal: int
    expected_low: float
    expected_high: float
    advice: str
    places: tuple[Range, ...] = ()
    checklist: tuple[ChecklistItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A part of the check that could not be done, and why."""

    part: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the engine has to say about one document; findings are sorted by place."""

    profile: str
    findings: tuple[Finding, ...]
    measures: Measures
    signals: tuple[Signal, ...]
    steering: Steering
    notices: tuple[Notice, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The report as plain JSON types."""
        return {"version": 1, **_plain(self)}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value
