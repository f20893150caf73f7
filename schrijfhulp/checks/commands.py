"""Commands from above: `u dient … te`, `u wordt verzocht`, `gelieve`, `het is niet toegestaan`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from schrijfhulp.checks import Options, on_block
from schrijfhulp.checks.orders import GAP, Kind, Order, neighbour, orders
from schrijfhulp.dutch.law import has_legal_ground
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.syntax import (
    SUBORDINATE,
    child,
    clause_head,
    has,
    is_finite,
    is_subordinate,
    subject,
)
from schrijfhulp.rewriting.command import READERS, Command, Form, in_place, rewrites
from schrijfhulp.rewriting.order import Predicate, predicates, te_before_infinitive, without_end
from schrijfhulp.types import Place, Suggestion

SEPARATORS = frozenset({":", ";"})
FORMS: dict[tuple[Kind, bool], tuple[Form, ...]] = {  # by kind, and whether the law or the profile asks for firmness
    ("order", False): ("imperative", "question", "must"),
    ("order", True): ("imperative", "must"),
    ("request", False): ("imperative", "question"),
    ("request", True): ("imperative", "question"),
    ("duty", False): ("must", "imperative"),
    ("duty", True): ("must", "imperative"),
    ("ban", False): ("may_not", "do_not"),
    ("ban", True): ("may_not", "do_not"),
}


@on_block
def bevel(parsed: Parsed, options: Options) -> Iterator[Place]:
    """Words that command where a plain imperative, a question or `u moet` would do, with the clause written anew."""
    for sentence in parsed.sentences:
        if sentence[-1].text == "?":
            continue
        last = -1
        for order in orders(sentence, options):
            if order.words[0].i <= last or _is_condition(sentence, order):
                continue
            last = order.words[-1].i
            yield _place(parsed, sentence, order, options)


def _place(parsed: Parsed, sentence: Span, order: Order, options: Options) -> Place:
    start, end = parsed.place(*_shown(order))
    legal = has_legal_ground(parsed, sentence)
    negated = order.kind == "order" and any(item.lower_ in ("niet", "geen") for item in _middle(order))
    return Place(
        start=start,
        end=end,
        suggestions=tuple(_suggestions(parsed, sentence, order, firm=legal or options["firm"]))[:2],
        variant="negated" if negated else order.kind,
        severity="laag" if legal or order.kind in ("duty", "ban") else None,
    )


def _shown(order: Order) -> tuple[Token, Token]:
    """The first and last of the words that stand together around the verb: `u`, far in front of it, is left out."""
    near = [order.finite]
    for side in (sorted(order.words, key=lambda item: item.i), sorted(order.words, key=lambda item: -item.i)):
        edge = order.finite.i
        for token in sorted(side, key=lambda item: abs(item.i - order.finite.i)):
            if abs(token.i - edge) <= GAP:
                near.append(token)
                edge = token.i
    return min(near, key=lambda item: item.i), max(near, key=lambda item: item.i)


def _middle(order: Order) -> Sequence[Token]:
    return [item for item in order.te.doc[order.words[0].i : order.te.i] if item.head in (order.te.head, order.finite)]


def _opener(sentence: Span, order: Order) -> Token | None:
    """The word that makes the clause of the order a subordinate one: `dat`, `als`, `die`, `welke stukken`."""
    told = next((item for item in order.words if _is_subject(item)), None)
    if told is None or told.i > order.finite.i:
        head = clause_head(order.finite)
        near = [item for item in head.children if item.i < order.words[0].i] if head.dep_ in SUBORDINATE else []
        return next((item for item in near if item.dep_ == "mark" or has(item, "PronType", "Rel")), None)
    before = neighbour(told, -1)
    if before is None or before.is_punct or before.pos_ == "CCONJ" or before.i in {item.i for item in order.dropped}:
        return before if before is not None and is_subordinate(order.finite) else None
    return before


def _is_condition(sentence: Span, order: Order) -> bool:
    opener = _opener(sentence, order)
    return opener is not None and opener.lower_ in words_of("open_conditions")


def _suggestions(parsed: Parsed, sentence: Span, order: Order, *, firm: bool) -> Iterator[Suggestion]:
    dropped = {item.i for item in order.dropped}
    words, mark = without_end(sentence)
    found = predicates(order.te, max(order.words[0].i, order.finite.i) + 1, words[-1].i + 1, dropped)
    if not order.single or (order.infinitive and len(found) > 1) or _is_broken(found):
        return
    if order.infinitive:
        found = (replace(found[0], cluster=replace(found[0].cluster, infinitive=order.infinitive, rest=())),)
    if _opener(sentence, order) is not None:
        if any(_is_subject(item) for item in order.words):
            commanding = [item for item in order.dropped if not _is_subject(item)]
            yield in_place(parsed, commanding, found, READERS[order.reader][0])
        return
    start = _start(sentence, order)
    if start is None:
        return
    alone = start == sentence.start or parsed.doc[start - 1].text in SEPARATORS or start == sentence.start + 1
    more = [item for part in found for item in part.tail if _opens_main_clause(item)]
    command = Command(
        reader=order.reader,
        front=tuple(item for item in parsed.doc[start : order.finite.i] if item.i not in dropped),
        predicates=found,
        start=parsed.doc[start],
        end=sentence[-1],
        mark=mark,
        whole=start == sentence.start and not more,
    )
    forms = FORMS[order.kind, firm]
    if not alone or any(item.nbor(-1).dep_ == "cc" for item in more):
        forms = tuple(item for item in forms if item in ("must", "may_not"))
    yield from rewrites(parsed, command, forms)


def _is_broken(found: Sequence[Predicate]) -> bool:
    """Whether half of a pair of commas went with the words that command, or a joined verb was not recognised."""
    tail = found[-1].tail
    return any(_has_half_a_pair(part.middle) for part in found) or any(
        before.lower_ in ("en", "of") and any(te_before_infinitive(item) for item in tail[index + 1 : index + 4])
        for index, before in enumerate(tail)
    )


def _has_half_a_pair(words: Sequence[Token]) -> bool:
    """Whether a comma has lost its partner; those in `A, B en C` have none."""
    commas = [item for item in words if item.text == ","]
    return len(commas) % 2 == 1 and all(item.head.dep_ != "conj" for item in commas)


def _is_subject(token: Token) -> bool:
    return token.lower_ in READERS and token.dep_.startswith("nsubj")


def _start(sentence: Span, order: Order) -> int | None:
    """The first token of the main clause of an order; None where that is not sure."""
    doc, first = sentence.doc, min(order.words[0].i, order.finite.i)
    head = clause_head(order.finite)
    marks = [token.i + 1 for token in doc[sentence.start : first] if token.text in SEPARATORS]
    start = max(marks, default=sentence.start)
    if head.dep_ in ("conj", "parataxis") and not _is_condition_first(doc[start]):
        link = child(head, "cc")
        if link is not None and start <= link.i < first:
            return link.i + 1
        return start if marks or first == start else first if doc[first - 1].text == "," else None
    return start + 1 if doc[start].pos_ == "CCONJ" and start < first else start


def _is_condition_first(token: Token) -> bool:
    """Whether a clause opens as `Verhuist u, …` does."""
    return is_finite(token) and subject(token) is not None


def _opens_main_clause(token: Token) -> bool:
    head = clause_head(token)
    return is_finite(token) and head.dep_ in ("conj", "parataxis", "ROOT") and not is_subordinate(token)
