"""Which form of its verb a token is, where the spelling leaves a choice."""

from collections.abc import Iterator

from spacy.tokens import Token

from schrijfhulp.dutch.syntax import has, is_finite, is_infinitive, is_participle, subject
from schrijfhulp.dutch.verbs import SLOTS, Slot

ALL_SLOTS: frozenset[Slot] = frozenset(SLOTS)
SECOND_PERSON = frozenset({"je", "jij"})


def slot_of(token: Token, slots: frozenset[Slot]) -> Slot | None:
    """The slot that fits the parse best among those that the spelling allows; None when none of them fits."""
    if len(slots) == 1:
        return next(iter(slots))
    return next((slot for slot in _preferences(token) if slot in slots), None)


def _preferences(token: Token) -> Iterator[Slot]:
    """The slots that the parse allows, best first, then the others."""
    if any(item.dep_ == "aux:pass" or (item.dep_ == "aux" and item.lemma_ == "hebben") for item in token.children):
        yield "participle"  # "kan worden herzien", where the infinitive looks the same
    if is_finite(token):
        past = has(token, "Tense", "Past")
        if has(token, "Number", "Plur") or has(token, "VerbForm", "Inf"):
            yield "past_pl" if past else "pres_pl"
        elif past:
            yield "past_sg"
        yield from _present_singular(token)
    elif is_infinitive(token):
        yield "infinitive"
    elif is_participle(token):
        yield from ("participle", "participle_inflected", "present_participle", "present_participle_inflected")
    yield from SLOTS


def _present_singular(token: Token) -> tuple[Slot, ...]:
    found = subject(token)
    if found is None:
        return ("imperative", "pres_3sg") if token.is_sent_start or token.i == 0 else ("pres_3sg", "imperative")
    if found.lower_ == "ik":
        return ("pres_1sg",)
    if found.lower_ in SECOND_PERSON:
        return ("pres_2sg_inv", "pres_2sg") if found.i > token.i else ("pres_2sg", "pres_3sg")
    return ("pres_2sg", "pres_3sg") if found.lower_ == "u" else ("pres_3sg",)
