"""Find phrases and verbs in the words of a clause or sentence.

A phrase is words with a space between them. `a|b` is one of two, `<name>` one of a class, `*raad` a word that ends so,
`vergunning*` one that begins so, `#` a number, and `…` at most GAP words of any kind.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fnmatch import translate

from spacy.tokens import Token

from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.lexicon import words_of

GAP = 8  # words that `…` may stand for
Found = Mapping[str, tuple[Token, ...]]
Element = frozenset[str] | re.Pattern[str] | None  # a word, a pattern of words, or a gap


class Finder:
    """All phrases and verbs of a set of patterns, by the words that they can begin with."""

    def __init__(self, phrases: Iterable[str], verbs: Iterable[str], classes: Mapping[str, Sequence[str]]) -> None:
        self._classes = classes
        self._starts: defaultdict[str, list[tuple[str, tuple[Element, ...]]]] = defaultdict(list)
        self._open: list[tuple[re.Pattern[str], tuple[str, tuple[Element, ...]]]] = []
        self._known: dict[str, Sequence[tuple[str, tuple[Element, ...]]]] = {}
        for phrase in dict.fromkeys(phrases):
            elements = tuple(self.element(part) for part in phrase.split())
            if isinstance(elements[0], frozenset):
                for word in elements[0]:
                    self._starts[word].append((phrase, elements))
            elif elements[0] is not None:
                self._open.append((elements[0], (phrase, elements)))
        self._verbs: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)  # by form: the verb, its loose part
        for verb in dict.fromkeys(verbs):
            particle, _, base = verb.rpartition("|")
            for form in inflection.forms(verb):
                self._verbs[form].append((verb, ""))
            if particle:
                for form in inflection.forms(base):
                    self._verbs[form].append((verb, particle))

    def element(self, part: str) -> Element:
        """What one part of a phrase stands for."""
        if part == "…":
            return None
        words = [word for item in part.split("|") for word in self._spelled(item)]
        if any("*" in word or "#" in word for word in words):
            return re.compile("|".join(translate(word) if word != "#" else r"\d[\d.,:/-]*\Z" for word in words))
        return frozenset(words)

    def _spelled(self, item: str) -> Sequence[str]:
        if item.startswith("<"):
            return [word for name in self._classes[item.strip("<>")] for word in self._spelled(name)]
        return [item.lower()]

    def phrases(self, words: Sequence[Token], named: frozenset[int] = frozenset()) -> Found:
        """The phrases among the words of a clause, each with the words of its first match that is not all name."""
        lowered = [word.lower_ for word in words]
        found: dict[str, tuple[Token, ...]] = {}
        for at, lower in enumerate(lowered):
            for phrase, elements in self._starting_with(lower):
                matched = [words[index] for index in _match(elements, lowered, at) or ()]
                if phrase not in found and any(word.i not in named for word in matched):
                    found[phrase] = tuple(matched)
        return found

    def _starting_with(self, word: str) -> Sequence[tuple[str, tuple[Element, ...]]]:
        if word not in self._known:
            self._known[word] = [
                *self._starts.get(word, ()),
                *(item for start, item in self._open if start.match(word)),
            ]
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


def _match(elements: Sequence[Element], words: Sequence[str], at: int) -> list[int] | None:
    """The indices of the words that the elements match from `at` on; a gap matches as few as it can."""
    indices: list[int] = []
    for number, element in enumerate(elements):
        if element is None:
            rest = elements[number + 1 :]
            tails = (_match(rest, words, start) for start in range(at, min(at + GAP + 1, len(words))))
            tail = next((tail for tail in tails if tail is not None), None)
            return None if tail is None else indices + tail
        if at >= len(words) or not _is(words[at], element):
            return None
        indices.append(at)
        at += 1
    return indices


def _is(word: str, element: frozenset[str] | re.Pattern[str]) -> bool:
    return word in element if isinstance(element, frozenset) else element.match(word) is not None


def _is_verbal(token: Token) -> bool:
    """Whether a form is used as a verb, not as an adjective before a noun or as a noun."""
    if token.dep_ in ("amod", "det", "nmod", "case") or any(item.dep_ == "det" for item in token.lefts):
        return False
    return token.pos_ in ("VERB", "AUX", "ADJ", "X", "ADV") or token.is_sent_start or token.dep_ == "ROOT"


def _is_split_off(part: Token, verb: Token) -> bool:
    return part.dep_ == "compound:prt" and part.head == verb


def _is_loose(part: Token, verb: Token) -> bool:
    """Whether a word is the separated part of a verb: `legt … op`, `op te leggen`."""
    if part.dep_ == "compound:prt":
        return part.head == verb or part.i > verb.i
    if part.i < verb.i:
        return part.i == verb.i - 2 and verb.nbor(-1).lower_ == "te"
    before_te = part.i + 1 < len(part.doc) and part.nbor().lower_ == "te"  # `open … bij te sturen`: of another verb
    return part.dep_ not in ("case", "mark") and not before_te
