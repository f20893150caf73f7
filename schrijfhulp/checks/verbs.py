"""Checks on verbs: who does what."""

from collections.abc import Iterator

from spacy.tokens import Token

from schrijfhulp.checks import Options, on_block
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.syntax import passives
from schrijfhulp.rewriting.passive import AS_SUBJECT, to_active
from schrijfhulp.types import Place


@on_block
def lijdende_vorm(parsed: Parsed, options: Options) -> Iterator[Place]:
    """Passives with `worden` and `zijn`; the message says whether the doer is named."""
    for sentence in parsed.sentences:
        for passive in passives(sentence):
            start, end = parsed.place(passive.verb, passive.verb)
            if abs(passive.aux.i - passive.verb.i) == 1:
                start, end = parsed.place(*sorted((passive.aux, passive.verb), key=lambda token: token.i))
            values = {"aux": passive.aux.text, "verb": passive.verb.lower_}
            if passive.doer is None:
                yield Place(start=start, end=end, values=values)
            else:
                suggestions = to_active(parsed, sentence, passive)
                name = _name(parsed, passive.doer)
                values["doer"] = AS_SUBJECT.get(name.lower(), name)
                yield Place(start=start, end=end, values=values, variant="doer", suggestions=tuple(suggestions))


def _name(parsed: Parsed, doer: Token) -> str:
    """The doer with its article and without what follows: `de gemeente`."""
    first = next((item for item in doer.children if item.dep_ in ("det", "nmod:poss")), doer)
    last = max((item for item in doer.subtree if item.dep_ == "flat" or item == doer), key=lambda item: item.i)
    start, end = parsed.place(min(first, doer, key=lambda item: item.i), last)
    return " ".join(parsed.text[start:end].split())
