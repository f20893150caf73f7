"""Sentences cut into clauses: which words each one holds, what kind it is, and what its subject is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from spacy.tokens import Span, Token

from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.syntax import (
    SUBJECTS,
    SUBORDINATE,
    child,
    has,
    is_finite,
    is_infinitive,
    is_participle,
    passives,
)
from schrijfhulp.dutch.verbs import is_verb

ClauseKind = Literal["main", "condition", "reason", "purpose", "content", "relative", "other"]
Mood = Literal["statement", "question", "command"]

VERBS = ("VERB", "AUX")
OBJECTS = ("ze", "hem", "het")  # behind an imperative: `stuur ze`
AUXILIARIES = ("aux", "aux:pass", "cop")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause: its words in order, without punctuation and without those of the clauses inside it."""

    head: Token
    words: tuple[Token, ...]
    kind: ClauseKind
    mood: Mood
    finite: Token | None
    subjects: tuple[Token, ...]  # the head of the subject, and what is coordinated with it
    passive: bool
    negated: bool
    above: Token | None  # the head of the clause that this one hangs on

    @property
    def past(self) -> bool:
        """Whether it is told in the past tense: `besloot`; not `heeft besloten`, nor `planten`, that can be both."""
        return (
            self.finite is not None
            and has(self.finite, "Tense", "Past")
            and not (self.finite.lower_.endswith(("ten", "den")) and is_verb(self.finite.lower_))
        )

    @property
    def perfect(self) -> bool:
        """Whether it is told as done: `heeft besloten`, `is verstuurd`."""
        return (
            self.finite is not None
            and self.finite.lower_ in words_of("perfect_auxiliaries")
            and any(is_participle(word) for word in self.words)
        )


def clauses(sentence: Span) -> Sequence[Clause]:
    """The clauses of a sentence, in the order of their first words."""
    heads = {token.i for token in sentence if _opens(token)}
    owned: dict[int, list[Token]] = {index: [] for index in heads}
    for token in sentence:
        if not token.is_punct:
            owned[_owner(token, heads)].append(token)
    whole = [(index, words) for index, words in owned.items() if words]
    parted = sorted((part for group in whole for part in _parted(*group)), key=lambda group: group[1][0].i)
    groups = _with_own_subjects(parted)
    passive = {found.verb.i for found in passives(sentence)}
    asks = any(token.text == "?" for token in sentence[-3:])
    found: list[Clause] = []
    for number, (index, words) in enumerate(groups):
        head = sentence.doc[index]
        found_finite = _finite(head, words)
        finite = found_finite if found_finite in words else None  # the parser can make a mark the verb
        following = groups[number + 1][1] if number + 1 < len(groups) else None
        kind = _kind(head, words, finite, following, asks=asks)
        found.append(
            Clause(
                head=head,
                words=tuple(words),
                kind=kind,
                mood=_mood(words, finite, kind, asks=asks),
                finite=finite,
                subjects=_subjects(head, words, finite),
                passive=any(token.i in passive for token in words),
                negated=any(token.lower_ in words_of("negations") for token in words),
                above=None if head.head == head else sentence.doc[_owner(head.head, heads)],
            )
        )
    return _related(found)


def _with_own_subjects(groups: Sequence[tuple[int, Sequence[Token]]]) -> list[tuple[int, Sequence[Token]]]:
    """Gives a verb its subject back from the clause behind it: `bespreken | wij welke zorg past`."""
    mended = list(groups)
    for at, (head, following) in enumerate(groups[1:]):
        astray = [word.lower_ for word in following[:2]]
        if len(astray) == 2 and astray[0] in ("wij", "we", "ik") and astray[1] in words_of("opens_content"):
            mended[at : at + 2] = [(mended[at][0], [*mended[at][1], following[0]]), (head, following[1:])]
    return mended


def _parted(index: int, words: Sequence[Token]) -> list[tuple[int, Sequence[Token]]]:
    """A clause in two where the parser missed a reason, `om te` or the end of `wie …`: the last verb is that one's head."""
    at = next((at for at in range(1, len(words)) if _opens_part(words, at)), None)
    if at is None:
        return [(index, words)]
    parts = (words[:at], words[at:])
    verbs = [next((word.i for word in reversed(part) if word.pos_ in VERBS), part[-1].i) for part in parts]
    return [
        (index if index in {word.i for word in part} else verb, part) for verb, part in zip(verbs, parts, strict=True)
    ]


def _opens_part(words: Sequence[Token], at: int) -> bool:
    """Whether a word inside a clause opens one of its own: `want`, `dat`, `of`, `om … te`, `, dan`, the verb after `als …,`."""
    word = words[at]
    after_comma = word.nbor(-1).text == "," and words[0].is_sent_start is True
    if word.lower_ == "dan":
        return after_comma and any(other.pos_ in VERBS for other in words[at + 1 : at + 2])
    if word.lower_ in ("dat", "of"):
        return word.pos_ == "SCONJ" and any(is_finite(other) for other in words[at + 1 :])
    if word.lower_ == "om":
        return any(other.lower_ == "te" for other in words[at + 1 :])
    if word.lower_ in words_of("opens_reason"):
        return word.pos_ in ("SCONJ", "CCONJ")
    opened = words[0].lower_ == "wie" or words[0].lower_ in words_of("opens_condition")
    return opened and after_comma and word.pos_ in VERBS


