"""Texts that shut others out, and texts that threaten."""

import itertools
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from schrijfhulp.checks import Options, on_block
from schrijfhulp.dutch import compounds
from schrijfhulp.dutch.law import has_legal_ground
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.phrases import GAP, Finder
from schrijfhulp.dutch.syntax import WORDEN, child, subject
from schrijfhulp.rewriting.consequence import without_force
from schrijfhulp.types import Place

READER = frozenset({"u", "uw", "uzelf", "je", "jij", "jou", "jouw", "jullie"})
OBJECTS = ("obj", "iobj", "nsubj:pass")
# What is a threat only to someone who is spoken to.
READER_THREATS = {"threats": "to_reader", "vague": "vague_to_reader"}


@on_block
def dreiging(parsed: Parsed, options: Options) -> Iterator[Place]:
    """The threat of a sentence, from its first word to its last, and the sentence without the words that say how unwilling the writer is."""
    for sentence in parsed.sentences:
        words = list(sentence)
        lowered = {token.lower_ for token in words}
        names = ["threats", "vague"] if lowered.isdisjoint(options["amounts"]) else ["threats"]
        if lowered & READER:
            names += [READER_THREATS[name] for name in names]
        if not (found := _phrases(words, [phrase for name in names for phrase in options[name]])):
            continue
        first, last = min(threat[0].i for threat in found), max(threat[-1].i for threat in found)
        start, end = parsed.place(parsed.doc[first], parsed.doc[last])
        yield Place(
            start=start,
            end=end,
            suggestions=tuple(without_force(parsed, sentence, options["forced"])),
            severity="laag" if has_legal_ground(parsed, sentence) else None,
        )


@on_block
def eenzijdig(parsed: Parsed, options: Options) -> Iterator[Place]:
    """Plans with others as their object: people who are taken along, support that is created."""
    sentences = [list(sentence) for sentence in parsed.sentences]
    for words, following in itertools.zip_longest(sentences, sentences[1:]):
        if _is_open(words, options):
            continue
        last = -1
        found = [*_one_sided(words, options)]
        if (decided := [*_decided(words, options)]) and not _is_open(following or words, options, options["opens"]):
            found += decided
        for first, final, kind in sorted(found, key=lambda item: item[0].i):
            if first.i > last:
                last = final.i
                start, end = parsed.place(first, final)
                yield Place(start=start, end=end, variant=kind)


def _is_open(words: Sequence[Token], options: Options, more: Sequence[str] = ()) -> bool:
    """Whether a sentence asks something, or says what others do or may choose."""
    openers = {*options["together"], *more}
    return words[-1].text == "?" or any(token.lower_ in openers for token in words)


def _decided(words: Sequence[Token], options: Options) -> Iterator[tuple[Token, Token, str]]:
    """A decision about the reader or about others: `heeft besloten dat er in uw straat …`."""
    if all(token.lower_ != "besloten" for token in words):
        return
    people = READER | set(options["acts"]["people"]["objects"])
    for phrase in _phrases(words, options["decided"]):
        if any(token.lower_ in people for token in words[words.index(phrase[-1]) :]):
            yield phrase[0], phrase[-2], "closed"


def _one_sided(words: Sequence[Token], options: Options) -> Iterator[tuple[Token, Token, str]]:
    for phrase in _phrases(words, options["closed"]):
        yield phrase[0], phrase[-1], "closed"
    finder = _finder((), tuple(verb for table in options["acts"].values() for verb in table["verbs"]))
    found = finder.verbs(words)
    for kind, table in options["acts"].items():
        for verb, *loose in (found[name] for name in table["verbs"] if name in found):
            if _is_others_own(verb, options) or not _fits(verb, kind, options):
                continue
            for item in _objects(verb):
                if _is_one_of(item, table["objects"]):
                    parts = sorted((verb, item, *loose), key=lambda part: part.i)
                    yield (*_near(verb, parts), kind)


def _phrases(words: Sequence[Token], phrases: Sequence[str]) -> Sequence[Sequence[Token]]:
    """The words of each phrase that stands in a sentence."""
    return list(_finder(tuple(phrases), ()).phrases(words).values())


@cache
def _finder(phrases: tuple[str, ...], verbs: tuple[str, ...]) -> Finder:
    return Finder(phrases, verbs, {})


def _near(verb: Token, parts: Sequence[Token]) -> tuple[Token, Token]:
    """All parts where they stand near each other; else the verb and what is near it."""
    close = [part for part in parts if abs(part.i - verb.i) <= GAP]
    return close[0], close[-1]


def _objects(verb: Token) -> Iterator[Token]:
    passive = any(item.lower_ in WORDEN for item in verb.children)
    if not passive and verb.head.lower_ in WORDEN and verb.dep_ == "ccomp":
        yield from (item for item in verb.head.children if item.dep_ == "nsubj")  # the auxiliary taken for the verb
    for item in verb.children:
        if item.dep_ in OBJECTS or (passive and item.dep_ == "nsubj"):
            yield item
            yield from (other for other in item.children if other.dep_ == "conj")
    if passive and verb.dep_ == "conj" and child(verb, *OBJECTS) is None:
        yield from (item for item in verb.head.children if item.dep_ == "nsubj:pass")


def _is_one_of(token: Token, words: Sequence[str]) -> bool:
    """Whether a noun is in a list, or a compound of one that is."""
    lower = token.lower_
    return lower in words or (lower.endswith(tuple(words)) and compounds.parts(lower)[-1] in words)


def _is_others_own(verb: Token, options: Options) -> bool:
    """Whether the others act themselves, or are told to: `bewoners nemen de wethouder mee`, `neem uw buren mee`."""
    doer = subject(verb)
    if doer is None or doer.dep_ == "nsubj:pass" or any(item.lower_ in WORDEN for item in verb.children):
        return verb.i == verb.sent.start
    return doer.lower_ in READER or _is_one_of(doer, options["acts"]["people"]["objects"])


def _fits(verb: Token, kind: str, options: Options) -> bool:
    """Whether the words that an act needs are there: only a decision that was taken shuts out who hears of it."""
    needed = options["acts"][kind].get("needs", [])
    refused = options["acts"][kind].get("refuses", [])
    words = {token.lower_ for token in verb.sent}
    cases = {case.lower_ for item in verb.children if (case := child(item, "case")) is not None}
    return (not needed or bool(words & set(needed))) and not cases & set(refused)
