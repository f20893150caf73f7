"""Passives that hide who decides, punishes or checks, in something that touches the reader."""

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Token

from schrijfhulp.checks import Options, on_block
from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.quiet import kinds_of_law
from schrijfhulp.dutch.syntax import WORDEN, ZIJN, Passive, child, doer, has
from schrijfhulp.rewriting.decider import AUXILIARIES, finite_of, with_wij
from schrijfhulp.types import Place

READER = frozenset({"u", "uw", "uzelf", "je", "jij", "jou", "jouw", "jullie"})
PATIENTS = ("nsubj:pass", "nsubj")
REACH = 6  # tokens between the finite verb and the participle that are shown as one


@on_block
def verborgen_beslisser(parsed: Parsed, options: Options) -> Iterator[Place]:
    """Decisions, sanctions and checks in the passive without a doer, with the organisation as subject instead."""
    infinitives = _infinitives(
        tuple(options["decide"]), tuple(options["enforce"]), tuple(options["act"]), tuple(options["phrases"])
    )
    for sentence in parsed.sentences:
        for token in sentence:
            infinitive = infinitives.get(token.lower_)
            passive = _passive(token) if infinitive else None
            if infinitive is None or passive is None or _is_aside(token, options):
                continue
            if not _touches(passive, infinitive, options):
                continue
            finite = finite_of(passive) or passive.aux
            first, last = sorted((finite, passive.verb), key=lambda item: item.i)
            if last.i - first.i > REACH:
                first = last = passive.verb
            if first.i > sentence.start and first.nbor(-1).lower_ == "er":
                first = first.nbor(-1)
            start, end = parsed.place(first, last)
            yield Place(
                start=start,
                end=end,
                suggestions=tuple(with_wij(parsed, sentence, passive, infinitive)),
                values={"verb": passive.verb.text},
            )


@cache
def _infinitives(*tables: tuple[str, ...]) -> Mapping[str, str]:
    """The verbs of the tables by their participles."""
    return {inflection.inflect(item, "participle"): item for table in tables for item in table}


def _passive(verb: Token) -> Passive | None:
    """A passive of this participle that names no doer; a state (`gesloten`) or somebody's own act is none."""
    aux = next((item for item in verb.children if item.lower_ in WORDEN | ZIJN and item.dep_ in AUXILIARIES), None)
    if aux is None and verb.head.lower_ in WORDEN and verb.dep_ in ("ccomp", "xcomp") and child(verb, "mark") is None:
        aux = verb.head  # the parser took the auxiliary for the main verb
    if aux is None or doer(verb) is not None:
        return None
    if aux.lower_ in ZIJN and all(item.lower_ not in WORDEN for item in verb.children):
        patient = child(verb, *PATIENTS)
        by_itself = verb.lower_ in words_of("perfect_with_zijn") and (patient is None or not _is_owned(patient))
        if by_itself or verb.lower_ in words_of("state_with_zijn"):
            return None
    return Passive(verb=verb, aux=aux, doer=None)


def _is_owned(patient: Token) -> bool:
    return any(item.lower_ in READER for item in patient.children)


def _is_aside(verb: Token, options: Options) -> bool:
    """Whether the clause is a condition, a question or a description, and decides nothing here."""
    for token in (verb, *verb.ancestors):
        opener = child(token, "mark")
        if token.dep_ in ("acl", "acl:relcl") or (opener is not None and opener.lower_ in options["asides"]):
            return True
        if any(_asks(item) for item in token.children if item.i < verb.i) or _names_source(token, options):
            return True
    return verb.sent[-1].text == "?"


def _asks(token: Token) -> bool:
    return has(token, "PronType", "Int") or token.lower_ in ("hoe", "waarom", "waar")


def _names_source(verb: Token, options: Options) -> bool:
    """Whether a law, a document or a meeting says who decides: `in de wet is bepaald`."""
    endings = (*kinds_of_law(), *options["sources"])
    return any(
        item.lower_.endswith(endings) and (case := child(item, "case")) is not None and case.lower_ in ("in", "bij")
        for item in verb.children
        if item.i < verb.i
    )


def _touches(passive: Passive, infinitive: str, options: Options) -> bool:
    """Whether somebody decides about the reader here: a verb of deciding, and the reader or his matter."""
    verb = passive.verb
    if infinitive in options["phrases"]:
        has_noun = any(item.lower_ in options["phrases"][infinitive] for item in verb.children)
        return has_noun and any(item.lower_ in READER for item in verb.subtree)
    shared = verb.head if verb.dep_ == "conj" or verb.head == passive.aux else verb
    patient = child(verb, *PATIENTS) or child(shared, *PATIENTS)
    impersonal = patient is None or patient.lower_ in ("er", "dit", "dat", "het")
    if infinitive in options["decide"]:
        return _says_what(verb, options) if impersonal else patient is not None and _is_his(patient, options)
    if infinitive in options["enforce"] and impersonal:
        return True
    if patient is not None and _is_his(patient, options):
        return True
    return any(item.lower_ in ("u", "je", "jou") and item.head == verb for item in verb.subtree)


def _says_what(verb: Token, options: Options) -> bool:
    """Whether an impersonal decision has its content: a clause, or a phrase as in `gekozen voor`."""
    finite = next((item for item in verb.children if item.lower_ in WORDEN | ZIJN), None)
    if finite is not None and has(finite, "Number", "Plur"):
        return False  # there is a subject after all
    return any(
        item.dep_ in ("ccomp", "xcomp", "csubj", "advcl", "expl", "obl:arg")
        or item.lower_ in ("er", "dit", "dat", "daarom")
        or ((case := child(item, "case")) is not None and case.lower_ in ("voor", "over", "op", "tot"))
        for item in verb.children
    )


def _is_his(patient: Token, options: Options) -> bool:
    """Whether it is the reader's: `uw aanvraag`, `de vergunning`; a penalty is always somebody's."""
    if any(item.lower_ in READER for item in patient.subtree):
        return True
    article = child(patient, "det")
    definite = article is not None and article.lower_ in ("de", "het", "deze", "dit")
    return patient.lower_.endswith(tuple(options["penalties"])) or (definite and patient.lower_ in options["matters"])
