"""LiNT-II: how hard a Dutch text is to read, 0 (easy) to 100 (hard), as published with lint-ii 0.1.3.

Sources: Kim & Pander Maat (2025), LiNT-II, https://github.com/vanboefer/lint_ii; Pander Maat, Kleijn & Frissen (2023),
LiNT: een leesbaarheidsformule en een leesbaarheidsinstrument, Tijdschrift voor Taalbeheersing 45(1), 2-39.

Our pipeline finds no named entities, so a name that the noun list lacks is taken for a person or place (concrete) or,
if it is an acronym, for an organisation (abstract). Three guards cover its slips: see `_names` and `_semantic_type`, and
a verb with a subject of its own is finite whatever the tagger says (`is_finite`). All else follows the original, which
leaves headings out: that is for the caller to do.
"""

import mmap
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Literal

from spacy.tokens import Token

from schrijfhulp.dutch.frequency import UNSEEN, look_up, normal_form, open_table, zipf
from schrijfhulp.dutch.syntax import is_finite

NounType = Literal["concrete", "abstract", "undefined"]

DATA = Path(__file__).parent / "data"
NOUN_TYPES: dict[str, NounType] = {"C": "concrete", "A": "abstract", "U": "undefined"}
LEVEL_BOUNDS = (34.0, 46.0, 58.0)  # where levels 2, 3 and 4 begin

