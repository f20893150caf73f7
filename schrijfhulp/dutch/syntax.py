"""Questions about Dutch clauses that several rules ask of a parse: halves of verbs, passives, subordinate clauses."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Span, Token

from schrijfhulp.dutch.frequency import zipf
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.nouns import verb_of_noun
from schrijfhulp.dutch.spelling import words as listed
from schrijfhulp.dutch.verbs import forms, inflect, is_verb, split

WORDEN = frozenset({"word", "wordt", "worden", "werd", "werden", "geworden"})
ZIJN = frozenset({"ben", "bent", "is", "zijn", "was", "waren", "geweest"})
SUBORDINATE = frozenset({"advcl", "acl", "acl:relcl", "ccomp", "csubj"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})


def is_word(token: Token) -> bool:
    """Whether a reader counts the token as a word: it has a letter or a digit."""
    return _has_letter_or_digit(token.text)


@lru_cache(maxsize=16384)
def _has_letter_or_digit(text: str) -> bool:
    return any(map(str.isalnum, text))


def words(tokens: Iterable[Token]) -> int:
    """How many words there are among the tokens."""
    return sum(map(is_word, tokens))


def has(token: Token, feature: str, value: str) -> bool:
    """Whether the token's morphology says `feature=value`."""
    return f"{feature}={value}" in token.morph


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
    """Whether a separated part and its verb make a verb in use: `lever … in`; not `stuur … onder` or `gaat … ergens heen`."""
    base = own_infinitive(verb)
    if not is_verb(base) or (part.i and part.nbor(-1).lower_ in words_of("before_direction")):
        return False
    joined = f"{part.lower_}|{base}"
    return any(zipf(form) is not None for form in (inflect(joined, "infinitive"), inflect(joined, "participle")))


def own_infinitive(verb: Token) -> str:
    """The infinitive of the form that stands here: `nemen` for `neemt`, also where the lemma guesses at a separated part."""
    part, base = split(verb.lemma_)
    return base if part and not verb.lower_.startswith(part) and verb.lower_ in forms(base) else verb.lemma_


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


def clause_openers(sentence: Span, *, least: int = 1) -> list[Token]:
    """The words that open a subordinate clause with a finite verb, whatever the parse makes of it; none where fewer than `least` can.

    Each needs a finite verb of its own behind it, the innermost first. Of `wie er woont en wat hij doet` only the first
    counts: such clauses stand beside each other.
    """
    candidates = [token for token in sentence if _may_open_clause(token)]
    if len(candidates) < least:
        return []
    verbs = [token.i for token in sentence if is_finite(token) or _must_be_finite(token)]
    found: list[Token] = []
    for token in reversed(candidates):
        verb = next((index for index in verbs if index > token.i), None)
        if verb is not None:
            verbs.remove(verb)
            found.append(token)
    found.reverse()
    return [token for index, token in enumerate(found) if not _is_beside(token, found[:index])]


def _may_open_clause(token: Token) -> bool:
    lower = token.lower_
    if lower not in words_of("clause_openers") and not lower.startswith("waar"):
        return False
    if lower == "nu" and token.pos_ == "ADV":
        return token.i + 1 < token.sent.end and _is_joined(token.nbor())
    if token.pos_ == "SCONJ":
        by_parse = token.dep_ == "mark" and _has_finite_verb(token.head)
        return (by_parse and not _is_role(token)) or lower in words_of("subordinators")
    if lower == "dat" and token.dep_ == "det":
        return has(token.head, "Number", "Plur")  # "dat beslissingen": the parse is off
    if has(token, "PronType", "Rel"):
        return True
    asks = (lower in words_of("opens_content") and lower != "dat") or lower.startswith("waar")
    return asks and token.pos_ in ("ADV", "PRON", "DET") and not _opens_question(token)


def _is_joined(verb: Token) -> bool:
    """Whether a finite verb has its separable part in front, as only a subordinate clause has: `nu vaststaat dat`."""
    part, _ = split(verb.lemma_)
    return is_finite(verb) and bool(part) and verb.lower_.startswith(part)


def _must_be_finite(token: Token) -> bool:
    """Whether a form that the tagger takes for an infinitive is finite after all: `kunnen worden herzien`, `die weinig verdienen`."""
    sentence = token.sent
    before = token.nbor(-1) if token.i > sentence.start else None
    following = token.nbor(1) if token.i + 1 < sentence.end else None
    if not is_infinitive(token) or before is None or before.lower_ in ("te", "het") or before.pos_ in ("VERB", "AUX"):
        return False
    if any(is_finite(item) for item in token.head.children) or any(is_finite(item) for item in token.children):
        return False
    if following is not None and following.pos_ in ("VERB", "AUX"):
        return token.pos_ == "AUX" and is_infinitive(following)
    return token.dep_ not in ("xcomp", "aux", "ROOT", "compound:prt")


