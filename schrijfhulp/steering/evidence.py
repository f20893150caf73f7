"""What the weights look at in a sentence: its words, pairs of them, and who does what in its clauses."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from spacy.tokens import Span, Token

from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.steering.seen import Seen

Evidence = Mapping[str, tuple[Token, ...]]  # by name, the words that it is about

AFFIX = 5  # letters: enough for the core of a compound, or for its last part
START = "^"  # stands before the first word


def evidence(parsed: Parsed, sentence: Span, seen: Sequence[Seen]) -> Evidence:
    """The features of a sentence, without what is quoted; none of a single word, which is no sentence."""
    words = [token for token in sentence if not token.is_punct and token.i not in parsed.quoted]
    if len(words) < 2:
        return {}
    return dict(chain(_of_words(words, sentence[-1]), *(_of_clause(item) for item in seen)))


def _of_words(words: Sequence[Token], last: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    texts = [START, *("#" if word.text[0].isdigit() else word.lower_ for word in words)]
    texts.append(last.text if last.text in ("?", "!") else ".")
    places: list[tuple[Token, ...]] = [(), *((word,) for word in words), ()]
    for at, text in enumerate(texts):
        yield text, places[at]
        for gap, name in ((1, " "), (2, " … ")):
            if at + gap < len(texts):
                yield f"{text}{name}{texts[at + gap]}", places[at] + places[at + gap]
        if len(text) > AFFIX:
            yield f"{text[:AFFIX]}-", places[at]
            yield f"-{text[-AFFIX:]}", places[at]


def _of_clause(seen: Seen) -> Iterator[tuple[str, tuple[Token, ...]]]:
    clause = seen.clause
    form = (
        f"{'niet' if clause.negated else ''}|{'lijdend' if clause.passive else ''}|{'verleden' if clause.past else ''}"
    )
    verbs = [clause.head] if clause.finite in (None, clause.head) else [clause.head, clause.finite]
    for role in sorted(seen.roles):
        yield f"{seen.kind}|{clause.mood}|{role}|{form}", ()
        for verb in verbs:
            yield f"{seen.kind}|{role}|{verb.lemma_.lower()}", (verb,)
    for trait, cues in seen.traits.items():
        yield f"|{trait}", cues
