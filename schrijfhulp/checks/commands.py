"""Commands from above: `u dient … te`, `u wordt verzocht`, `gelieve`, `het is niet toegestaan`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Span, Token

from schrijfhulp.checks import Options, on_block
from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.law import has_legal_ground
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.syntax import (
    SUBORDINATE,
    child,
    clause_head,
    has,
    is_finite,
    is_participle,
    is_subordinate,
    particle,
    subject,
)
from schrijfhulp.rewriting.command import READERS, Command, Form, in_place, rewrites
from schrijfhulp.rewriting.order import Predicate, first_te, predicates, te_before_infinitive, without_end
from schrijfhulp.types import Place, Suggestion

Kind = Literal["order", "request", "duty", "ban"]
GAP = 4  # tokens between words that belong together
LONGEST_COURTESY = 6  # tokens
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The words that command: all of them, the first word behind them, the verb, and who is told."""

    kind: Kind
    words: tuple[Token, ...]  # that the finding shows, in order
    dropped: tuple[Token, ...]  # that a rewrite leaves out
    finite: Token
    te: Token
    reader: str
    infinitive: str | None = None  # of the verb to write, where the text has it as a passive
    single: bool = True  # the reader alone is told, not also someone else


@on_block
def bevel(parsed: Parsed, options: Options) -> Iterator[Place]:
    """Words that command where a plain imperative, a question or `u moet` would do, with the clause written anew."""
    for sentence in parsed.sentences:
        if sentence[-1].text == "?":
            continue
        last = -1
        for order in _orders(sentence, options):
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


# ---- the words that command


def _orders(sentence: Span, options: Options) -> Iterator[Order]:
    for token in sentence:
        lower = token.lower_
        if lower in options["please"]:
            yield from _please(sentence, token)
        elif _is_present_of(token, options["modals"]):
            yield from _with_reader(sentence, token, "order")
            yield from _passive(sentence, token, options)
        elif _is_present_of(token, ["hebben"]) and any(item.lower_ == "zich" for item in token.head.children):
            yield from _with_reader(sentence, token, "duty", within=3)
        elif lower in options["asked"] and (aux := _auxiliary(token, "worden")) is not None:
            yield from _with_reader(sentence, aux, "request", token, options=options)
        elif lower in options["expected"] and (aux := _auxiliary(token, "worden")) is not None:
            yield from _with_reader(sentence, aux, "duty", token, options=options)
        elif lower in options["bound"] and (aux := _auxiliary(token, "zijn")) is not None:
            yield from _bound(sentence, aux, token, options)
        elif lower in (*options["allowed"], *options["banned"]) and (aux := _auxiliary(token, "zijn")) is not None:
            yield from _banned(sentence, aux, token, options)
        elif _is_present_of(token, (*options["asks"], *options["orders"])):
            yield from _asks(sentence, token, options)
        elif lower in options["duties"]:
            yield from _duty(sentence, token)


def _is_present_of(token: Token, infinitives: Sequence[str]) -> bool:
    present = {"pres_1sg", "pres_2sg", "pres_3sg", "pres_pl"}
    return any(present & inflection.forms(item).get(token.lower_, frozenset()) for item in infinitives)


def _auxiliary(word: Token, infinitive: str) -> Token | None:
    """The present form of `worden` or `zijn` that goes with a participle."""
    return next((item for item in word.children if _is_present_of(item, [infinitive]) and item.dep_ != "conj"), None)


def _order(
    sentence: Span, kind: Kind, finite: Token, reader: str, shown: Sequence[Token], dropped: Sequence[Token] = ()
) -> Order | None:
    """The order with its verb; None where no clause with `te` follows."""
    words = tuple(sorted(shown, key=lambda item: item.i))
    opening, loose = words[-1].i + 1, list(dropped)
    for token in finite.doc[opening : min(opening + LONGEST_COURTESY, sentence.end)]:
        if token in dropped:
            opening = token.i + 1
        elif token.lower_ == "om" and token.dep_ != "case":
            loose.append(token)
            opening = token.i
        elif token.text == "," and token.i == opening:
            loose.append(token)
            opening += 1
        elif token.pos_ not in ("ADV", "ADJ", "CCONJ"):
            break
    te = first_te(sentence, opening)
    if te is None:
        return None
    return Order(
        kind=kind,
        words=words,
        dropped=(*words, *loose),
        finite=finite,
        te=te,
        reader=reader,
        single=all(child(item, "conj") is None for item in words if item.lower_ in READERS),
    )


