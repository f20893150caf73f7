"""Rules with a `replace` table: find their words in every form and put the alternatives in the same form."""

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Span, Token
from spacy.util import filter_spans

from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.frequency import zipf
from schrijfhulp.dutch.full_forms import plurals, verb_forms
from schrijfhulp.dutch.inflection import Slot, like
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.slots import slot_of
from schrijfhulp.dutch.syntax import heads_clause
from schrijfhulp.rewriting import phrases
from schrijfhulp.rewriting.nouns import replaced_adjective, replaced_noun
from schrijfhulp.rulebook import Rule, Unless, WordClass
from schrijfhulp.types import Place, Suggestion

# X is what the tagger gives a word that it cannot place.
VERB_TAGS = frozenset({"VERB", "AUX", "ADJ", "X"})
NOUN_TAGS = frozenset({"NOUN", "PROPN", "X"})
ADJECTIVE_TAGS = frozenset({"ADJ", "ADV", "VERB", "X"})
RARE = 3.0  # Zipf: once in a million words; of rarer words the tagger has seen too few to be believed
UNSEEN = 2.0  # Zipf: hardly in the corpus
LIGHT = frozenset({"zijn", "hebben"})  # verbs that say nothing: what stands beside them is marked


class Entry(NamedTuple):
    """One headword of a rule."""

    rule: str
    alternatives: tuple[str, ...]
    note: str | None
    unless: tuple[Unless, ...]


class VerbEntry(NamedTuple):
    """A verb or verb phrase of a rule."""

    entry: Entry
    phrase: phrases.Phrase
    alternatives: tuple[phrases.Phrase, ...]
    joined: bool  # its separable part is in the form: `aanvangt`
    needs: frozenset[str]  # words without which it cannot stand in a block


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All entries by the forms to look for, in small letters."""

    fixed: Mapping[tuple[str, ...], Sequence[tuple[tuple[str, ...], Entry]]]  # by the first two words
    verbs: Mapping[str, Sequence[tuple[VerbEntry, frozenset[Slot]]]]  # with what the form can be
    nouns: Mapping[str, Sequence[tuple[Entry, bool]]]  # with whether the form is plural
    adjectives: Mapping[str, Sequence[tuple[Entry, Callable[[str], str]]]]  # with what makes this form
    words: frozenset[str]  # every form that is an entry by itself


def build(nlp: Language, rules: Iterable[Rule]) -> Wording:
    """Index the entries of all `replace` tables."""
    fixed: defaultdict[tuple[str, ...], list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
    keys: set[str] = set()
    verbs: defaultdict[str, list[tuple[VerbEntry, frozenset[Slot]]]] = defaultdict(list)
    nouns: defaultdict[str, list[tuple[Entry, bool]]] = defaultdict(list)
    adjectives: defaultdict[str, list[tuple[Entry, Callable[[str], str]]]] = defaultdict(list)
    for rule in rules:
        for key, entry in _entries(rule, "fixed"):
            words = _words(nlp, key.lower())
            fixed[words[:2]].append((words, entry))
            keys.add(key.lower())
        for key, entry in _entries(rule, "verb"):
            for item, forms in _verb_entries(entry, key):
                for form, slots in forms.items():
                    verbs[form].append((item, slots))
        for key, entry in _entries(rule, "noun"):
            nouns[key.lower()].append((entry, False))
            for plural in {*plurals(key), f"{key}s"}:  # loans often take -s: skills
                nouns[plural.lower()].append((entry, True))
        for key, entry in _entries(rule, "adjective"):
            for form, in_form in inflection.adjective_forms(key).items():
                adjectives[form].append((entry, in_form))
    single = {
        form
        for form, found in verbs.items()
        if any(not item.phrase.before and not item.phrase.after for item, _ in found)
    }
    return Wording(
        fixed=fixed,
        verbs=verbs,
        nouns=nouns,
        adjectives=adjectives,
        words=frozenset(keys | single | nouns.keys() | adjectives.keys()),
    )


def _words(nlp: Language, key: str) -> tuple[str, ...]:
    """The words of fixed wording as the tokenizer will find them."""
    return tuple(key.split() if key.replace(" ", "").isalpha() else (token.text for token in nlp.make_doc(key)))


def _entries(rule: Rule, word_class: WordClass) -> Iterator[tuple[str, Entry]]:
    """The headwords of one table of a rule."""
    unless: defaultdict[str, list[Unless]] = defaultdict(list)
    for item in rule.unless:
        unless[item.entry].append(item)
    for key, alternatives in rule.replacements(word_class).items():
        note, exceptions = rule.notes.get(key), tuple(unless.get(key, ()))
        yield key, Entry(rule=rule.key, alternatives=alternatives, note=note, unless=exceptions)


def _verb_entries(entry: Entry, key: str) -> Iterator[tuple[VerbEntry, Mapping[str, frozenset[Slot]]]]:
    """An entry with the forms of its verb; once more, for the separable part and the rest as one word."""
    found = phrases.phrase(key)
    make = partial(VerbEntry, entry=entry, phrase=found, alternatives=tuple(map(phrases.phrase, entry.alternatives)))
    needs = frozenset({*found.before, *found.after} - {"zich"})
    if found.particle:
        yield make(joined=True, needs=needs), verb_forms(found.infinitive)
        needs |= {found.particle}
    yield make(joined=False, needs=needs), verb_forms(found.verb)


def find(wording: Wording, parsed: Parsed) -> Iterator[tuple[str, Place]]:
    """The places in a block where an entry stands, each with its rule's key; within a rule the longest wins."""
    words = {token.lower_ for token in parsed.doc}
    for token in parsed.doc:
        entries = [(item, slots) for item, slots in wording.verbs.get(token.lower_, ()) if item.needs <= words]
        for found, item in _verb_matches(entries, token):
            yield from _verb_places(found, item, parsed)
    yield from _fixed_places(wording, parsed)
    for token in parsed.doc:
        lower = token.lower_
        for entry, plural in wording.nouns.get(lower, ()):
            if _is_noun(token, plural=plural) and not _is_named(token):
                yield from _place(entry, parsed, token, token, partial(replaced_noun, parsed, token, plural=plural))
        for entry, in_form in wording.adjectives.get(lower, ()):
            if token.pos_ in ADJECTIVE_TAGS or _is_rare_adjective(token):
                suggest = partial(replaced_adjective, parsed, token, in_form=in_form)
                yield from _place(entry, parsed, token, token, suggest)


