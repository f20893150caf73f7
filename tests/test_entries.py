"""Every entry of every word list is found: one inflected form of each, made by the inflection module, in a plain sentence."""

import re
from collections.abc import Callable, Iterator

import pytest

from schrijfhulp import Engine, rulebook
from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.inflection import Slot
from schrijfhulp.examples import unbraced
from schrijfhulp.rewriting.phrases import CAUSATIVE, TE, Phrase, phrase
from schrijfhulp.rulebook import Rule, WordClass
from schrijfhulp.types import Block, Document
from schrijfhulp.wording import LIGHT

NOUN_FIRST = frozenset({"berichten", "in|lichten"})  # whose singular is taken for the noun; the past is not
RULES = [rule for rule in rulebook.load().rules.values() if rule.replace]


def fixed(entry: str) -> str:
    if entry.startswith(","):
        return f"In de brief{{{entry}}} dat staat daar."
    return f"{{{inflection.like('Xx', entry)}}} – dat staat in de brief."


def noun(entry: str) -> str:
    if plural := inflection.plural(entry):
        return f"Alle {{{plural}}} staan in de brief."
    return f"{'Het' if inflection.gender(entry) == 'het' else 'De'} {{{entry}}} staat in de brief."


def adjective(entry: str) -> str:
    return f"Er komt een {{{inflection.inflected(entry)}}} zaak."


def present(entry: str) -> str:
    return _main_clause(phrase(entry), "pres_3sg")


def past(entry: str) -> str:
    return _main_clause(phrase(entry), "past_sg")


def participle(entry: str) -> str:
    """`De gemeente heeft het plan in mindering gebracht`; `wil … doen toekomen` for a verb that has an infinitive with it."""
    found = phrase(entry)
    if found.after == TE:
        return f"De burger leest wat de gemeente {{{inflection.inflect(found.verb, 'pres_3sg')} te}} maken."
    causative = found.verb in CAUSATIVE
    form = inflection.inflect(found.infinitive, "infinitive" if causative else "participle")
    auxiliary = "wil" if causative else "heeft"
    words = " ".join((*found.before, form) if not causative else (form, *found.before))
    if found.after:
        return f"De gemeente {auxiliary} vandaag {{{words} {' '.join(found.after)}}} het plan."
    return f"De gemeente {auxiliary} vandaag het plan {{{words}}}."


def _main_clause(found: Phrase, slot: Slot) -> str:
    """`De gemeente vangt vandaag het plan aan`, where the verb alone is marked; `De gemeente brengt in mindering op het plan`."""
    verb = inflection.verb(found.infinitive).apart(slot)
    rest = " ".join(filter(None, (*found.before, found.particle, *found.after)))
    if found.after == TE:
        return f"De gemeente {{{verb}}} het plan te maken."
    if found.infinitive in LIGHT and found.before and not found.after:
        return f"De gemeente {verb} vandaag het plan {{{rest}}}."
    if found.before == ("zich",) and found.particle and not found.after:
        return f"De gemeente {{{verb}}} zich vandaag {found.particle}."
    if found.after or found.before[:1] == ("zich",):
        return f"De gemeente {{{verb} {rest}}} het plan."
    return f"De gemeente {{{verb}}} vandaag het plan {rest}".rstrip() + "."


FRAMES: tuple[tuple[WordClass, Callable[[str], str]], ...] = (
    ("fixed", fixed),
    ("noun", noun),
    ("adjective", adjective),
    ("verb", present),
    ("verb", past),
    ("verb", participle),
)
CASES = [(rule, kind, frame) for rule in RULES for kind, frame in FRAMES if rule.replacements(kind)]


@pytest.mark.parametrize(
    ("rule", "kind", "frame"), CASES, ids=[f"{rule.key}: {frame.__name__}" for rule, _, frame in CASES]
)
def test_every_entry_is_found(engine: Engine, rule: Rule, kind: WordClass, frame: Callable[[str], str]) -> None:
    skipped = NOUN_FIRST if frame in (present, participle) else ()
    sentences = [frame(entry) for entry in rule.replacements(kind) if entry not in skipped]
    assert list(_missed(engine, rule, sentences)) == []


def _missed(engine: Engine, rule: Rule, marked: list[str]) -> Iterator[str]:
    """The sentences in which the marked words are not what the rule finds; all go through the engine as one document."""
    text, wanted = unbraced("\n\n".join(marked))
    lines = [Block(kind="paragraph", start=line.start(), end=line.end()) for line in re.finditer(".+", text)]
    report = engine.check(Document(text=text, blocks=tuple(lines)), enable=[rule.key])
    found = {(item.start, item.end) for item in report.findings}
    yield from (sentence for sentence, place in zip(marked, wanted, strict=True) if place not in found)