def _reader(verb: Token) -> Token | None:
    """The subject of a verb when it is the reader."""
    found = subject(verb)
    if found is None or found.lower_ not in READERS:
        near = [item for item in (_at(verb, 1), _at(verb, -1)) if item is not None and item.dep_.startswith("nsubj")]
        found = next((item for item in near if item.lower_ in READERS), None)
    return found


def _at(token: Token, step: int) -> Token | None:
    at = token.i + step
    return token.doc[at] if token.sent.start <= at < token.sent.end else None


def _with_reader(
    sentence: Span,
    finite: Token,
    kind: Kind,
    word: Token | None = None,
    *,
    options: Options | None = None,
    within: int | None = None,
) -> Iterator[Order]:
    """`u dient`, `u wordt verzocht`: the reader is the subject. `te` stands at most `within` tokens further."""
    reader = _reader(finite) or (_reader(word) if word is not None else None)
    if reader is None or (word is None and particle(finite) is not None):
        return
    shown = [finite, reader, *([word] if word is not None else [])]
    courtesy = _courtesy(shown, options) if options else ()
    found = _order(sentence, kind, finite, reader.lower_, shown, courtesy)
    if found and (within is None or found.te.i - finite.i <= within):
        yield found


def _passive(sentence: Span, finite: Token, options: Options) -> Iterator[Order]:
    """`het formulier dient door u te worden ingeleverd`, or `uw formulier`: only where the reader is sure to be the doer."""
    patient = subject(finite)
    te = first_te(sentence, finite.i + 1)
    if patient is None or te is None or te.nbor(1).lower_ != "worden" or patient.lower_ in options["persons"]:
        return
    last = te.nbor(2) if te.i + 2 < sentence.end and is_participle(te.nbor(2)) else te.nbor(1)
    participle = last if is_participle(last) else te.nbor(-1)
    infinitive = participle.lemma_
    if not infinitive.endswith("n") or participle.lower_ not in inflection.forms(infinitive):
        return
    by = [
        item for item in sentence.doc[finite.i + 1 : te.i] if item.lower_ == "door" and item.nbor(1).lower_ in READERS
    ]
    owned = any(item.lower_ in ("uw", "je", "jouw") for item in patient.children)
    if not by and not (owned and infinitive in words_of("document_acts")):
        return
    agent = [by[0], by[0].nbor(1)] if by else []
    yield Order(
        kind="order",
        words=(finite, *agent),
        dropped=(finite, *agent, *([participle] if participle.i < te.i else [])),
        finite=finite,
        te=te,
        reader=agent[1].lower_ if agent else _address(finite),
        infinitive="|".join(part for part in inflection.split(infinitive) if part),
    )


def _courtesy(shown: Sequence[Token], options: Options) -> list[Token]:
    """Words around a request that only make it heavier or softer: `vriendelijk doch dringend`."""
    first = min(shown, key=lambda item: item.i)
    last = max(shown, key=lambda item: item.i)
    near = first.doc[first.sent.start : min(last.i + 6, first.sent.end)]
    lowered = [item.lower_ for item in near]
    found: list[Token] = []
    for phrase in (*options["courtesy"], *options["announcing"]):
        parts = phrase.split()
        for at in range(len(lowered) - len(parts) + 1):
            if lowered[at : at + len(parts)] == parts and (
                phrase in options["courtesy"] or near[at].i < last.i or lowered[at + len(parts) :][:1] == ["om"]
            ):
                found += near[at : at + len(parts)]
    return found


def _please(sentence: Span, token: Token) -> Iterator[Order]:
    """`Gelieve … te`, with or without its `u`."""
    near = [item for item in (_at(token, -1), _at(token, 1)) if item is not None and item.lower_ in READERS]
    subjects = [item for item in near if item.dep_.startswith("nsubj")][:1]
    reader = subjects[0].lower_ if subjects else _address(token)
    if found := _order(sentence, "request", token, reader, [token, *subjects]):
        yield found