def _is_rare(form: str, limit: float = RARE) -> bool:
    return (zipf(form) or 0.0) < limit


def _is_verb(token: Token, slots: frozenset[Slot]) -> bool:
    """Whether a form is a verb's here: by its tag, its ending, its subject, or because it is rare and no bare stem."""
    return (
        token.pos_ in VERB_TAGS
        or token.lower_.endswith(("eren", "eert", "eerde", "eerden"))
        or (token.pos_ == "NOUN" and heads_clause(token))
        or ("pres_1sg" not in slots and _is_rare(token.lower_))
    )


def _is_noun(token: Token, *, plural: bool) -> bool:
    """Whether a word is a noun here: by its tag, because it is rare, or because the determiner before it is its own."""
    before = token.doc[token.i - 1 : token.i] if token.i else ()
    return (
        token.pos_ in NOUN_TAGS
        or _is_rare(token.lower_, RARE if plural else UNSEEN)
        or any(item.dep_ == "det" and item.head == token for item in before)
    )


def _is_named(token: Token) -> bool:
    """Whether a word at the start of a sentence begins a name: `Checkpoint Charlie`."""
    following = token.doc[token.i + 1 : token.i + 2]
    return token.text.istitle() and any(item.text.istitle() and item.pos_ == "PROPN" for item in following)


def _is_rare_adjective(token: Token) -> bool:
    """The tagger takes rare adjectives for nouns: `het is evident`, `geen causaal verband`.

    A noun would have a determiner or a preposition, and no other noun behind it.
    """
    before_noun = token.i + 1 < len(token.doc) and token.nbor().pos_ == "NOUN" and _is_rare(token.lower_)
    return (token.pos_ == "NOUN" and all(item.dep_ not in ("det", "case") for item in token.children)) or (
        token.pos_ in ("NOUN", "PROPN") and before_noun
    )


def _fixed_places(wording: Wording, parsed: Parsed) -> Iterator[tuple[str, Place]]:
    lowered = [token.lower_ for token in parsed.doc]
    found: defaultdict[str, dict[tuple[int, int], Entry]] = defaultdict(dict)
    for start, (first, second) in enumerate(itertools.pairwise([*lowered, ""])):
        for words, entry in (*wording.fixed.get((first,), ()), *wording.fixed.get((first, second), ())):
            end = start + len(words)
            if tuple(lowered[start:end]) == words and not _is_excepted(entry, parsed.doc[start], parsed.doc[end - 1]):
                found[entry.rule][start, end] = entry
    for entries in found.values():
        for span in filter_spans([parsed.doc[start:end] for start, end in entries]):
            yield from _fixed_place(entries[span.start, span.end], parsed, span)