def _opens(token: Token) -> bool:
    """Whether a token is the head of a clause of its own."""
    if token.dep_ == "ROOT" or token.head == token:
        return True
    if token.dep_ in ("conj", "parataxis"):
        return _has_finite(token)
    return token.dep_ in SUBORDINATE and (
        _has_finite(token)
        or (token.pos_ in VERBS and any(item.dep_ == "mark" and item.pos_ == "SCONJ" for item in token.children))
        or (is_infinitive(token) and any(item.lower_ == "te" for item in token.children))
    )


def _has_finite(head: Token) -> bool:
    return (head.pos_ in VERBS and is_finite(head)) or any(
        item.dep_ in AUXILIARIES and is_finite(item) for item in head.children
    )


def _owner(token: Token, heads: set[int]) -> int:
    """The index of the head of the clause that holds a token."""
    while token.i not in heads:
        token = token.head
    return token.i


def _finite(head: Token, words: Sequence[Token]) -> Token | None:
    """The finite verb: the head itself, its auxiliary, or the only one that there is."""
    auxiliary = next((item for item in head.children if item.dep_ in AUXILIARIES and is_finite(item)), None)
    if auxiliary is None and head.pos_ in VERBS and is_finite(head):
        return head
    finite = next((item for item in words if item.pos_ in VERBS and has(item, "VerbForm", "Fin")), None)
    before_we = (item for item, after in pairwise(words) if item.pos_ in VERBS and after.lower_ in ("wij", "we"))
    return auxiliary or finite or next(before_we, None)  # the tagger takes `bespreken wij` for an infinitive


def _subjects(head: Token, words: Sequence[Token], finite: Token | None) -> tuple[Token, ...]:
    """The subject; where the parser saw none, a pronoun next to the finite verb, or what it took for an object."""
    if finite is not None and finite.i + 1 < len(finite.doc):
        following = finite.nbor()
        if following.lower_ in ("wij", "we", "ik"):
            return (following,)
        if following.lower_ in ("u", "je", "jij") and finite.lower_ in words_of("of_second_person"):
            return (following,)
    found = child(head, *SUBJECTS) or (child(finite, *SUBJECTS) if finite is not None else None)
    if found is not None and finite is not None and not _agrees(found, finite):
        return ()
    if found is None and finite is not None and finite in words:
        at = words.index(finite)
        beside = [words[index] for index in (at + 1, at - 1) if 0 <= index < len(words)]
        found = next((item for item in beside if item.lower_ in words_of("nominative") and _agrees(item, finite)), None)
    return () if found is None else (found, *(item for item in found.children if item.dep_ == "conj"))


def _agrees(pronoun: Token, finite: Token) -> bool:
    """`u` and `je` are no subject of a plural: `en bellen u`."""
    return pronoun.lower_ not in ("u", "je") or not has(finite, "Number", "Plur")


def _kind(
    head: Token, words: Sequence[Token], finite: Token | None, following: Sequence[Token] | None, *, asks: bool
) -> ClauseKind:
    if opened := _kind_by_opener(head, words, finite, asks=asks):
        return opened
    if following is not None and not asks and _is_question_like(words, finite) and _is_consequence(following, finite):
        return "condition"
    if following is not None and following[0].lower_ == "dan" and (finite is None or _is_verb_first(words, finite)):
        return "main" if _is_imperative(finite, words) else "condition"
    if head.dep_ in ("acl:relcl", "acl") and child(head, "mark") is None:
        return "relative"
    if head.dep_ in ("ccomp", "csubj", "acl"):
        return "content"
    return "other" if head.dep_ == "advcl" else "main"


def _kind_by_opener(head: Token, words: Sequence[Token], finite: Token | None, *, asks: bool) -> ClauseKind | None:
    """What the first word says; an adverb may stand before it: `alleen als`, `ook omdat`."""
    inverted = finite is not None and words.index(finite) < 3 and any(i.dep_ in SUBJECTS for i in finite.rights)
    for at, opener in enumerate(words[:2] if words[0].pos_ in ("ADV", "CCONJ", "ADP") else words[:1]):
        lower = opener.lower_
        if lower in words_of("opens_reason") and opener.dep_ != "advmod":
            return "reason"
        if lower == "om" and is_infinitive(head) and opener.dep_ != "case":
            return "purpose" if head.dep_ == "advcl" else "content"
        if lower in words_of("opens_condition") and not inverted and (head.dep_ != "ROOT" or finite == words[-1]):
            return "condition"
        if lower == "wie" and ((opener.is_sent_start and not asks) or (finite is not None and finite not in words[:2])):
            return "condition"
        if (
            lower in words_of("opens_content")
            and finite not in words[: at + 2]
            and not (words[0].is_sent_start and asks)
        ):
            if words[0].is_sent_start and (at > 0 or opener.pos_ in ("DET", "ADJ")):
                continue  # `Dat soort fouten moet …`
            return "content" if head.dep_ != "acl:relcl" else "relative"
    return None


