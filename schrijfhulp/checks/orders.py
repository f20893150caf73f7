"""The words that command the reader, and the verb that they go with: no check, `commands` asks for them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Span, Token

from schrijfhulp.checks import Options
from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.syntax import (
    child,
    is_participle,
    particle,
    subject,
)
from schrijfhulp.rewriting.command import READERS
from schrijfhulp.rewriting.order import first_te

Kind = Literal["order", "request", "duty", "ban"]
GAP = 4  # tokens between words that belong together
LONGEST_COURTESY = 6  # tokens


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


def orders(sentence: Span, options: Options) -> Iterator[Order]:
    modals, having = _present_forms(tuple(options["modals"])), _present_forms(("hebben",))
    asking = _present_forms((*options["asks"], *options["orders"]))
    for token in sentence:
        lower = token.lower_
        if lower in options["please"]:
            yield from _please(sentence, token)
        elif lower in modals:
            yield from _with_reader(sentence, token, "order")
            yield from _passive(sentence, token, options)
        elif lower in having and any(item.lower_ == "zich" for item in token.head.children):
            yield from _with_reader(sentence, token, "duty", within=3)
        elif lower in options["asked"] and (aux := _auxiliary(token, "worden")) is not None:
            yield from _with_reader(sentence, aux, "request", token, options=options)
        elif lower in options["expected"] and (aux := _auxiliary(token, "worden")) is not None:
            yield from _with_reader(sentence, aux, "duty", token, options=options)
        elif lower in options["bound"] and (aux := _auxiliary(token, "zijn")) is not None:
            yield from _bound(sentence, aux, token, options)
        elif lower in (*options["allowed"], *options["banned"]) and (aux := _auxiliary(token, "zijn")) is not None:
            yield from _banned(sentence, aux, token, options)
        elif lower in asking:
            yield from _asks(sentence, token, options)
        elif lower in options["duties"]:
            yield from _duty(sentence, token)


@cache
def _present_forms(infinitives: tuple[str, ...]) -> frozenset[str]:
    present = {"pres_1sg", "pres_2sg", "pres_3sg", "pres_pl"}
    return frozenset(form for item in infinitives for form, slots in inflection.forms(item).items() if present & slots)


def _auxiliary(word: Token, infinitive: str) -> Token | None:
    """The present form of `worden` or `zijn` that goes with a participle; the nearest in front, where the parse has none."""
    near = reversed(word.doc[max(word.i - GAP, word.sent.start) : word.i])
    own = [item for item in word.children if item.dep_ != "conj"]
    return next((item for item in (*own, *near) if item.lower_ in _present_forms((infinitive,))), None)


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
    if any(token.text == "," and token not in loose for token in finite.doc[words[-1].i + 1 : te.i]):
        loose = [token for token in loose if token.text != ","]  # a pair of commas stays a pair
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
        near = [
            item
            for item in (neighbour(verb, 1), neighbour(verb, -1))
            if item is not None and item.dep_.startswith("nsubj")
        ]
        found = next((item for item in near if item.lower_ in READERS), None)
    return found


def neighbour(token: Token, step: int) -> Token | None:
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
    belongs = found is not None and finite.dep_ == "aux" and found.te.head == finite.head  # "heeft zich … te houden"
    if found and (within is None or belongs or found.te.i - finite.i <= within):
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
    near = [item for item in (neighbour(token, -1), neighbour(token, 1)) if item is not None and item.lower_ in READERS]
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
    first = min(aux.i, word.i)
    if any(item.lower_ in ("niet", "nooit") for item in (*word.children, *word.doc[first : word.i]) if item.i < word.i):
        return
    reader = _reader(word) or _reader(aux)
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
    it = _expletive(word) or next(
        (item for item in (neighbour(aux, -1), neighbour(aux, 1)) if item and item.lower_ == "het"), None
    )
    told = [item for item in word.children if item.dep_ in ("iobj", "obj", "obl") and item.i < word.i]
    if it is None or any(item.lower_ not in READERS and item.dep_ != "obl" for item in told):
        return
    readers = [item for item in told if item.lower_ in READERS]
    negation = [item for item in word.children if item.lower_ == "niet" and item.i < word.i]
    if (word.lower_ in options["allowed"]) != bool(negation):
        return
    shown = [aux, it, word, *negation, *readers]
    reader = readers[0].lower_ if readers else _address(word)
    if found := _order(sentence, "ban", aux, reader, shown, _courtesy(shown, options)):
        yield found


def _asks(sentence: Span, finite: Token, options: Options) -> Iterator[Order]:
    """`wij verzoeken u`: the organisation asks the reader."""
    asker = next(
        (item for item in (neighbour(finite, -1), neighbour(finite, 1)) if item and item.lower_ in options["askers"]),
        None,
    )
    near = [item for item in sentence.doc[finite.i + 1 : min(finite.i + 4, sentence.end)] if item.lower_ in READERS]
    asked = next((item for item in near if item.dep_ not in ("det", "nmod:poss")), None)
    if asker is None or asked is None or asker == asked or asked.i + 1 >= sentence.end:
        return
    shown = [finite, asker, asked]
    kind: Kind = "request" if finite.lower_ in _present_forms(tuple(options["asks"])) else "duty"
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
    else:
        shown = list(sentence.doc[max(article.i - 3, sentence.start) : noun.i + 1])
        if len(shown) < 5 or [item.lower_ for item in shown[:3]] not in (["op", name, "rust"] for name in READERS):
            return
        reader, verb = shown[1:3]
    if found := _order(sentence, "duty", verb, reader.lower_, shown):
        yield found