def _is_role(token: Token) -> bool:
    """`Als maatregel geldt …`: a bare noun and then the verb of the main clause."""
    following = token.doc[token.i + 1 : min(token.i + 3, token.sent.end)]
    return (
        token.is_sent_start is True and [item.pos_ for item in following[:1]] == ["NOUN"] and is_finite(following[-1])
    )


def _opens_question(token: Token) -> bool:
    """Whether a word like `wat` opens a main clause, at the start of a sentence or behind a colon or comma in a question."""
    return bool(token.is_sent_start) or (token.sent[-1].text == "?" and token.nbor(-1).text in (",", ":", "en", "of"))


def _is_beside(token: Token, before: Sequence[Token]) -> bool:
    """Whether `en` or `of` joins the clause to an earlier one of its kind."""
    link = next((item for item in reversed(token.doc[token.sent.start : token.i]) if item.pos_ != "ADP"), None)
    joined = link is not None and (link.dep_ == "cc" or (link.text == "," and clause_head(token.head).dep_ == "conj"))
    content = words_of("opens_content")
    return joined and any(
        item.lower_ == token.lower_ or {item.lower_, token.lower_} <= content or _are_relative(item, token)
        for item in before
    )


def _are_relative(first: Token, second: Token) -> bool:
    return has(first, "PronType", "Rel") and has(second, "PronType", "Rel")


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
        verb = _participle_of(token)
        if verb is None:
            continue
        if (lower in WORDEN and lower != "geworden" and verb.lower_ not in words_of("adjective_with_worden")) or (
            lower in ZIJN and token.dep_ == "aux:pass" and not _is_state_or_perfect(verb) and not _has_worden(verb)
        ):
            yield Passive(verb=verb, aux=token, doer=doer(verb))


def _participle_of(auxiliary: Token) -> Token | None:
    """The participle that goes with `worden` or `zijn`; where the parse took `worden` for the main verb, the one below it."""
    head = auxiliary.head
    is_auxiliary = head != auxiliary and auxiliary.dep_ in ("aux:pass", "aux", "cop")
    if is_auxiliary and is_participle(head):
        return None if _is_present_participle(head) else head
    if auxiliary.lower_ not in WORDEN or auxiliary.lower_ == "geworden":
        return None
    below = [item for item in auxiliary.children if item.dep_ in ("ccomp", "xcomp") and child(item, "mark") is None]
    beside = auxiliary.doc[max(auxiliary.i - 1, auxiliary.sent.start) : min(auxiliary.i + 2, auxiliary.sent.end)]
    found = next((item for item in (*below, *beside) if item.pos_ == "VERB" and _is_past_participle(item)), None)
    return found or (head if auxiliary.dep_ == "aux:pass" and head != auxiliary and _may_be_participle(head) else None)


def _is_past_participle(token: Token) -> bool:
    return is_participle(token) and token.dep_ != "amod" and not _is_present_participle(token)


def _is_present_participle(token: Token) -> bool:
    """`volgend`, `taakstellend`; not `erkend`."""
    return token.lower_.endswith("end") and (token.tag_.startswith("WW|od") or is_verb(token.lower_[:-1]))


def _has_worden(verb: Token) -> bool:
    return any(item.lower_ in WORDEN for item in verb.children)


def _may_be_participle(token: Token) -> bool:
    """Whether a word with an unsure tag can be a participle: `verbreed`, not `taakstellend`."""
    return (
        token.pos_ in ("VERB", "ADJ") and token.lower_.endswith(("d", "t", "en")) and not token.lower_.endswith("end")
    )


def _is_state_or_perfect(verb: Token) -> bool:
    """`is verstreken`, `u bent gehouden`; with an object it is a passive: `er is rekening mee gehouden`."""
    is_state = verb.lower_ in words_of("state_with_zijn") and child(verb, "obj") is None
    return is_state or verb.lower_ in words_of("perfect_with_zijn")


def doer(verb: Token) -> Token | None:
    """The head of the phrase with `door` that says who does what a participle says."""
    for item in verb.children:
        case = child(item, "case")
        by_parse = item.dep_ == "obl:agent" or (item.dep_ == "obl" and case is not None and case.lower_ == "door")
        if by_parse and _acts(item):
            return item
    return None


def _acts(noun: Token) -> bool:
    """Whether a `door` phrase can name a doer: not `door middel van een brief`, and no action as in `door de verhoging`."""
    case = child(noun, "case")
    means = case is not None and any(item.lower_ == "middel" for item in (noun, *case.children))
    return noun.pos_ in ("PROPN", "PRON", "NOUN") and not means and not _is_action(noun)


def _is_action(noun: Token) -> bool:
    """`de verhoging`, not `de regering` or `de woningbouwvereniging`."""
    lower = noun.lower_
    return (
        noun.pos_ == "NOUN"
        and lower.endswith("ing")
        and not lower.endswith(tuple(words_of("bodies")))
        and verb_of_noun(lower) is not None
    )