def _fixed_place(entry: Entry, parsed: Parsed, span: Span) -> Iterator[tuple[str, Place]]:
    first, last = span[0], span[-1]
    start, end = parsed.place(first, last)

    def suggest(text: str) -> Suggestion:
        return Suggestion(text=like(span.text, text), start=start, end=end)

    yield from _place(entry, parsed, first, last, suggest)


def _verb_matches(
    entries: Iterable[tuple[VerbEntry, frozenset[Slot]]], token: Token
) -> list[tuple[phrases.Match, VerbEntry]]:
    """Of each rule the entry with the most words that this verb belongs to: `in kennis stellen van` beats `stellen`."""
    matches: list[tuple[phrases.Match, VerbEntry]] = []
    for item, slots in entries:
        slot = slot_of(token, slots) if _is_verb(token, slots) else None
        if slot and (found := phrases.match(item.phrase, token, slot, joined=item.joined)):
            matches.append((found, item))
    longest = {item.entry.rule: (found, item) for found, item in sorted(matches, key=lambda pair: pair[0].size)}
    return list(longest.values())


def _verb_places(found: phrases.Match, item: VerbEntry, parsed: Parsed) -> Iterator[tuple[str, Place]]:
    alternatives = dict(zip(item.entry.alternatives, item.alternatives, strict=True))

    def suggest(text: str) -> Suggestion | None:
        return phrases.replaced(parsed, found, alternatives[text])

    first, last = _core(parsed, found, item.phrase)
    parts = parsed.runs(index for index in (*found.before, *found.after) if not first.i <= index <= last.i)
    for rule, place in _place(item.entry, parsed, first, last, suggest, match=_spelled(parsed, found)):
        yield rule, replace(place, parts=parts)


def _spelled(parsed: Parsed, found: phrases.Match) -> str:
    """The parts as the text has them, with dots for what stands between: `draagt … zorg`."""
    indices = found.indices
    words = [parsed.doc[index].text for index in indices]
    gaps = ["" if index == at + 1 else "… " for at, index in itertools.pairwise(indices)]
    return " ".join(gap + word for gap, word in zip(["", *gaps], words, strict=True))


def _core(parsed: Parsed, found: phrases.Match, phrase: phrases.Phrase) -> tuple[Token, Token]:
    """The tokens to mark: all parts where they stand together, else the verb, or what a light verb stands with."""
    first, last = parsed.doc[found.first], parsed.doc[found.last]
    if last.i - first.i + 1 == found.size:
        return (first, last) if not found.te or found.te.i > first.i else (found.verb, last)
    if found.before and phrase.infinitive in LIGHT:
        return parsed.doc[found.before[0]], parsed.doc[found.before[-1]]
    return found.verb, found.verb


def _place(
    entry: Entry,
    parsed: Parsed,
    first: Token,
    last: Token,
    suggest: Callable[[str], Suggestion | None],
    *,
    match: str | None = None,
) -> Iterator[tuple[str, Place]]:
    if _is_excepted(entry, first, last) or (not entry.alternatives and _is_explained(first, last)):
        return
    start, end = parsed.place(first, last)
    suggestions = tuple(found for text in entry.alternatives if (found := suggest(text)) is not None)
    values = {"match": match} if match else {}
    yield entry.rule, Place(start=start, end=end, suggestions=suggestions, advice=entry.note, values=values)


def _is_explained(first: Token, last: Token) -> bool:
    """Whether the block says what a term is: `U betaalt leges. Leges zijn de kosten van …`"""
    if first != last:
        return False
    return any(
        token.lower_ == first.lower_
        and token.dep_ == "nsubj"
        and not any(item.dep_ == "nmod" for item in token.children)
        and token.head.pos_ == "NOUN"
        and any(item.dep_ == "cop" for item in token.head.children)
        for token in first.doc
    )


def _is_excepted(entry: Entry, first: Token, last: Token) -> bool:
    return any(_applies(item, first, last) for item in entry.unless)


def _applies(unless: Unless, first: Token, last: Token) -> bool:
    doc = first.doc
    if unless.before is not None:
        return first.i > 0 and doc[first.i - 1].lower_ == unless.before.lower()
    if unless.after is not None:
        return last.i + 1 < len(doc) and doc[last.i + 1].lower_ == unless.after.lower()
    words = (unless.phrase or "").lower().split()
    here = [token.lower_ for token in doc[max(first.i - len(words), 0) : last.i + 1 + len(words)]]
    return any(here[at : at + len(words)] == words for at in range(len(here)))
