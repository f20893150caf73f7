"""The forms of words that the rules name, worked out beforehand; of any other word by the rules of inflection.

`data/forms.json` is made by `training/forms.py`: to inflect thousands of words at every start takes a tenth of a second.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import TypedDict

from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.inflection import SLOTS, Slot
from schrijfhulp.resources import PACKAGE

FILE = PACKAGE / "dutch" / "data" / "forms.json"


class Forms(TypedDict):
    """Of verbs the forms with the slots they fill, a letter a slot in the order of SLOTS; of nouns the plurals."""

    verbs: dict[str, dict[str, str]]
    plurals: dict[str, list[str]]


def verb_forms(infinitive: str) -> Mapping[str, frozenset[Slot]]:
    """As `inflection.forms`."""
    known = _worked_out()["verbs"].get(infinitive)
    return inflection.forms(infinitive) if known is None else {form: _slots(letters) for form, letters in known.items()}


def plurals(noun: str) -> tuple[str, ...]:
    """As `inflection.plurals`."""
    known = _worked_out()["plurals"].get(noun)
    return inflection.plurals(noun) if known is None else tuple(known)


def letters(slots: frozenset[Slot]) -> str:
    """Slots as they are written in the file."""
    return "".join(chr(ord("a") + at) for at, slot in enumerate(SLOTS) if slot in slots)


@cache
def _slots(letters: str) -> frozenset[Slot]:
    return frozenset(SLOTS[ord(letter) - ord("a")] for letter in letters)


@cache
def _worked_out() -> Forms:
    forms: Forms = json.loads(FILE.read_text(encoding="utf8"))
    return forms
