"""Noun style to verbs: `een controle uitvoeren van` to `controleren`. A rewriter returns None where there is no verb in the noun."""

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.frequency import zipf
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.slots import ALL_SLOTS, slot_of
from schrijfhulp.dutch.syntax import child, has, is_finite, is_subordinate, own_infinitive, particle
from schrijfhulp.rewriting.phrases import Match, phrase, replaced
from schrijfhulp.rewriting.pieces import Rewrite

Nodes = Mapping[str, Token]
Rewriter = Callable[[Parsed, Nodes], Rewrite | None]
RUNNING = ("paragraph", "item")


def empty_verb(parsed: Parsed, nodes: Nodes) -> Rewrite | None:
    """A verb that says nothing with a noun that holds the real verb: `een besluit nemen`, `een controle uitvoeren`."""
    verb, noun = nodes["verb"], nodes["noun"]
    infinitive = _hidden_verb(noun)
    if infinitive is None or _joined(verb) not in words_of("empty_verbs"):
        return None
    if (
        child(noun, "case") is not None
        or _is_behind_preposition(noun)
        or child(verb, "xcomp") is not None
        or _has_idiom(verb)
    ):
        return None
    found = _in_place(verb, noun, infinitive)
    suggestion = replaced(parsed, found, phrase(infinitive)) if found else None
    return Rewrite(suggestions=(suggestion,) if suggestion else (), values={"infinitive": _shown(infinitive)})


def empty_verb_with_phrase(parsed: Parsed, nodes: Nodes) -> Rewrite | None:
    """`overgaan tot betaling`, `in behandeling nemen`: the verb is in the noun."""
    verb, noun, case = nodes["verb"], nodes["noun"], nodes["case"]
    infinitive = _hidden_verb(noun)
    if infinitive is None or f"{_joined(verb)}-{case.lower_}" not in words_of("empty_verbs_with_phrase"):
        return None
    is_set = case.lower_ == "in" and noun.lower_ in words_of("set_phrases_with_in")
    if is_set or (case.lower_ != "tot" and child(noun, "det", "nmod:poss", "amod") is not None):
        return None
    return Rewrite(values={"infinitive": _shown(infinitive), "verb": _joined(verb), "case": case.lower_})


def having_done(parsed: Parsed, nodes: Nodes) -> Rewrite | None:
    """`zorgen voor de verwijdering van`: somebody has it done, and the noun says what."""
    noun = nodes["noun"]
    infinitive = _hidden_verb(noun)
    determiner = child(noun, "det")
    if infinitive is None or not (_object(noun) or (determiner is not None and determiner.lower_ == "de")):
        return None  # "zorgen voor goede isolatie": a thing
    return Rewrite(values={"infinitive": _shown(infinitive)})


def taking_place(parsed: Parsed, nodes: Nodes) -> Rewrite | None:
    """`er vindt controle plaats`: nobody does it."""
    noun = nodes["noun"]
    infinitive = _hidden_verb(noun)
    if infinitive is None or _joined(nodes["verb"]) not in words_of("happening") or noun.lemma_ in words_of("events"):
        return None
    return Rewrite(values={"infinitive": _shown(infinitive)})


def nominal_infinitive(parsed: Parsed, nodes: Nodes) -> Rewrite | None:
    """`het indienen van een aanvraag`."""
    noun = nodes["noun"]
    if not has(noun, "VerbForm", "Inf") and not inflection.is_verb(noun.lower_):
        return None
    if noun.lower_ in words_of("infinitive_nouns") or not _is_in_sentence(parsed, noun):
        return None
    return Rewrite(values={"infinitive": noun.lower_})