UNITS = "een|twee|drie|vier|vijf|zes|zeven|acht|negen"
TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
ORDINAL = re.compile(
    r"\d+(?:e|de|ste)|(?:aller)?eerste?|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde"
    rf"|(?:der|veer|vijf|zes|zeven|ach|negen)tiende|(?:(?:{UNITS})[eë]n)?(?:{TENS})ste|(?:{UNITS})?(?:honderdste|duizendste)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What the formula weighs, of a sentence or a document; None where there is nothing to measure."""

    word_frequency: float | None  # mean Zipf value of the content words that are not names
    dependency_length: float | None  # words between the head and dependent that are furthest apart
    content_words_per_clause: float | None  # a clause is a finite verb
    concrete_nouns: float | None  # share of the nouns whose type is known, 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceFeatures:
    """The counts of one sentence, from which the features of the sentence and of its document follow."""

    zipf_sum: float  # over `zipf_words`
    zipf_words: int
    dependency_length: int | None
    content_words: int
    finite_verbs: int
    concrete_nouns: int
    known_nouns: int

    @property
    def features(self) -> Features:
        """The features of the sentence on its own."""
        return mean_features([self])


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficients:
    """The weights of a fit of the formula."""

    constant: float
    word_frequency: float
    dependency_length: float
    content_words_per_clause: float
    concrete_nouns: float


# lint-ii 0.1.3, noun list 2026-04-20: fitted on reading comprehension of 120 texts, adjusted R² 0.74.
PUBLISHED = Coefficients(
    constant=-4.302208863089504,
    word_frequency=17.314066317616003,
    dependency_length=-1.6240611785998273,
    content_words_per_clause=-2.5422287085919666,
    concrete_nouns=15.951894022642866,
)


def sentence_features(tokens: Iterable[Token]) -> SentenceFeatures | None:
    """The counts of one parsed sentence (a Span, or a Doc of one sentence); None if it has no words."""
    sentence = list(tokens)
    if all(token.is_punct or token.is_space for token in sentence):
        return None
    content = [token for token in sentence if _is_content_word(token)]
    names = _names(sentence)
    frequencies = [value for token in content if token.i not in names and (value := _frequency(token)) is not None]
    types = [kind for token in sentence if (kind := _semantic_type(token)) is not None]
    return SentenceFeatures(
        zipf_sum=sum(frequencies),
        zipf_words=len(frequencies),
        dependency_length=_longest_dependency(sentence),
        content_words=len(content),
        finite_verbs=sum(is_finite(token) for token in sentence),
        concrete_nouns=types.count("concrete"),
        known_nouns=len(types),
    )


def mean_features(sentences: Sequence[SentenceFeatures]) -> Features:
    """The features of a text: over all its words and nouns, and the mean over its sentences of the other two."""
    lengths = [s.dependency_length for s in sentences if s.dependency_length is not None]
    densities = [s.content_words / s.finite_verbs for s in sentences if s.finite_verbs]
    return Features(
        word_frequency=_ratio(sum(s.zipf_sum for s in sentences), sum(s.zipf_words for s in sentences)),
        dependency_length=_ratio(sum(lengths), len(lengths)),
        content_words_per_clause=_ratio(sum(densities), len(densities)),
        concrete_nouns=_ratio(sum(s.concrete_nouns for s in sentences), sum(s.known_nouns for s in sentences)),
    )


def score(features: Features, *, coefficients: Coefficients = PUBLISHED) -> float | None:
    """The LiNT-II score, 0 (easy) to 100 (hard); None if a feature is missing."""
    frequency, length = features.word_frequency, features.dependency_length
    density, concrete = features.content_words_per_clause, features.concrete_nouns
    if frequency is None or length is None or density is None or concrete is None:
        return None
    comprehension = (
        coefficients.constant
        + coefficients.word_frequency * frequency
        + coefficients.dependency_length * length
        + coefficients.content_words_per_clause * density
        + coefficients.concrete_nouns * concrete
    )
    return min(100.0, max(0.0, 100.0 - comprehension))


def level(score: float | None) -> int | None:
    """The level of a score: 1 (14 % of adults have trouble with the text), 2 (29 %), 3 (53 %) or 4 (78 %)."""
    return None if score is None else 1 + sum(score >= bound for bound in LEVEL_BOUNDS)


def document(sentences: Iterable[SentenceFeatures]) -> tuple[float | None, int | None, Features]:
    """Score, level and features of a text."""
    features = mean_features(list(sentences))
    result = score(features)
    return result, level(result), features


def noun_type(word: str) -> NounType | None:
    """Whether a noun names something one can point at; `undefined` if it has both senses, None if it is not listed."""
    entry = _noun(word)
    return None if entry is None else entry[0]


@lru_cache(maxsize=8192)
def _noun(word: str) -> tuple[NounType, str] | None:
    """Type, and the last part of a compound (or an empty text)."""
    value = look_up(_nouns(), normal_form(word))
    return None if value is None else (NOUN_TYPES[value[0]], value[1:])


def _is_content_word(token: Token) -> bool:
    if token.dep_ == "cop":
        return False
    if token.pos_ == "ADJ":
        return not ORDINAL.fullmatch(token.lower_)
    return token.pos_ in {"NOUN", "PROPN", "VERB"} or token.lower_ in _words("manner")


def _names(sentence: list[Token]) -> set[int]:
    """Where names stand. Words with a capital side by side are one name, also if part of it looks like an adjective."""
    inner = sentence[1:]
    pairs = [pair for pair in pairwise(inner) if pair[0].is_title and pair[1].is_title]
    return {token.i for token in sentence if token.pos_ == "PROPN"} | {token.i for pair in pairs for token in pair}


def _frequency(token: Token) -> float | None:
    """The Zipf value of a content word, of a compound that of its last part; None for words that the original skips."""
    skipped = _words("skip")
    if token.lower_ in skipped or token.lemma_.lower() in skipped:
        return None
    noun = _noun(token.lower_) if token.pos_ == "NOUN" else None
    found = zipf(noun[1] if noun and noun[1] else token.lower_)
    return UNSEEN if found is None else found


def _semantic_type(token: Token) -> NounType | None:
    """The type of a noun, a name or a unit such as km (one letter marks a list item); None if it has none."""
    if token.pos_ in {"X", "SYM"}:
        return "concrete" if len(token) > 1 and token.lower_ in _words("units") else None
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    known = noun_type(token.lower_) or noun_type(token.lemma_)
    if known or token.pos_ == "NOUN" or not token.is_alpha:
        return known
    return "abstract" if token.is_upper and len(token) > 1 else "concrete"


def _longest_dependency(sentence: list[Token]) -> int | None:
    """The most words between a word and its head, punctuation aside; None for fewer than two words."""
    words = [token for token in sentence if not token.is_punct]
    if len(words) < 2:
        return None
    first = sentence[0].i
    before = list(accumulate((token.dep_ != "punct" for token in sentence), initial=0))  # words before each token

    def between(token: Token, head: Token) -> int:
        left, right = sorted((token.i - first, head.i - first))
        return max(0, before[min(right, len(sentence))] - before[max(left, 0)] - 1)

    return max((between(word, head) for word in words if word.dep_ != "punct" for head in _heads(word)), default=0)


def _heads(token: Token) -> list[Token]:
    """The head of a word. A conjunct has the head of the first one, and a subject has every conjunct of its verb."""
    while token.dep_ == "conj":
        token = token.head
    return [token.head, *token.head.conjuncts] if token.dep_ == "nsubj" else [token.head]


def _ratio(total: float, count: int) -> float | None:
    return total / count if count else None


@cache
def _nouns() -> mmap.mmap:
    return open_table(DATA / "nouns.tsv")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset((DATA / f"{name}.txt").read_text(encoding="utf8").splitlines())
