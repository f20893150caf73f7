"""Find phrases and verbs in the words of a clause or sentence.

A phrase is words with a space between them. `a|b` is one of two, `<name>` one of a class, `*raad` a word that ends so,
`vergunning*` one that begins so, `#` a number, and `…` at most GAP words of any kind.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from schrijfhulp.dutch.full_forms import verb_forms
from schrijfhulp.dutch.lexicon import words_of

GAP = 8  # words that `…` may stand for
NUMBER = re.compile(r"\d[\d.,:/-]*\Z")
Found = Mapping[str, tuple[Token, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """One place in a phrase: the words, the ends and the beginnings of words that can stand there, or a number."""

    words: frozenset[str]
    ends: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    number: bool = False

    @property
    def is_open(self) -> bool:
        """Whether more words fit than are listed."""
        return bool(self.ends or self.starts or self.number)

    def fits(self, word: str) -> bool:
        return (
            word in self.words
            or word.endswith(self.ends)
            or word.startswith(self.starts)
            or (self.number and NUMBER.match(word) is not None)
        )


Element = OneOf | None  # None is a gap
# As it is written, its places, and words of which it needs one.
Phrase = tuple[str, tuple[Element, ...], frozenset[str]]


class Finder:
    """All phrases and verbs of a set of patterns, by the words that they can begin with; the rest is read when first needed."""

    def __init__(self, phrases: Iterable[str], verbs: Iterable[str], classes: Mapping[str, Sequence[str]]) -> None:
        self._classes = classes
        self._elements: dict[str, Element] = {}
        self._starts: defaultdict[str, list[str]] = defaultdict(list)
        self._open: list[tuple[OneOf, str]] = []
        self._known: dict[str, Sequence[Phrase]] = {}  # by word, the phrases that begin with it
        for phrase in dict.fromkeys(phrases):
            first = self._element(phrase.split(maxsplit=1)[0])
            if first is None:
                continue
            if first.is_open:
                self._open.append((first, phrase))
            else:
                for word in first.words:
                    self._starts[word].append(phrase)
        self._verbs: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)  # by form: the verb, its loose part
        for verb in dict.fromkeys(verbs):
            particle, _, base = verb.rpartition("|")
            for form in verb_forms(verb):
                self._verbs[form].append((verb, ""))
            if particle:
                for form in verb_forms(base):
                    self._verbs[form].append((verb, particle))

    def _phrase(self, text: str) -> Phrase:
        elements = tuple(self._element(part) for part in text.split())
        needs = next((item.words for item in elements[1:] if item is not None and not item.is_open), frozenset())
        return text, elements, needs

    def _element(self, part: str) -> Element:
        """What one part of a phrase stands for; many phrases share their parts."""
        if part not in self._elements:
            self._elements[part] = None if part == "…" else one_of(part.split("|"), self._classes)
        return self._elements[part]

    def phrases(self, words: Sequence[Token], named: frozenset[int] = frozenset()) -> Found:
        """The phrases among the words of a clause, each with the words of its first match that is not all name."""
        lowered = [word.lower_ for word in words]
        present = frozenset(lowered)
        found: dict[str, tuple[Token, ...]] = {}
        for at, lower in enumerate(lowered):
            for phrase, elements, needs in self._starting_with(lower):
                if phrase in found or (needs and needs.isdisjoint(present)):
                    continue
                matched = [words[index] for index in _match(elements, lowered, at) or ()]
                if any(word.i not in named for word in matched):
                    found[phrase] = tuple(matched)
        return found

    def _starting_with(self, word: str) -> Sequence[Phrase]:
        if word not in self._known:
            texts = [*self._starts.get(word, ()), *(text for first, text in self._open if first.fits(word))]
            self._known[word] = [self._phrase(text) for text in texts]
        return self._known[word]

    def verbs(self, words: Sequence[Token]) -> Found:
        """The verbs among the words of a clause, as infinitives, each with its words."""
        found: dict[str, tuple[Token, ...]] = {}
        for token in words:
            if token.lower_ in self._verbs and _is_verbal(token):
                loose = [word for word in words if word.lower_ in words_of("separable") and _is_loose(word, token)]
                for verb, particle in self._verbs[token.lower_]:
                    part = next((word for word in loose if word.lower_ == particle), None)
                    if (part is not None) if particle else not any(_is_split_off(word, token) for word in loose):
                        found.setdefault(verb, (token, part) if part is not None else (token,))
        return found


def one_of(items: Iterable[str], classes: Mapping[str, Sequence[str]]) -> OneOf:
    """What these items stand for: words, classes of words, ends, beginnings, a number."""
    words = [word for item in items for word in _spelled(item, classes)]
    return OneOf(
        words=frozenset(word for word in words if "*" not in word and word != "#"),
        ends=tuple(word[1:] for word in words if word.startswith("*")),
        starts=tuple(word[:-1] for word in words if word.endswith("*") and len(word) > 1),
        number="#" in words,
    )


def _spelled(item: str, classes: Mapping[str, Sequence[str]]) -> Sequence[str]:
    if item.startswith("<"):
        return [word for name in classes[item.strip("<>")] for word in _spelled(name, classes)]
    return [item.lower()]


def _match(elements: Sequence[Element], words: Sequence[str], at: int) -> list[int] | None:
    """The indices of the words that the elements match from `at` on; a gap matches as few as it can."""
    indices: list[int] = []
    for number, element in enumerate(elements):
        if element is None:
            rest = elements[number + 1 :]
            tails = (_match(rest, words, start) for start in range(at, min(at + GAP + 1, len(words))))
            tail = next((tail for tail in tails if tail is not None), None)
            return None if tail is None else indices + tail
        if at >= len(words) or not element.fits(words[at]):
            return None
        indices.append(at)
        at += 1
    return indices


def _is_verbal(token: Token) -> bool:
    """Whether a form is used as a verb, not as an adjective before a noun or as a noun."""
    if token.dep_ in ("amod", "det", "nmod", "case") or any(item.dep_ == "det" for item in token.lefts):
        return False
    return token.pos_ in ("VERB", "AUX", "ADJ", "X", "ADV") or token.is_sent_start or token.dep_ == "ROOT"


def _is_split_off(part: Token, verb: Token) -> bool:
    return part.dep_ == "compound:prt" and part.head == verb


def _is_loose(part: Token, verb: Token) -> bool:
    """Whether a word is the separated part of a verb: `legt … op`, `op te leggen`, `op moet leggen`."""
    if part.dep_ == "compound:prt":
        return part.head == verb or part.i > verb.i
    if part.i < verb.i:
        between = verb.doc[part.i + 1 : verb.i]
        return bool(between) and all(item.pos_ == "AUX" or item.lower_ == "te" for item in between)
    following = part.nbor() if part.i + 1 < len(part.doc) else None
    if following is None or following.is_punct:
        return True
    return part.dep_ not in ("case", "mark") and following.lower_ != "te"  # `open … bij te sturen`: of another verb
