"""A passive that names nobody, with `wij` as its subject: `Uw aanvraag wordt afgewezen` to `Wij wijzen uw aanvraag af`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.inflection import like
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.syntax import SUBORDINATE, Passive, child, has, is_finite
from schrijfhulp.rewriting.order import Part, joined, uncapitalised, without_end
from schrijfhulp.rewriting.passive import AS_OBJECT, MODALS
from schrijfhulp.rewriting.pieces import rewritten
from schrijfhulp.types import Suggestion

SUBJECT = "wij"
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbs:
    """The verbs of the active clause: the finite one, and what closes the clause, first in a main clause."""

    finite: str
    closing: str
    at_end: str  # both, as a subordinate clause has them


def with_wij(parsed: Parsed, sentence: Span, passive: Passive, infinitive: str) -> Iterator[Suggestion]:
    """The clause with `wij` as its subject; nothing where its parts are not sure."""
    verb, finite = passive.verb, finite_of(passive)
    if finite is None:
        return
    joined_to_it = any(item.dep_ == "conj" and not _has_own_verb(item) for item in verb.children)
    for verbs in _verbs(verb, finite, infinitive):
        if joined_to_it and verbs.closing != verb.lower_:
            continue  # "wordt beoordeeld en afgewezen": both verbs would change
        if verb.dep_ in SUBORDINATE:
            opener = child(verb, "mark")
            if opener is not None and opener.lower_ in ("dat", "omdat"):
                yield _subordinate(parsed, opener, passive, finite, verbs)
        elif (parts := _main(sentence, passive, finite, verbs)) is not None:
            first, words = parts
            start, end = parsed.place(first, sentence[-1])
            text = joined(parsed, words) + without_end(sentence)[1]
            yield Suggestion(text=like("Xx", text) if first.text[0].isupper() else text, start=start, end=end)


def finite_of(passive: Passive) -> Token | None:
    """The finite verb of a passive clause: `wordt`, `is`, or the modal beside it."""
    return next((item for item in passive.verb.children if item.dep_ in AUXILIARIES and is_finite(item)), None)


def _has_own_verb(verb: Token) -> bool:
    return is_finite(verb) or any(is_finite(item) for item in verb.children)


def _verbs(verb: Token, finite: Token, infinitive: str) -> Iterator[Verbs]:
    active = inflection.verb(infinitive)
    present = Verbs(finite=active.apart("pres_pl"), closing=active.particle, at_end=active.infinitive)
    past = has(finite, "Tense", "Past")
    if finite.lemma_ in MODALS:
        modal = inflection.inflect(finite.lemma_, "past_pl" if past else "pres_pl")
        yield Verbs(finite=modal, closing=active.infinitive, at_end=f"{modal} {active.infinitive}")
        if finite.lemma_ == "zullen" and not past:
            yield present
    elif finite.lemma_ == "worden" and not past:
        yield present
    elif finite.lemma_ in ("worden", "zijn"):
        have = "hadden" if past and finite.lemma_ == "zijn" else "hebben"
        yield Verbs(finite=have, closing=verb.lower_, at_end=f"{have} {verb.lower_}")


def _main(sentence: Span, passive: Passive, finite: Token, verbs: Verbs) -> tuple[Token, list[Part]] | None:
    """The first token of a main clause, and its words in their new order."""
    doc, verb = sentence.doc, passive.verb
    start = _start(sentence, verb, finite)
    if start is None or child(verb, "parataxis", "csubj") is not None or _leans_on_subject(verb):
        return None
    dropped = {finite.i, verb.i, *(item.i for item in verb.children if item.dep_ in AUXILIARIES)}
    front = [item for item in doc[start : finite.i] if item.i not in dropped]
    last = max(dropped)
    words, _ = without_end(sentence)
    tail = tuple(doc[last + 1 : words[-1].i + 1])
    if _shares_subject(tail):
        return None
    middle = [item for item in doc[finite.i + 1 : last] if item.i not in dropped]
    while verb.i < finite.i and tail and tail[0].pos_ == "ADV":
        middle.append(tail[0])  # "Besloten werd dan ook …"
        tail = tail[1:]
    if middle and middle[0].lower_ == "er":
        middle = middle[1:]
    fronted = _fronted(front, passive)
    if fronted is None:
        return doc[start], [*front, verbs.finite, SUBJECT, *middle, verbs.closing, *tail]
    return doc[start], [SUBJECT, verbs.finite, *fronted, *middle, verbs.closing, *tail]


def _start(sentence: Span, verb: Token, finite: Token) -> int | None:
    """Where the main clause starts; None if something stands before it that is not known."""
    marks = [item.i + 1 for item in sentence.doc[sentence.start : finite.i] if item.text in (":", ";")]
    start = max(marks, default=sentence.start)
    link = child(verb, "cc")
    if verb.dep_ in ("conj", "parataxis"):
        return link.i + 1 if link is not None and start <= link.i < finite.i else start if marks else None
    return start + 1 if sentence.doc[start].pos_ == "CCONJ" else start


def _fronted(front: Sequence[Token], passive: Passive) -> list[Part] | None:
    """What stood before the finite verb as an object or nothing; None where it can stay in front of `wij`."""
    words = [item.lower_ for item in front]
    if words in ([], ["er"]):
        return []
    if words in (["aan", "u"], ["u"]):
        return ["u"]
    patient = child(passive.verb, "nsubj:pass", "nsubj")
    if patient is None or patient not in front:
        return None
    if len(front) == 1 and words[0] in AS_OBJECT:
        return [AS_OBJECT[words[0]]]
    return [uncapitalised(front[0]), *front[1:]]


def _leans_on_subject(verb: Token) -> bool:
    """Whether the object of the active clause stands in the clause before: `is getoetst en wordt afgewezen`."""
    return (
        verb.dep_ == "conj"
        and child(verb, "nsubj:pass", "nsubj", "expl") is None
        and child(verb.head, "nsubj:pass", "nsubj") is not None
    )


def _shares_subject(tail: Sequence[Token]) -> bool:
    """Whether a second clause follows that leans on the passive's subject: `… en is dus niet geldig`."""
    return any(item.dep_ == "cc" and item.i + 1 < len(item.doc) and is_finite(item.nbor(1)) for item in tail)


def _subordinate(parsed: Parsed, opener: Token, passive: Passive, finite: Token, verbs: Verbs) -> Suggestion:
    """`dat uw aanvraag wordt afgewezen` as `dat wij uw aanvraag afwijzen`."""
    verb = passive.verb
    others = [item for item in verb.children if item.dep_ in AUXILIARIES]
    changes = dict.fromkeys((item.i for item in others), "")
    changes[opener.i] = f"{opener.text} {SUBJECT}"
    changes[max(verb.i, finite.i) if verbs.closing != verb.lower_ else verb.i] = verbs.at_end
    if max(verb.i, finite.i) != verb.i:
        changes[verb.i] = ""
        changes[finite.i] = verbs.at_end
    following = opener.nbor(1)
    if following.lower_ == "er":
        changes[following.i] = ""
    elif following.lower_ in AS_OBJECT and following.dep_.startswith("nsubj"):
        changes[following.i] = AS_OBJECT[following.lower_]
    last = max((verb, *others), key=lambda item: item.i)
    return rewritten(parsed, opener, last, changes)