def noun_with_object(parsed: Parsed, nodes: Nodes) -> Rewrite | None:
    """`de verstrekking van gegevens`, `na ontvangst van uw brief`: an action with what undergoes it, in a sentence."""
    noun = nodes["noun"]
    lower = noun.lower_
    if not lower.endswith(("ing", "atie", "itie", "utie")) and lower not in words_of("action_nouns"):
        return None
    if not _is_in_sentence(parsed, noun):
        return None
    determiner = child(noun, "det", "nmod:poss")
    if lower in words_of("actions_or_things") or (determiner is not None and determiner.lower_ != "de"):
        return None  # "een beoordeling van", "uw tekening van": a thing that there is
    if any(item.dep_ == "amod" and item.lemma_ in words_of("one_of_a_row") for item in noun.children):
        return None  # "de laatste wijziging van"
    infinitive, found = _hidden_verb(noun), _object(noun)
    if infinitive is None or found is None or _is_no_object(found):
        return None
    return Rewrite(values={"infinitive": _shown(infinitive)})


def _is_in_sentence(parsed: Parsed, noun: Token) -> bool:
    """Whether a verb can take over: a heading or a loose line may well name its subject with a noun."""
    return (
        parsed.kind in RUNNING
        and noun.text[0].isalpha()
        and any(is_finite(token) or token.dep_ == "nsubj" for token in noun.sent)
    )


def _object(noun: Token) -> Token | None:
    """The head of the `van` phrase right behind a noun."""
    link = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    return link.head if link is not None and link.lower_ == "van" and link.head.i > link.i else None


def _is_no_object(found: Token) -> bool:
    """Whether what follows `van` acts (`het college`), is a place in a law or a time, or makes a phrase (`van toepassing`)."""
    opening = found.doc[found.left_edge.i : found.i + 1]
    return (
        found.lemma_.lower().endswith(tuple(words_of("doers")))
        or found.lemma_ in words_of("reference_parts")
        or (found.lower_ in words_of("set_phrases_with_van") and len(opening) == 2)
        or any(token.like_num and token.lower_ != "een" for token in opening[1:2])
    )


def _joined(verb: Token) -> str:
    """The infinitive with its separated part in front: `voert … uit` is `uitvoeren`."""
    apart = particle(verb)
    return own_infinitive(verb) if apart is None else f"{apart.lower_}{own_infinitive(verb)}"


def _has_idiom(verb: Token) -> bool:
    """Whether a bare noun with a preposition makes a phrase with the verb: `in behandeling nemen`, `ter hand nemen`."""
    for item in verb.children:
        case = child(item, "case")
        if (
            case is not None
            and case.lower_ in ("in", "ter", "ten", "te", "tot")
            and case.i == item.i - 1
            and not has(item, "Number", "Plur")
            and child(item, "nmod") is None  # "een voorstel doen tot wijziging van de wet"
        ):
            return item.pos_ == "NOUN"
    return False


def _shown(infinitive: str) -> str:
    return infinitive.replace("|", "")


def _hidden_verb(noun: Token) -> str | None:
    lower = noun.lower_
    if lower in words_of("everyday_actions"):
        return None
    found = inflection.verb_of_noun(lower) or inflection.verb_of_noun(noun.lemma_.lower())
    if found is not None and inflection.split(found)[0] and zipf(_shown(found)) is None:
        return None  # "prijsontwikkeling": a compound noun, not a verb with a separable part
    return found


def _is_behind_preposition(noun: Token) -> bool:
    """Whether a preposition stands before the noun and its article after all: `eens bent met ons besluit`."""
    first = min(
        (noun, *(item for item in noun.lefts if item.dep_ in ("det", "nmod:poss", "amod"))), key=lambda item: item.i
    )
    return first.i > noun.sent.start and first.nbor(-1).pos_ == "ADP"


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
    if noun.lower_ in words_of("actions_away_from"):
        return None  # "vrijstelling van belasting": what follows is no object
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
    for rewriter in (
        empty_verb,
        empty_verb_with_phrase,
        having_done,
        taking_place,
        nominal_infinitive,
        noun_with_object,
    )
}
