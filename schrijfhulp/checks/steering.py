"""Texts that shut others out, and texts that threaten."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Span, Token

from schrijfhulp.checks import Options, on_block
from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.law import has_legal_ground
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.syntax import WORDEN, child, subject
from schrijfhulp.rewriting.consequence import without_force
from schrijfhulp.types import Place

GAP = 8  # tokens that "…" in a pattern may stand for
READER = frozenset({"u", "uw", "uzelf", "je", "jij", "jou", "jouw", "jullie"})
SHORTEST_PART = 6  # letters; a shorter noun may close a word that is no compound of it, as in "wethouders"
OBJECTS = ("obj", "iobj", "nsubj:pass")


@on_block
def dreiging(parsed: Parsed, options: Options) -> Iterator[Place]:
    """The threat of a sentence, from its first word to its last, and the sentence without the words that say how unwilling the writer is."""
    for sentence in parsed.sentences:
        lowered = [token.lower_ for token in sentence]
        spoken = bool(READER & set(lowered))
        stated = any(word in options["amounts"] for word in lowered)
        patterns = [*options["threats"], *(options["vague"] if not stated else [])]
        if spoken:
            patterns += [*options["to_reader"], *(options["vague_to_reader"] if not stated else [])]
        found = [span for pattern in patterns if (span := _span(sentence, pattern)) is not None]
        if not found:
            continue
        first, last = min(found, key=lambda span: span.start), max(found, key=lambda span: span.end)
        start, end = parsed.place(first[0], last[-1])
        yield Place(
            start=start,
            end=end,
            suggestions=tuple(without_force(parsed, sentence, options["forced"])),
            severity="laag" if has_legal_ground(parsed, sentence) else None,
        )


@on_block
def eenzijdig(parsed: Parsed, options: Options) -> Iterator[Place]:
    """Plans with others as their object: people who are taken along, support that is created."""
    for sentence in parsed.sentences:
        if any(token.lower_ in options["together"] for token in sentence) or sentence[-1].text == "?":
            continue
        last = -1
        for first, final, kind in sorted(_one_sided(sentence, options), key=lambda item: item[0].i):
            if first.i > last:
                last = final.i
                start, end = parsed.place(first, final)
                yield Place(start=start, end=end, variant=kind)


def _one_sided(sentence: Span, options: Options) -> Iterator[tuple[Token, Token, str]]:
    for pattern in options["closed"]:
        if (span := _span(sentence, pattern)) is not None:
            yield span[0], span[-1], "closed"
    verbs = _verbs(tuple((kind, tuple(table["verbs"])) for kind, table in options["acts"].items()))
    for token in sentence:
        for kind, particle in verbs.get(token.lower_, ()):
            apart = _particle(token, particle) if particle else None
            if (particle and apart is None) or _is_others_own(token, options):
                continue
            for item in _objects(token):
                if _is_one_of(item, options["acts"][kind]["objects"]) and _fits(token, kind, options):
                    parts = sorted((token, item, *([apart] if apart else [])), key=lambda part: part.i)
                    yield (*_near(token, parts), kind)


def _near(verb: Token, parts: Sequence[Token]) -> tuple[Token, Token]:
    """All parts where they stand near each other; else the verb and what is near it."""
    close = [part for part in parts if abs(part.i - verb.i) <= GAP]
    return close[0], close[-1]


@cache
def _verbs(tables: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Per form of a verb: the kind of act, and the separable part that must stand elsewhere."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind, infinitives in tables:
        for infinitive in infinitives:
            particle, _, base = infinitive.rpartition("|")
            for form in inflection.forms(infinitive):
                found[form].append((kind, ""))
            for form in inflection.forms(base) if particle else ():
                found[form].append((kind, particle))
    return found


def _particle(verb: Token, text: str) -> Token | None:
    """The separable part, before `te` or at the end of the clause."""
    for token in verb.doc[max(verb.i - 2, verb.sent.start) : verb.sent.end]:
        if token.lower_ == text and (token.head == verb or token.i == verb.i - 2):
            return token
    return None


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
    return lower in words or any(len(word) > SHORTEST_PART and lower.endswith(word) for word in words)


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


def _span(sentence: Span, pattern: str) -> Span | None:
    """Where the words of a pattern stand: `a|b` is either word, `…` some words, `*boete` an ending."""
    parts, lowered = _parts(pattern), [token.lower_ for token in sentence]
    for start, lower in enumerate(lowered):
        if _is_word(lower, parts[0]) and (end := _match(lowered, parts, start)) is not None:
            return sentence[start:end]
    return None


@cache
def _parts(pattern: str) -> tuple[tuple[str, ...], ...]:
    """For each part of a pattern its words; none for a gap."""
    return tuple(() if part == "…" else tuple(part.split("|")) for part in pattern.split())


def _match(words: Sequence[str], parts: Sequence[tuple[str, ...]], at: int) -> int | None:
    """One past the last word of a match that starts at `at`."""
    if not parts:
        return at
    if not parts[0]:
        tries = (_match(words, parts[1:], at + gap) for gap in range(GAP + 1))
        return next((end for end in tries if end is not None), None)
    if at >= len(words) or not _is_word(words[at], parts[0]):
        return None
    return _match(words, parts[1:], at + 1)


def _is_word(lower: str, words: Sequence[str]) -> bool:
    return lower in words or any(word[0] == "*" and lower.endswith(word[1:]) for word in words)
