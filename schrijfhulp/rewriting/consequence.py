"""A consequence without the excuse: `dan zijn wij genoodzaakt … in te schakelen` to `dan schakelen wij … in`."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.syntax import is_finite
from schrijfhulp.rewriting.order import Part, first_te, joined, predicates, without_end
from schrijfhulp.types import Suggestion

WE = frozenset({"wij", "we"})


def without_force(parsed: Parsed, sentence: Span, forced: Sequence[str]) -> Iterator[Suggestion]:
    """The sentence with the real verb in place of `zijn genoodzaakt`; nothing where its parts are not sure."""
    word = next((token for token in sentence if token.lower_ in forced), None)
    if word is None:
        return
    finite = _finite(word)
    if finite is None:
        return
    subject = next((item for item in (finite.nbor(1), finite.nbor(-1)) if item.lower_ in WE), None)
    words, mark = without_end(sentence)
    opening = word.i + 1
    linked = opening < sentence.end and sentence.doc[opening].lower_ == "om"
    te = first_te(sentence, opening)
    if subject is None or te is None:
        return
    dropped = {finite.i, word.i, subject.i, *([opening] if linked else [])}
    if finite.nbor(2).lower_ == "ons" if subject.i > finite.i else finite.nbor(1).lower_ == "ons":
        dropped.add(finite.i + (2 if subject.i > finite.i else 1))
    found = predicates(te, finite.i + 1, words[-1].i + 1, dropped)
    if len(found) > 1:
        return
    verb = inflection.verb(found[0].cluster.infinitive).apart("pres_pl")
    pair: list[Part] = [verb, subject] if subject.i > finite.i else [subject, verb]
    first = sentence[0]
    lead = [token for token in sentence.doc[first.i : finite.i] if token.i not in dropped]
    parts: list[Part] = [*lead, *pair, *found[0].middle, *found[0].cluster.behind, *found[0].tail]
    start, end = parsed.place(first, sentence[-1])
    yield Suggestion(text=joined(parsed, parts) + mark, start=start, end=end)


def _finite(word: Token) -> Token | None:
    """The `zijn` or `zien` before `genoodzaakt`."""
    near = reversed(word.doc[max(word.sent.start, word.i - 6) : word.i])
    return next((token for token in near if token.lower_ in ("zijn", "zien") and is_finite(token)), None)
