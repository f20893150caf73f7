"""A command in another tone: as an imperative (`Lever … in.`), a question (`Wilt u … inleveren?`) or with `moet` or `mag`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.inflection import like
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.nouns import gender
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.syntax import child, has, is_finite, subject
from schrijfhulp.rewriting.order import Part, Predicate, joined, light, split_pronouns, uncapitalised
from schrijfhulp.rewriting.pieces import rewritten
from schrijfhulp.types import Suggestion

Form = Literal["imperative", "question", "must", "may_not", "do_not"]
LONGEST_FRONT = 5  # words; more would stand between the imperative and its object
READERS = {  # per form of address: `moeten`, `mogen` and `willen`, and the reflexive pronoun
    "u": ("moet", "mag", "wilt", "u"),
    "je": ("moet", "mag", "wil", "je"),
    "jij": ("moet", "mag", "wil", "je"),
    "jullie": ("moeten", "mogen", "willen", "je"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A main clause that tells the reader what to do, without the words that command.

    `front` stood before the finite verb: words, or a whole clause. `start` is the first word to rewrite, `end` the last.
    """

    reader: str
    front: tuple[Token, ...]
    predicates: tuple[Predicate, ...]
    start: Token
    end: Token
    mark: str  # that ends the sentence
    whole: bool  # nothing else stands in the sentence beside this clause

    @property
    def is_conditional(self) -> bool:
        """Whether a condition stands in front: `Als u verhuist,` or `Verhuist u,`."""
        return self.has_clause and (
            self.front[0].lower_ in words_of("conditions")
            or (is_finite(self.front[0]) and subject(self.front[0]) is not None)
        )

    @property
    def has_clause(self) -> bool:
        return any(is_finite(token) or token.lower_ == "te" or token.text == "," for token in self.front)


def rewrites(parsed: Parsed, command: Command, forms: Sequence[Form]) -> Iterator[Suggestion]:
    """The command in each of these forms, where that gives a sound sentence."""
    for form in forms:
        parts = _FORMS[form](command)
        if parts is None:
            continue
        text = joined(parsed, parts)
        mark = "?" if form == "question" else command.mark
        if parsed.text[parsed.starts[command.start.i]].isupper():
            text = like("Xx", text)
        start, end = parsed.place(command.start, command.end)
        yield Suggestion(text=text + mark, start=start, end=end)


def _imperative(command: Command, rest: Sequence[Part] | None = None) -> list[Part] | None:
    """`Lever het formulier in.`; None where the verb has no imperative or a word in front would lose its sense."""
    if not _moves(command) or any(_is_state(item) for item in command.predicates):
        return None
    first, *others = command.predicates
    light, heavy = split_pronouns(first.middle)
    pronouns = _reflexive(light, READERS[command.reader][3])
    closed = _closed_by(rest or heavy, first.cluster.behind)
    parts = [*_opening(command, _imperative_of(first), pronouns), *closed, *first.tail]
    for item in others:
        pronoun = _shared_object(first, item)
        if pronoun is None:
            return None
        middle = _reflexive(item.middle, READERS[command.reader][3])
        parts += [*item.link, _imperative_of(item), pronoun, *_closed_by(middle, item.cluster.behind), *item.tail]
    return parts


def _closed_by(words: Sequence[Part], behind: Sequence[Part]) -> list[Part]:
    """The words with what closes the clause behind them; the noun of `met de regels rekening` goes before its phrase."""
    tokens = [item for item in words if isinstance(item, Token)]
    apart = bool(behind) and behind[0] == "gebruik"  # "gebruik te maken" is also one verb
    noun = "gebruik" if apart else tokens[-1].lower_ if tokens else ""
    inner = tokens if apart else tokens[:-1]
    closing = [*behind] if apart else [*tokens[-1:], *behind]
    for at, token in enumerate(inner if len(tokens) == len(words) else ()):
        phrase = inner[at:]
        if f"{noun}-{token.lower_}" in words_of("noun_phrases_of_verbs") and _is_phrase(phrase):
            return [*inner[:at], *closing, *phrase]
        if len(phrase) == 1 and (parts := _pronoun_and_preposition(token.lower_, noun)):
            return [*inner[:at], parts[0], *closing, parts[1]]
    return [*words, *behind]