def _address(token: Token) -> str:
    """How the text speaks to its reader: `je` where it says `je` and never `u`."""
    said = {item.lower_ for item in token.doc}
    return "je" if said & {"je", "jij", "jouw", "jou"} and not said & {"u", "uw"} else "u"


def _bound(sentence: Span, aux: Token, word: Token, options: Options) -> Iterator[Order]:
    """`u bent verplicht`, `het is verplicht`; not `u bent niet verplicht`."""
    if any(item.lower_ in ("niet", "nooit") for item in word.children if item.i < word.i):
        return
    reader = _reader(word)
    expletive = _expletive(word)
    subject_of_it = reader or (expletive if word.lower_ in options["required"] else None)
    if subject_of_it is None:
        return
    name = reader.lower_ if reader is not None else _address(word)
    if found := _order(sentence, "duty", aux, name, [aux, subject_of_it, word], _courtesy([aux, word], options)):
        yield found


def _expletive(word: Token) -> Token | None:
    return next(
        (item for item in word.children if item.lower_ == "het" and item.dep_ in ("expl", "nsubj", "nsubj:pass")), None
    )


def _banned(sentence: Span, aux: Token, word: Token, options: Options) -> Iterator[Order]:
    """`het is (u) niet toegestaan`, `het is verboden`; not of a third party."""
    it = _expletive(word)
    told = [item for item in word.children if item.dep_ in ("iobj", "obj", "obl") and item.i < word.i]
    if it is None or any(item.lower_ not in READERS and item.dep_ != "obl" for item in told):
        return
    readers = [item for item in told if item.lower_ in READERS]
    negation = [item for item in word.children if item.lower_ == "niet" and item.i < word.i]
    if (word.lower_ in options["allowed"]) != bool(negation):
        return
    shown = [aux, it, word, *negation, *readers]
    reader = readers[0].lower_ if readers else _address(word)
    if found := _order(sentence, "ban", aux, reader, shown):
        yield found


def _asks(sentence: Span, finite: Token, options: Options) -> Iterator[Order]:
    """`wij verzoeken u`: the organisation asks the reader."""
    asker = next(
        (item for item in (_at(finite, -1), _at(finite, 1)) if item and item.lower_ in options["askers"]), None
    )
    near = [item for item in sentence.doc[finite.i + 1 : min(finite.i + 4, sentence.end)] if item.lower_ in READERS]
    asked = next((item for item in near if item.dep_ not in ("det", "nmod:poss")), None)
    if asker is None or asked is None or asker == asked or asked.i + 1 >= sentence.end:
        return
    shown = [finite, asker, asked]
    kind: Kind = "request" if _is_present_of(finite, options["asks"]) else "duty"
    if found := _order(sentence, kind, finite, asked.lower_, shown, _courtesy(shown, options)):
        yield found


def _duty(sentence: Span, noun: Token) -> Iterator[Order]:
    """`op u rust de plicht`, `u hebt de verplichting`."""
    verb = noun.head
    article = child(noun, "det")
    if article is None or child(noun, "amod", "nmod") is not None:
        return
    if verb.lemma_ == "hebben" and (reader := _reader(verb)) is not None:
        shown = [verb, reader, article, noun]
    elif verb.lower_ == "rust":
        place = next((item for item in verb.children if item.lower_ in READERS), None)
        case = child(place, "case") if place is not None else None
        if place is None or case is None:
            return
        reader, shown = place, [case, place, verb, article, noun]
    else:
        return
    if found := _order(sentence, "duty", verb, reader.lower_, shown):
        yield found


# ---- the clause around them


def _opener(sentence: Span, order: Order) -> Token | None:
    """The word that makes the clause of the order a subordinate one: `dat`, `als`, `die`, `welke stukken`."""
    told = next((item for item in order.words if _is_subject(item)), None)
    if told is None or told.i > order.finite.i:
        head = clause_head(order.finite)
        near = [item for item in head.children if item.i < order.words[0].i] if head.dep_ in SUBORDINATE else []
        return next((item for item in near if item.dep_ == "mark" or has(item, "PronType", "Rel")), None)
    before = _at(told, -1)
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
    return any([item.text for item in part.middle].count(",") % 2 for part in found) or any(
        before.lower_ in ("en", "of") and any(te_before_infinitive(item) for item in tail[index + 1 : index + 4])
        for index, before in enumerate(tail)
    )


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
