"""Which form of its verb a token is, where the spelling leaves a choice."""

from collections.abc import Iterator
from typing import get_args

from spacy.tokens import Token

from schrijfhulp.dutch.inflection import Slot
from schrijfhulp.dutch.syntax import has, is_finite, is_infinitive, is_participle, subject

ALL_SLOTS: frozenset[Slot] = frozenset(get_args(Slot))
FIRST_PERSON = frozenset({"ik"})
SECOND_PERSON = frozenset({"je", "jij"})


def slot_of(token: Token, slots: frozenset[Slot]) -> Slot | None:
    """The slot that fits the parse best among those that the spelling allows; None when none of them fits."""
    if len(slots) == 1:
        return next(iter(slots))
    return next((slot for slot in _preferences(token) if slot in slots), None)


def _preferences(token: Token) -> Iterator[Slot]:
    """The slots that the parse allows, best first, then what is left."""
    if is_infinitive(token):
        yield "infinitive"
    elif is_participle(token):
        yield from ("participle", "participle_inflected", "present_participle")
    elif is_finite(token):
        past = has(token, "Tense", "Past")
        if has(token, "Number", "Plur"):
            yield "past_pl" if past else "pres_pl"
        elif past:
            yield "past_sg"
        yield from ("pres_1sg", "pres_3sg") if _is_bare_stem(token) else ("pres_3sg", "pres_1sg")
    yield from ("pres_pl", "past_sg", "past_pl", "participle", "participle_inflected", "infinitive", "pres_3sg", "pres_1sg", "present_participle")


def _is_bare_stem(token: Token) -> bool:
    """Whether the subject takes the stem without -t: ik, je behind its verb, or none (an order)."""
    found = subject(token)
    if found is None:
        return token.is_sent_start or token.i == 0
    return found.lower_ in FIRST_PERSON or (found.lower_ in SECOND_PERSON and found.i > token.i)