def _is_verb_first(words: Sequence[Token], finite: Token | None) -> bool:
    opening = [item for item in words[:2] if item.lower_ not in words_of("before_verb_first")]
    return finite is not None and bool(opening) and opening[0] == finite


def _is_question_like(words: Sequence[Token], finite: Token | None) -> bool:
    """Whether a clause begins with its verb and then its subject: `doet u dit niet`, not `stuur ons uw idee`."""
    if finite is None or not _is_verb_first(words, finite):
        return False
    following = words[words.index(finite) + 1 :]
    if following and following[0].lower_ == "u" and finite.pos_ == "VERB" and not finite.lower_.endswith(("t", "d")):
        return False  # `Meld u aan`
    return any(item.lower_ in words_of("nominative") for item in following[:1]) or any(
        item.dep_ in SUBJECTS for item in following
    )


def _is_consequence(words: Sequence[Token], finite: Token | None) -> bool:
    """Whether a clause can be what follows from a condition that begins with its verb: `dan stoppen wij`, `bel ons`."""
    has_subject = finite is not None and any(
        item.dep_ in SUBJECTS or item.lower_ in words_of("nominative") for item in finite.rights
    )
    if words[0].lower_.startswith("waar"):
        return False
    return words[0].lower_ == "dan" or (has_subject and words[0].pos_ in (*VERBS, "ADV"))


def _mood(words: Sequence[Token], finite: Token | None, kind: ClauseKind, *, asks: bool) -> Mood:
    if asks:
        return "question"
    if kind != "main":
        return "statement"
    if finite is not None and _is_verb_first(words, finite):
        return "command" if _is_imperative(finite, words) else "statement"
    return "command" if finite is None and words[0].is_sent_start and words[0].pos_ in ("VERB", "X") else "statement"


def _is_imperative(finite: Token | None, words: Sequence[Token]) -> bool:
    """`Meld u`, `Controleert u`, `Denk mee`, but not `en duurt`: without subject it has no -t of its own."""
    if finite is None:
        return False
    following = words[words.index(finite) + 1 :][:1]
    if (finite.pos_ == "AUX" and finite.lower_ != "wees") or has(finite, "Number", "Plur"):
        return False
    if following and following[0].lower_ in OBJECTS and finite == words[0]:
        return not finite.lower_.endswith("t")
    stem = finite.lemma_.removesuffix("n").removesuffix("e")
    has_ending = finite.lower_.endswith("t") and not stem.endswith("t")
    is_reflexive = bool(following) and following[0].lower_ in ("je", "u") and not has_ending
    if is_reflexive and finite.is_sent_start and finite.lower_ not in words_of("of_second_person"):
        return True  # `Meld je aan`
    if any(item.dep_ in SUBJECTS or item.lower_ in ("wij", "we", "ik") for item in following):
        return False
    if following and following[0].lower_ in ("u", "je", "jullie"):
        return finite.is_sent_start or (finite.pos_ == "VERB" and not finite.lower_.endswith("t"))
    return not has_ending


def _ends_condition(item: Clause, before: Clause | None) -> bool:
    """`Hebt u ideeën, stuur ze dan`, `als u niet betaalt, zijn wij …`: what follows from a condition is none."""
    return before is not None and before.kind == "condition" and item.finite == item.words[0]


def _related(found: Sequence[Clause]) -> Sequence[Clause]:
    """The same clauses, knowing of each other: coordinated ones share kind and subject; `wie` is the subject behind it."""
    related: dict[int, Clause] = {}
    before: Clause | None = None
    who: Token | None = None
    for item in found:
        above = related.get(item.above.i) if item.above is not None else None
        if item.head.dep_ == "conj" and above is not None and item.kind == "main" and not _ends_condition(item, before):
            shares = not item.subjects and item.mood != "command" and above.mood != "command"
            item = replace(item, kind=above.kind, subjects=above.subjects if shares else item.subjects)
        if before is not None and before.kind == "condition":
            who = next((word for word in before.words[:2] if word.lower_ == "wie"), who)
        if who is not None and item.finite == item.words[0]:
            item = replace(item, subjects=(who,), mood="statement")
        if _ends_condition(item, before) and item.subjects and item.subjects[0].lower_ not in OBJECTS:
            item = replace(item, mood="statement" if item.mood == "command" else item.mood)  # `laat de gemeente …`
        if before is not None and before.kind == "condition" and item.words[0].lower_ == "dan":
            item = replace(item, kind="main", mood="statement" if item.mood == "command" else item.mood)
        related[item.head.i] = before = item
    return list(related.values())
