"""The parts of a clause in another order: Dutch puts its verbs in two places and fills the fields around them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.frequency import zipf
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.spelling import words
from schrijfhulp.dutch.syntax import is_finite, is_infinitive, is_participle

Part = Token | str  # a word of the text, or a word to put in; an empty string is nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The verbs that close a clause with `te`: `in te leveren`, `te laten weten`."""

    head: Token  # the main verb
    first: Token
    last: Token
    infinitive: str  # of the first verb; the separable part is marked
    rest: tuple[Token, ...]

    @property
    def closing(self) -> tuple[Part, ...]:
        """The verbs without `te`: `inleveren`, `laten weten`."""
        return self.infinitive.replace("|", ""), *self.rest

    @property
    def behind(self) -> tuple[Part, ...]:
        """What stays at the end when the first verb moves to the front: `in`, `weten`."""
        return self.infinitive.rpartition("|")[0], *self.rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """What a subject does: the words before the closing verbs, those verbs, and the words behind."""

    link: tuple[Token, ...]  # the `en` or comma that joins it to the predicate before
    middle: tuple[Token, ...]
    cluster: Cluster
    tail: tuple[Token, ...]


def cluster(te: Token) -> Cluster:
    """The verbs around `te`."""
    verb = te.nbor(1)
    rest: list[Token] = []
    for token in te.doc[verb.i + 1 : te.sent.end]:
        if not (is_infinitive(token) or (is_participle(token) and verb.lemma_ in ("hebben", "zijn", "worden"))):
            break
        rest.append(token)
    before = te.nbor(-1) if te.i > te.sent.start else None
    loose = before is None or (rest and is_infinitive(rest[0]))  # "los te laten lopen": the `los` is not of `laten`
    apart = before if before is not None and not loose and _is_particle(before, verb) else None
    infinitive = verb.lower_ if apart is None else f"{apart.lower_}|{verb.lower_}"
    return Cluster(
        head=te.head,
        first=te if apart is None else apart,
        last=rest[-1] if rest else verb,
        infinitive=infinitive,
        rest=tuple(rest),
    )


def _is_particle(before: Token, verb: Token) -> bool:
    """Whether a word belongs to the verb behind `te`, as `in` does in `in te leveren`."""
    joined = before.lower_ + verb.lower_
    if before.lower_ not in words("verbs", "particles"):
        return False
    if _leaves_preposition(before):
        return False
    return zipf(joined) is not None or (before.dep_ == "compound:prt" and inflection.is_verb(joined))


def _leaves_preposition(before: Token) -> bool:
    """Whether `er` stands in front: in `er rekening mee te houden` the `mee` is no part of the verb."""
    for token in reversed(before.doc[before.sent.start : before.i]):
        if token.is_punct or is_finite(token):
            return False
        if token.lower_ == "er":
            return True
    return False


def te_before_infinitive(token: Token) -> bool:
    """Whether the token is the `te` of an infinitive; `te laat` is something else."""
    if token.lower_ != "te" or token.i + 1 >= token.sent.end:
        return False
    following = token.nbor(1)
    return is_infinitive(following) or (following.lower_.endswith("n") and following.pos_ in ("VERB", "AUX"))


def light(tokens: Sequence[Token]) -> int:
    """How many of the first words are pronouns that stay close to the finite verb: `het`, `zich`, `er`."""
    count = 0
    for token in tokens:
        if token.lower_ not in words_of("light_pronouns") or token.dep_ in ("det", "nmod:poss"):
            break
        if token.lower_ in ("dat", "die") and token.dep_ == "mark":
            break
        count += 1
    return count