def _is_phrase(words: Sequence[Token]) -> bool:
    """Whether these words are one phrase with the preposition that opens it."""
    head = words[0].head
    return words[0].dep_ == "case" and all(item == head or item in head.subtree for item in words)


def _pronoun_and_preposition(word: str, noun: str) -> tuple[str, str] | None:
    """`er` and `mee` of `ermee` beside `rekening`."""
    for pronoun in ("er", "daar", "hier"):
        rest = word.removeprefix(pronoun)
        preposition = "met" if rest == "mee" else rest
        if rest != word and f"{noun}-{preposition}" in words_of("noun_phrases_of_verbs"):
            return pronoun, rest
    return None


def _imperative_of(predicate: Predicate) -> str:
    return inflection.verb(predicate.cluster.infinitive).apart("imperative")


def _opening(command: Command, verb: str, pronouns: Sequence[Part]) -> list[Part]:
    """The verb first, with what stood before it behind it; a condition stays in front."""
    if command.has_clause:
        return [*_clause(command), verb, *pronouns, "dan"]
    return [verb, *pronouns, *_moved(command.front)]


def _question(command: Command) -> list[Part] | None:
    """`Wilt u het formulier inleveren?`; None where the sentence says more than this."""
    if not _moves(command) or not command.whole or command.mark not in (".", "!"):
        return None
    if any(_is_state(item) and (item.cluster.infinitive != "zijn" or item.cluster.rest) for item in command.predicates):
        return None
    first = command.predicates[0]
    light, heavy = split_pronouns(first.middle)
    will = f"{READERS[command.reader][2]} {'je' if command.reader == 'jij' else command.reader}"
    opening = _opening(command, will, _object_reflexive(light, command.reader))
    return [*opening, *heavy, *first.cluster.closing, *first.tail, *_closed(command.predicates[1:])]


def _must(command: Command) -> list[Part]:
    return _with_modal(command, READERS[command.reader][0])


def _may_not(command: Command) -> list[Part] | None:
    """`U mag hier niet parkeren.`; None where the place of `niet` is not sure."""
    first = command.predicates[0]
    if len(command.predicates) > 1:
        return None
    middle = negated(first.middle)
    return None if middle is None else _with_modal(command, READERS[command.reader][1], middle)


def _do_not(command: Command) -> list[Part] | None:
    """`Parkeer hier niet.`"""
    rest = negated(split_pronouns(command.predicates[0].middle)[1])
    return None if rest is None or len(command.predicates) > 1 else _imperative(command, rest)


def _with_modal(command: Command, modal: str, middle: Sequence[Part] | None = None) -> list[Part]:
    """The clause with `moet` or `mag`, its words in the order they had."""
    first = command.predicates[0]
    reader = "je" if command.reader == "jij" and command.front else command.reader
    lead: list[Part] = [*command.front, modal, reader] if command.front else [reader, modal]
    inner = _object_reflexive(first.middle, command.reader) if middle is None else list(middle)
    return [*lead, *inner, *first.cluster.closing, *first.tail, *_closed(command.predicates[1:])]


_FORMS: Mapping[Form, Callable[[Command], list[Part] | None]] = {
    "imperative": _imperative,
    "question": _question,
    "must": _must,
    "may_not": _may_not,
    "do_not": _do_not,
}


def _closed(predicates: Sequence[Predicate]) -> list[Part]:
    return [part for item in predicates for part in (*item.link, *item.middle, *item.cluster.closing, *item.tail)]


def _moves(command: Command) -> bool:
    """Whether what stands in front can stand elsewhere, or stay there before an imperative."""
    if command.has_clause:
        return command.is_conditional
    opening = " ".join(token.lower_ for token in command.front)
    return len(command.front) <= LONGEST_FRONT and opening not in words_of("sentence_openers")


def _clause(command: Command) -> list[Part]:
    front = list(command.front)
    if front[-1].lower_ == "dan":
        front.pop()
    return [*front] if front[-1].text == "," else [*front, ","]


