"""Nouns and adjectives in place of others: the determiner and the adjectives before a noun follow its gender."""

from collections.abc import Callable

from spacy.tokens import Token

from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.inflection import Gender
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.syntax import has
from schrijfhulp.rewriting.pieces import rewritten
from schrijfhulp.types import Suggestion

# Determiners by the gender of a singular noun; with a plural all nouns take the first.
TO_HET = {
    "de": "het",
    "die": "dat",
    "deze": "dit",
    "onze": "ons",
    "elke": "elk",
    "iedere": "ieder",
    "welke": "welk",
}
TO_DE = {value: key for key, value in TO_HET.items()}
INDEFINITE = frozenset({"een", "geen", "elk", "ieder", "welk", "menig", "zo'n", "enig"})


def replaced_noun(parsed: Parsed, token: Token, alternative: str, *, plural: bool) -> Suggestion | None:
    """`alternative` (`de brief`) in place of a noun, singular or plural, with what stands before it agreeing."""
    article: Gender | None = (
        "het" if alternative.startswith("het ") else "de" if alternative.startswith("de ") else None
    )
    noun = alternative.removeprefix(f"{article} ")
    form = inflection.plural(noun) if plural else noun
    if form is None:
        return None
    changes = {token.i: form}
    if article and not plural:
        changes |= _agreeing(token, article)
    return rewritten(parsed, token.doc[min(changes)], token, _like_originals(parsed, changes))


def _agreeing(noun: Token, article: Gender) -> dict[int, str]:
    """What the determiner and the adjectives before the noun become, where they change."""
    wanted = TO_HET if article == "het" else TO_DE
    before: list[Token] = []
    at = noun.i - 1
    while at >= 0 and noun.doc[at].pos_ in ("ADJ", "NUM", "VERB") and noun.doc[at].head.i >= at:
        before.append(noun.doc[at])
        at -= 1
    determiner = noun.doc[at] if at >= 0 and noun.doc[at].pos_ in ("DET", "PRON") else None
    definite = determiner is not None and determiner.lower_ not in INDEFINITE
    changes = {
        adjective.i: agreed
        for adjective in before
        if adjective.pos_ == "ADJ"
        and (agreed := _adjective(adjective, article=article, definite=definite)) != adjective.text
    }
    if determiner is not None and determiner.lower_ in wanted:
        changes[determiner.i] = wanted[determiner.lower_]
    return changes


def _adjective(adjective: Token, *, article: Gender, definite: bool) -> str:
    base = adjective.lemma_
    if adjective.lower_ not in (base, inflection.inflected(base)):
        return adjective.text  # a comparative, or a guessed lemma
    return inflection.agreeing(base, definite=definite, gender=article)


def replaced_adjective(parsed: Parsed, token: Token, alternative: str, *, in_form: Callable[[str], str]) -> Suggestion:
    """`alternative` in place of an adjective, in the same form: `in_form` makes it."""
    form = in_form(alternative)
    hides_ending = form == alternative and inflection.inflected(token.lower_) == token.lower_  # `hybride`
    if hides_ending and _takes_ending(token):
        form = inflection.inflected(alternative)
    return rewritten(parsed, token, token, _like_originals(parsed, {token.i: form}))


def _takes_ending(adjective: Token) -> bool:
    """Whether an adjective that keeps its form would have -e: `een hybride auto`, not `een hybride model`."""
    noun = adjective.head
    if adjective.dep_ != "amod" or noun.i < adjective.i:
        return False
    definite = any(item.dep_ in ("det", "nmod:poss") and item.lower_ not in INDEFINITE for item in noun.lefts)
    return definite or has(noun, "Number", "Plur") or inflection.gender(noun.lemma_) != "het"


def _like_originals(parsed: Parsed, changes: dict[int, str]) -> dict[int, str]:
    return {index: inflection.like(parsed.doc[index].text, text) for index, text in changes.items()}