def split_pronouns(tokens: Sequence[Token]) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The light pronouns that follow the finite verb, also from behind an adverb (`daarom er`), and the other words."""
    behind = light(tokens[1:]) if tokens and tokens[0].pos_ == "ADV" and not light(tokens) else 0
    if behind:
        return tuple(tokens[1 : 1 + behind]), (tokens[0], *tokens[1 + behind :])
    count = light(tokens)
    return tuple(tokens[:count]), tuple(tokens[count:])


def joined(parsed: Parsed, parts: Iterable[Part]) -> str:
    """Parts as text. White space between neighbours stays as it was; elsewhere words get a space between them."""
    text = ""
    before: Token | None = None
    for part in parts:
        if not part:
            continue
        if isinstance(part, str):
            text += (" " if text else "") + part
            before = None
            continue
        start, end = parsed.place(part, part)
        if before is not None and before.i + 1 == part.i:
            text += parsed.text[parsed.ends[before.i] : start]
        elif text and not (part.is_punct and part.text in ".,;:!?)"):
            text += " "
        text += parsed.text[start:end]
        before = part
    return text


def uncapitalised(token: Token) -> Part:
    """The first word of a sentence as it is written further on: without its capital, unless it is a name."""
    keeps = token.pos_ == "PROPN" or (len(token.text) > 1 and token.text[1:] != token.text[1:].lower())
    return token if keeps or not token.text[0].isupper() else token.text[0].lower() + token.text[1:]


def first_te(sentence: Span, start: int) -> Token | None:
    """The `te` of the clause that opens at `start`: not that of an `om` clause inside it, nor of `te betalen rente`."""
    nested = False
    for token in sentence.doc[start : sentence.end]:
        if token.lower_ in ("om", "door", "zonder") and token.dep_ == "mark" and token.i > start:
            nested = True
        if not te_before_infinitive(token) or token.nbor(1).dep_ == "amod":
            continue
        if not nested:
            return token
        nested = False
    return None


def predicates(te: Token, start: int, end: int, dropped: Collection[int]) -> tuple[Predicate, ...]:
    """What stands from token `start` up to `end`, around `te` and the verbs that are joined to its verb."""
    others = _joined_to(te, end)
    clusters = [cluster(item) for item in (te, *others)]
    links = [_link(item, before) for item, before in zip(clusters[1:], clusters, strict=False)]
    found: list[Predicate] = []
    for index, item in enumerate(clusters):
        link = links[index - 1] if index else ()
        opening = link[-1].i + 1 if link else start
        closing = links[index][0].i if index < len(links) else end
        doc = te.doc
        found.append(
            Predicate(
                link=link,
                middle=tuple(token for token in doc[opening : item.first.i] if token.i not in dropped),
                cluster=item,
                tail=tuple(doc[item.last.i + 1 : closing]),
            )
        )
    return tuple(found)


def _joined_to(te: Token, end: int) -> list[Token]:
    """The later `te` of verbs that share the subject: `in te vullen, te ondertekenen en op te sturen`."""
    found = [te]
    for token in te.doc[te.i + 1 : end]:
        head = token.head
        if not te_before_infinitive(token) or head.dep_ not in ("conj", "parataxis"):
            continue
        if head.head in [item.head for item in found] or (head.dep_ == "parataxis" and _opens_with_comma(token)):
            found.append(token)
    return found[1:]


def _opens_with_comma(te: Token) -> bool:
    return cluster(te).first.nbor(-1).text == ","


def _link(item: Cluster, before: Cluster) -> tuple[Token, ...]:
    """The last `en`, `of` or comma between two verbs."""
    between = item.first.doc[before.last.i + 1 : item.first.i]
    found = [token for token in between if token.dep_ == "cc" or token.text == ","]
    joining = [token for token in found if token.head == item.head] or found
    return tuple(joining[:1])


def without_end(sentence: Span) -> tuple[tuple[Token, ...], str]:
    """The words of a sentence, and the mark that ends it."""
    last = sentence[-1]
    if last.is_punct and last.text in (".", "!", "?", ":", ";", "…"):
        return tuple(sentence[:-1]), last.text
    return tuple(sentence), ""
