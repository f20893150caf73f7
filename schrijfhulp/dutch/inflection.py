"""Dutch inflection: the forms of verbs, nouns and adjectives, without a parser."""

from schrijfhulp.dutch.adjectives import agreeing, comparative, inflected, superlative, uninflected
from schrijfhulp.dutch.adjectives import forms as adjective_forms
from schrijfhulp.dutch.nouns import Gender, gender, plural, plurals, verb_of_noun
from schrijfhulp.dutch.spelling import like
from schrijfhulp.dutch.verbs import SLOTS, Slot, Verb, forms, inflect, is_verb, slots_of_tag, split, verb

__all__ = [
    "SLOTS",
    "Gender",
    "Slot",
    "Verb",
    "adjective_forms",
    "agreeing",
    "comparative",
    "forms",
    "gender",
    "inflect",
    "inflected",
    "is_verb",
    "like",
    "plural",
    "plurals",
    "slots_of_tag",
    "split",
    "superlative",
    "uninflected",
    "verb",
    "verb_of_noun",
]
