"""Questions about Dutch clauses that several rules ask of a parse: halves of verbs, passives, subordinate clauses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from schrijfhulp.dutch.frequency import zipf
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.spelling import words as listed
from schrijfhulp.dutch.verbs import inflect, is_verb

WORDEN = frozenset({"word", "wordt", "worden", "werd", "werden", "geworden"})
ZIJN = frozenset({"ben", "bent", "is", "zijn", "was", "waren", "geweest"})
SUBORDINATE = frozenset({"advcl", "acl", "acl:relcl", "ccomp", "csubj"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})


def is_word(token: Token) -> bool:
    """Whether a reader counts the token as a word: it has a letter or a digit."""
    return token.is_alpha or any(char.isalnum() for char in token.text)


def words(tokens: Iterable[Token]) -> int:
    """How many words there are among the tokens."""
    return sum(1 for token in tokens if is_word(token))


def has(token: Token, feature: str, value: str) -> bool:
    """Whether the token's morphology says `feature=value`."""
    return value in token.morph.get(feature, [])


def is_finite(token: Token) -> bool:
    """Whether a verb is finite. `verstrekt` and `nemen` are, with a subject and no auxiliary, whatever the tagger says."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    return has(token, "VerbForm", "Fin") or (_has_own_subject(token) and not has(token, "Degree", "Pos"))


def _has_own_subject(token: Token) -> bool:
    """Whether a verb has a subject and nothing that would make it an infinitive or participle."""
    deps = {item.dep_ for item in token.children}
    return (
        "nsubj" in deps
        and not deps & {"aux", "aux:pass", "cop"}
        and not any(item.lower_ == "te" for item in token.children)
    )


def heads_clause(token: Token) -> bool:
    """Whether a word has a subject and no copula, so that it must be a verb: `de gemeente bericht u`, tagged as a noun."""
    deps = {item.dep_ for item in token.children if item.dep_ != "nsubj" or item.pos_ in ("NOUN", "PRON", "PROPN")}
    return "nsubj" in deps and not deps & {"cop", "det", "amod"}


def is_infinitive(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and has(token, "VerbForm", "Inf")


def is_participle(token: Token) -> bool:
    return has(token, "VerbForm", "Part")


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these dependency labels."""
    return next((item for item in token.children if item.dep_ in deps), None)


def particle(verb: Token) -> Token | None:
    """The separated part of a verb: `in` of `Lever het formulier in`. Of several, the one that makes a known verb."""
    found = [
        item for item in verb.children if item.dep_ == "compound:prt" and item.lower_ in listed("verbs", "particles")
    ]
    known = [item for item in found if is_known_verb(item, verb)]
    return next(reversed(known or found), None)


def is_known_verb(part: Token, verb: Token) -> bool:
    """Whether a separated part and its verb make a verb in use: `lever … in`; not `stuur … onder`."""
    base = verb.lemma_.removeprefix(part.lower_) or verb.lemma_
    if not is_verb(base):
        return False
    joined = f"{part.lower_}|{base}"
    return any(zipf(form) is not None for form in (inflect(joined, "infinitive"), inflect(joined, "participle")))


def subject(verb: Token) -> Token | None:
    """The subject of a clause, looked up at the clause's main verb."""
    found = child(verb, *SUBJECTS)
    if found is None and verb.dep_ in ("aux", "aux:pass", "cop"):
        found = child(verb.head, *SUBJECTS)
    if found is None and verb.dep_ in ("xcomp", "conj") and verb.head.pos_ in ("VERB", "AUX"):
        found = child(verb.head, *SUBJECTS)
    return found


def clause_head(token: Token) -> Token:
    """The main verb that an auxiliary goes with; any other token itself."""
    while token.dep_ in ("aux", "aux:pass", "cop") and token.head != token:
        token = token.head
    return token


def is_subordinate(verb: Token) -> bool:
    """Whether the clause of a finite verb has the order of a subordinate clause, with the verb at the end."""
    head = clause_head(verb)
    if head.dep_ not in SUBORDINATE and not (head.dep_ == "conj" and head.head.dep_ in SUBORDINATE):
        return False
    opener = next((item for item in head.children if item.dep_ == "mark" or has(item, "PronType", "Rel")), None)
    found = subject(verb)
    return opener is not None or (found is not None and found.i < verb.i - 1)


def subordinate_clauses(sentence: Span) -> list[Token]:
    """The heads of the subordinate clauses with a finite verb, in order."""
    return [token for token in sentence if token.dep_ in SUBORDINATE and _has_finite_verb(token)]


def _has_finite_verb(head: Token) -> bool:
    """Whether a clause has one; a subject shows it where the tagger takes `hebben` for an infinitive."""
    return is_finite(head) or any(
        item.dep_ in SUBJECTS or (item.dep_ in ("aux", "aux:pass", "cop") and is_finite(item)) for item in head.children
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Passive:
    """A passive: its participle, its `worden` or `zijn`, and the head of the doer when the text names one."""

    verb: Token
    aux: Token
    doer: Token | None


def passives(sentence: Span) -> Iterator[Passive]:
    """The passives of a sentence, by their participles. Copular `worden` and the perfect tense with `zijn` are none."""
    for token in sentence:
        lower = token.lower_
        if lower not in WORDEN and lower not in ZIJN:
            continue
        verb = token.head
        if verb == token or token.dep_ not in ("aux:pass", "aux", "cop"):
            continue
        if not is_participle(verb) and not (token.dep_ == "aux:pass" and lower in WORDEN and _may_be_participle(verb)):
            continue
        if (lower in WORDEN and lower != "geworden" and verb.lower_ not in words_of("adjective_with_worden")) or (
            lower in ZIJN and token.dep_ == "aux:pass" and not _is_state_or_perfect(verb) and not _has_worden(verb)
        ):
            yield Passive(verb=verb, aux=token, doer=doer(verb))


def _has_worden(verb: Token) -> bool:
    return any(item.lower_ in WORDEN for item in verb.children)


def _may_be_participle(token: Token) -> bool:
    """Whether a word with an unsure tag can be a participle: `verbreed`, not `taakstellend`."""
    return (
        token.pos_ in ("VERB", "ADJ") and token.lower_.endswith(("d", "t", "en")) and not token.lower_.endswith("end")
    )


def _is_state_or_perfect(verb: Token) -> bool:
    return verb.lower_ in words_of("perfect_with_zijn") or verb.lower_ in words_of("state_with_zijn")


def doer(verb: Token) -> Token | None:
    """The head of the phrase with `door` that says who does what a participle says."""
    for item in verb.children:
        if item.dep_ == "obl:agent":
            return item
        if item.dep_ == "obl" and (case := child(item, "case")) is not None and case.lower_ == "door" and _acts(item):
            return item
    return None


def _acts(noun: Token) -> bool:
    """A `door` phrase names a doer when it is a person, an organisation or a pronoun; `door de regen` is a cause."""
    return noun.pos_ in ("PROPN", "PRON", "NOUN")
