"""Noun style to verbs: `een controle uitvoeren van` to `controleren`. A rewriter returns None where there is no verb in the noun."""

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.slots import ALL_SLOTS, slot_of
from schrijfhulp.dutch.syntax import child, is_finite, is_subordinate, particle
from schrijfhulp.rewriting.phrases import Match, phrase, replaced
from schrijfhulp.rewriting.pieces import Rewrite

Nodes = Mapping[str, Token]
Rewriter = Callable[[Parsed, Nodes], Rewrite | None]


def empty_verb(parsed: Parsed, nodes: Nodes) -> Rewrite | None:
    """A verb that says nothing with a noun that holds the real verb: `een besluit nemen`."""
    verb, noun = nodes["verb"], nodes["noun"]
    infinitive = _hidden_verb(noun)
    if infinitive is None or child(noun, "case") is not None or child(verb, "xcomp", "compound:prt") is not None:
        return None  # "rekening houden met wijzigingen", "de uitgifte mogelijk maken": the verb has its own meaning
    values = {"infinitive": infinitive.replace("|", "")}
    found = _in_place(verb, noun, infinitive)
    suggestion = replaced(parsed, found, phrase(infinitive)) if found else None
    return Rewrite(suggestions=(suggestion,) if suggestion else (), values=values)


def empty_verb_with_tot(parsed: Parsed, nodes: Nodes) -> Rewrite | None:
    """`overgaan tot betaling`: the verb is in the noun."""
    apart = particle(nodes["verb"])
    if nodes["verb"].lemma_ == "gaan" and (apart is None or apart.lower_ != "over"):
        return None
    return _verb_only(nodes["noun"])


def _verb_only(noun: Token) -> Rewrite | None:
    infinitive = _hidden_verb(noun)
    return Rewrite(values={"infinitive": infinitive.replace("|", "")}) if infinitive else None


def noun_alone(parsed: Parsed, nodes: Nodes) -> Rewrite | None:
    """`zorgen voor de verwijdering`: whatever the verb, the noun holds the real one."""
    return _verb_only(nodes["noun"])


def taking_place(parsed: Parsed, nodes: Nodes) -> Rewrite | None:
    """`er vindt controle plaats`: nobody does it."""
    verb = nodes["verb"]
    apart = particle(verb)
    if verb.lemma_ == "vinden" and (apart is None or apart.lower_ != "plaats"):
        return None
    return _verb_only(nodes["noun"])


def nominal_infinitive(parsed: Parsed, nodes: Nodes) -> Rewrite | None:
    """`het indienen van een aanvraag`."""
    noun = nodes["noun"]
    if noun.lower_ in words_of("infinitive_nouns"):
        return None
    return Rewrite(values={"infinitive": noun.lower_})


def _hidden_verb(noun: Token) -> str | None:
    lower = noun.lower_
    if lower in words_of("everyday_actions"):
        return None
    return inflection.verb_of_noun(lower) or inflection.verb_of_noun(noun.lemma_.lower())


def _in_place(verb: Token, noun: Token, infinitive: str) -> Match | None:
    """The match to rewrite, where nothing but an article stands with the noun and its object follows with `van`."""
    if verb.dep_ in ("aux", "aux:pass") or child(verb, "nsubj:pass") is not None:
        return None
    start = noun.i
    loose = [item for item in noun.children if item.dep_ != "nmod"]
    if any(item.dep_ != "det" or item.lower_ not in ("een", "de", "het") for item in loose):
        return None
    if loose:
        start = loose[0].i
    if start < noun.i - 1:
        return None
    objects = [item for item in noun.children if item.dep_ == "nmod"]
    link = child(objects[0], "case") if len(objects) == 1 else None
    if link is None or link.lower_ != "van" or link.i != noun.i + 1:
        return None
    slot = slot_of(verb, ALL_SLOTS)
    if slot is None:
        return None
    te = verb.nbor(-1) if slot == "infinitive" and verb.i and verb.nbor(-1).lower_ == "te" else None
    return Match(
        verb=verb,
        slot=slot,
        apart=is_finite(verb) and not is_subordinate(verb),
        before=range(start, noun.i + 1),
        after=range(link.i, link.i + 1),
        te=te,
        particle=particle(verb),
    )


REWRITERS: Mapping[str, Rewriter] = {
    rewriter.__name__: rewriter
    for rewriter in (empty_verb, empty_verb_with_tot, noun_alone, taking_place, nominal_infinitive)
}
