"""Verb phrases: `zorg dragen voor`, `aan|vangen`, `in mindering brengen op`; find their parts and put another in their place."""

from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc, Token

from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.inflection import Slot
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.syntax import has, is_finite, is_subordinate
from schrijfhulp.rewriting.order import cluster, te_before_infinitive
from schrijfhulp.rewriting.pieces import rewritten
from schrijfhulp.types import Suggestion

AFTER = words_of("phrase_ends")
TE = ("te",)  # what follows is not fixed words but an infinitive: "dient het plan te maken"
CAUSATIVE = frozenset({"doen", "laten"})
REFLEXIVE = frozenset({"zich", "me", "mij", "je", "u", "ons", "jezelf"})
LIGHT = frozenset({"AUX", "VERB", "ADV", "PRON"})  # what may stand between a phrase and its preposition
REACH = 12  # tokens between a finite verb and its other part, or between the other part and the verb


class Phrase(NamedTuple):
    """A verb with the fixed words around it, as the infinitive has them: `zorg` dragen `voor`."""

    before: tuple[str, ...]
    verb: str  # the infinitive without its separable part
    particle: str
    after: tuple[str, ...]

    @property
    def infinitive(self) -> str:
        return f"{self.particle}|{self.verb}" if self.particle else self.verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Where the parts of a phrase stand in a doc: indices of tokens, ranges for runs of words."""

    verb: Token
    slot: Slot
    apart: bool  # a finite verb in a main clause, whose separable part stands at the end
    before: range
    after: range
    te: Token | None
    particle: Token | None

    @property
    def indices(self) -> list[int]:
        """The tokens of all parts, in order."""
        loose = [token.i for token in (self.te, self.particle) if token is not None]
        return sorted([self.verb.i, *self.before, *self.after, *loose])

    @property
    def size(self) -> int:
        """How many tokens the parts take."""
        return len(self.indices)

    @property
    def first(self) -> int:
        return self.indices[0]

    @property
    def last(self) -> int:
        return self.indices[-1]


def phrase(text: str) -> Phrase:
    """A headword of a `replace.verb` table as a phrase."""
    words = text.split()
    at = len(words) - 1
    while at > 0 and words[at] in AFTER:
        at -= 1
    if at > 0 and words[at - 1] in CAUSATIVE:
        # "doen toekomen": it is the first verb that takes the endings.
        return Phrase(
            before=(*words[: at - 1], words[at]), verb=words[at - 1], particle="", after=tuple(words[at + 1 :])
        )
    particle, _, verb = words[at].rpartition("|")
    return Phrase(before=tuple(words[:at]), verb=verb, particle=particle, after=tuple(words[at + 1 :]))


def match(phrase: Phrase, token: Token, slot: Slot, *, joined: bool) -> Match | None:
    """The parts of a phrase around its verb, which stands at `token`; None if they are not all there.

    `joined` says that the token holds the separable part too: `aanvangt`, `aangevangen`.
    """
    if (
        slot == "infinitive"
        and phrase.verb in CAUSATIVE
        and any(item.lemma_ == "hebben" for item in token.sent if item.dep_ == "aux")
    ):
        slot = "participle"  # "wij hebben u het verslag doen toekomen"
    finite = is_finite(token) or (token.pos_ not in ("VERB", "AUX") and slot.startswith(("pres_3", "past")))
    apart = finite and not is_subordinate(token)
    te = token.nbor(-1) if slot == "infinitive" and token.i and token.nbor(-1).lower_ == "te" else None
    loose = None
    if phrase.particle and not joined:
        loose = _particle(phrase.particle, token, te)
        if loose is None:
            return None
    before = _run(phrase.before, token, sides=(1, -1) if apart else (-1, 1)) if phrase.before else range(0)
    if before is None or (_is_auxiliary(token) and token.head.i not in before and not loose):
        return None  # not there, or an auxiliary of another verb: "heeft met betrekking tot … besloten"
    after = range(0)
    if phrase.after:
        anchor = max(token.i if not before or apart else before[-1], before[-1] if before else -1)
        found = (
            _infinitive_with_te(token)
            if phrase.after == TE
            else _following(phrase.after, token, anchor, parts={token.i, *([loose.i] if loose else [])})
        )
        if found is None:
            return None
        after = found
    return Match(verb=token, slot=slot, apart=apart, before=before, after=after, te=te, particle=loose)


def _is_auxiliary(token: Token) -> bool:
    """Whether a verb is an auxiliary; the parser takes one for it that has a clause with `te`: `zijn in staat te komen`."""
    return token.dep_ in ("aux", "aux:pass") and (token.head.i == 0 or token.head.nbor(-1).lower_ != "te")


def _particle(text: str, verb: Token, te: Token | None) -> Token | None:
    if te is not None:
        return te.nbor(-1) if te.i and te.nbor(-1).lower_ == text else None
    found = [item for item in verb.doc[verb.i + 1 : verb.sent.end] if item.lower_ == text and item.head == verb]
    return next((item for item in found if item.dep_ == "compound:prt" or _ends_clause(item)), None)


def _ends_clause(token: Token) -> bool:
    """Whether a clause ends after a word that cannot be a preposition: `werken … mede.`"""
    following = token.doc[token.i + 1 : token.i + 2]
    return token.pos_ != "ADP" and all(item.is_punct or item.pos_ in ("SCONJ", "CCONJ") for item in following)


def _run(words: tuple[str, ...], verb: Token, *, sides: tuple[int, ...]) -> range | None:
    """Where the fixed words stand together, nearest to the verb, in its sentence and without another finite verb between."""
    sentence = verb.sent
    for side in sides:
        starts = (
            range(verb.i + 1, min(verb.i + 1 + REACH, sentence.end))
            if side > 0
            else range(verb.i - len(words), max(verb.i - REACH, sentence.start) - 1, -1)
        )
        for start in starts:
            if _stands(words, verb, start) and not _parted(verb, start, start + len(words)):
                return range(start, start + len(words))
    return None


def _stands(words: tuple[str, ...], verb: Token, start: int) -> bool:
    doc = verb.doc
    if start < 0 or start + len(words) > len(doc):
        return False
    if start and doc[start - 1].dep_ == "det" and doc[start - 1].head.i in range(start, start + len(words)):
        return False  # "het gebruik van", a noun in its own right
    return all(
        doc[start + step].lower_ == word or (word == "zich" and doc[start + step].lower_ in REFLEXIVE)
        for step, word in enumerate(words)
    )


def _parted(verb: Token, start: int, end: int) -> bool:
    between = verb.doc[verb.i + 1 : start] if start > verb.i else verb.doc[end : verb.i]
    return any(is_finite(token) or token.pos_ == "SCONJ" or token.text in ";:" for token in between)


def _following(words: tuple[str, ...], verb: Token, anchor: int, *, parts: set[int]) -> range | None:
    """Where the words stand behind the anchor, with only other parts of the phrase, auxiliaries and light words before."""
    doc, end = verb.doc, verb.sent.end
    for start in range(anchor + 1, min(anchor + 1 + REACH, end)):
        if _stands(words, verb, start):
            return range(start, start + len(words))
        if start not in parts and (
            doc[start].pos_ not in LIGHT or (doc[start].pos_ == "VERB" and is_finite(doc[start]))
        ):
            return None
    return None


def _infinitive_with_te(verb: Token) -> range | None:
    """Where the `te` of the infinitive stands that a finite verb asks for."""
    if not is_finite(verb):
        return None
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if te_before_infinitive(token):
            return range(token.i, token.i + 1)
        if is_finite(token) or token.text in ";:" or token.lower_ in ("om", "ertoe"):
            return None
    return None


def replaced(parsed: Parsed, found: Match, other: Phrase) -> Suggestion | None:
    """The text with another phrase in place of the one found, in the same form; None where it does not fit in place."""
    doc = parsed.doc
    if found.after and doc[found.after[0]].lower_ == "te":
        return _without_te(parsed, found, other)
    if other.after and not found.after:
        return None
    if found.after and not other.after and not found.apart and found.after[0] > found.verb.i:
        return None  # an object cannot stand behind its verb in a subordinate clause
    if found.after and not other.after and _is_stranded(doc, found):
        return None  # "daar gebruik van maken": the object stands elsewhere
    verb = inflection.verb(other.infinitive)
    joined = bool(other.particle) and not found.apart and found.te is None
    form = verb.form(found.slot) if joined else verb.apart(found.slot)
    changes: dict[int, str] = dict.fromkeys((*found.before, *found.after), "")
    changes[found.verb.i] = form
    if found.particle is not None:
        changes[found.particle.i] = ""
    lead = [_reflexive(parsed, found) if word == "zich" else word for word in other.before]
    if other.particle and not joined:
        lead.append(other.particle)
    first, last = doc[found.first], doc[found.last]
    if lead:
        place = found.before[0] if found.before else found.particle.i if found.particle is not None else None
        if found.apart and found.after and not other.after:
            place = None  # "hebben behoefte aan rust": what was behind the preposition now stands before "nodig"
        text = " ".join(lead)
        if place is not None:
            changes[place] = text
        elif found.te is not None:
            changes[found.te.i] = f"{text} te"
        elif not found.apart:
            changes[found.verb.i] = f"{text} {form}"
        else:
            last = _end_of_clause(found.verb)
            tail = parsed.text[parsed.starts[last.i] : parsed.ends[last.i]]
            changes[last.i] = f"{changes.get(last.i, tail)} {text}"
    if found.after and other.after:
        changes[found.after[0]] = " ".join(other.after)
    return rewritten(parsed, first, last, changes)


def _without_te(parsed: Parsed, found: Match, other: Phrase) -> Suggestion:
    """`dient het formulier in te leveren` with a verb that takes no `te`: `moet het formulier inleveren`."""
    te = parsed.doc[found.after[0]]
    verbs = cluster(te)
    changes = {found.verb.i: inflection.inflect(other.infinitive, found.slot), te.i: ""}
    if verbs.first.i < te.i and te.nbor(1).lower_ != "zijn":
        changes |= {verbs.first.i: verbs.infinitive.replace("|", ""), te.i + 1: ""}
    return rewritten(parsed, found.verb, te.nbor(1), changes)


def _is_stranded(doc: Doc, found: Match) -> bool:
    following = found.after[-1] + 1
    return (
        following >= len(doc)
        or following == found.verb.i
        or doc[following].is_punct
        or doc[following].pos_ in ("VERB", "AUX")
    )


def _reflexive(parsed: Parsed, found: Match) -> str:
    return next((parsed.doc[index].lower_ for index in found.before if parsed.doc[index].lower_ in REFLEXIVE), "zich")


def _end_of_clause(verb: Token) -> Token:
    """The last token of a main clause before its punctuation, a subordinate clause or the next main clause."""
    last = verb
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if (
            (token.is_punct and token.text not in "-()'\"")
            or token.dep_ == "mark"
            or (token.dep_ == "cc" and token.head.pos_ in ("VERB", "AUX"))
        ):
            break
        if has(token, "PronType", "Rel") or is_finite(token):
            break
        last = token
    return last