def _moved(front: Sequence[Token]) -> list[Part]:
    return [uncapitalised(front[0]), *front[1:]] if front else []


def _reflexive(tokens: Sequence[Token], pronoun: str) -> list[Part]:
    return [pronoun if token.lower_ == "zich" else token for token in tokens]


def _object_reflexive(tokens: Sequence[Token], reader: str) -> list[Part]:
    """`u` as `zich` beside the subject `u`."""
    return ["zich" if token.lower_ == "u" and token == tokens[0] and reader == "u" else token for token in tokens]


def _is_state(predicate: Predicate) -> bool:
    return predicate.cluster.infinitive.replace("|", "") in words_of("states")


def _object(predicate: Predicate) -> Token | None:
    verb = predicate.cluster.head
    inside = {*predicate.middle, *predicate.tail}
    return next((item for item in verb.children if item.dep_ == "obj" and item in inside), None)


def _shared_object(first: Predicate, other: Predicate) -> str | None:
    """The pronoun that a later imperative needs for the object of the first: `stuur het op`. None where that is not sure."""
    found = _object(first)
    own = {item.dep_ for item in other.cluster.head.children} & {"obj", "ccomp", "xcomp", "expl:pv", "cop"}
    if found is None or own:
        return ""
    if other.cluster.infinitive.replace("|", "") not in words_of("document_acts"):
        return None
    if has(found, "Number", "Plur") or child(found, "conj") is not None:
        return "ze"
    article = child(found, "det")
    if article is not None and article.lower_ in ("het", "dit", "dat"):
        return "het"
    known = "de" if article is not None and article.lower_ in ("de", "deze", "die") else gender(found.lower_)
    return {"het": "het", "de": "die"}.get(known) if known else None


def negated(middle: Sequence[Token]) -> list[Part] | None:
    """The words before the closing verb with `niet` or `geen` in its place; None where that is not sure."""
    if any(token.lower_ in ("niet", "geen", "nooit", "anders") for token in middle):
        return None
    at = light(middle)
    while at < len(middle):
        token = middle[at]
        if token.lower_ in ("hier", "daar", "ook", "tevens"):
            at += 1
        elif token.lower_ in words_of("determiners") and token.lower_ not in ("een", "mijn"):
            at = _end_of_phrase(middle, at)
        else:
            break
    rest = list(middle[at:])
    if rest and rest[0].lower_ == "een":
        return [*middle[:at], "geen", *rest[1:]]
    if rest and _is_bare_object(rest[0]):
        return [*middle[:at], "geen", *rest]
    return [*middle[:at], "niet", *rest]


def _end_of_phrase(middle: Sequence[Token], at: int) -> int:
    """One past the noun phrase that opens with a determiner, with what is attached to it."""
    head = middle[at].head
    inside = {item.i for item in head.subtree} | {head.i}
    end = at + 1
    while end < len(middle) and middle[end].i in inside:
        end += 1
    return end


def _is_bare_object(token: Token) -> bool:
    """A noun without an article, or the adjective before it: `alcohol`, `open vuur`."""
    head = token.head if token.dep_ == "amod" else token
    return (
        head.dep_ in ("obj", "nmod", "nsubj")
        and head.pos_ in ("NOUN", "X")
        and child(head, "det", "nmod:poss", "nummod", "case") is None
    )


def in_place(parsed: Parsed, commanding: Sequence[Token], predicates: Sequence[Predicate], modal: str) -> Suggestion:
    """A subordinate clause with `moet` before its closing verb: `dat u het formulier moet inleveren`."""
    changes: dict[int, str] = {token.i: "" for token in commanding}
    for index, item in enumerate(predicates):
        cluster = item.cluster
        verbs = cluster.first.doc[cluster.first.i : cluster.last.i + 1]
        keep = {token.i for token in cluster.rest}
        changes |= {token.i: "" for token in verbs if token.i not in keep}
        main = cluster.last.i - len(cluster.rest)
        infinitive = cluster.infinitive.replace("|", "")
        changes[main] = f"{modal} {infinitive}" if index == 0 else infinitive
    first = parsed.doc[min(changes)]
    return rewritten(parsed, first, predicates[-1].cluster.last, changes)
