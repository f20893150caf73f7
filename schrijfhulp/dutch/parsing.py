"""Parse blocks of text so that every token knows its place in the text as it was given."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from schrijfhulp.dutch.quiet import named_tokens, quoted_tokens
from schrijfhulp.dutch.sentences import mark_sentence_starts
from schrijfhulp.types import BlockKind, Range

INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphen and zero-width marks: no part of the word
BATCH = 64  # blocks; one batch through the pipeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A parsed block. Offsets are code points of the block's text; `starts` and `ends` have one entry a token.

    The doc has no white-space tokens, and its words lack soft hyphens: use `place`, never `token.idx`.
    """

    text: str
    kind: BlockKind
    doc: Doc
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[Span, ...]
    quoted: frozenset[int]  # tokens inside quotation marks, code and addresses: not the writer's own words
    named: frozenset[int]  # tokens inside names of laws, organisations and people

    def place(self, first: Token, last: Token) -> tuple[int, int]:
        """The range of the text from one token to another, both included."""
        return self.starts[first.i], self.ends[last.i]

    def runs(self, indices: Iterable[int]) -> tuple[Range, ...]:
        """The ranges of some tokens, those next to each other as one."""
        ordered = sorted(indices)
        starts = [index for before, index in pairwise([-2, *ordered]) if index != before + 1]
        ends = [index for index, after in pairwise([*ordered, -2]) if after != index + 1]
        return tuple(
            Range(start=self.starts[first], end=self.ends[last]) for first, last in zip(starts, ends, strict=True)
        )

    def tokens_in(self, start: int, end: int) -> range:
        """The indices of the tokens that touch a range of the text."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def parse(nlp: Language, texts: Sequence[tuple[str, BlockKind]]) -> Iterator[Parsed]:
    """Parse blocks, in order."""
    tokenized = [tokenize(nlp, text) for text, _ in texts]
    docs = nlp.pipe((doc for doc, _, _ in tokenized), batch_size=BATCH)
    for (text, kind), (_, starts, ends), doc in zip(texts, tokenized, docs, strict=True):
        yield Parsed(
            text=text,
            kind=kind,
            doc=doc,
            starts=starts,
            ends=ends,
            sentences=tuple(doc.sents) if kind != "heading" else (doc[:],) if len(doc) else (),
            quoted=quoted_tokens(doc),
            named=named_tokens(doc),
        )


def tokenize(nlp: Language, text: str) -> tuple[Doc, tuple[int, ...], tuple[int, ...]]:
    """The tokens of a text without white space and invisible marks, with each one's start and end in the text."""
    at = [index for index, char in enumerate(text) if not INVISIBLE.match(char)] if INVISIBLE.search(text) else None
    clean = text if at is None else "".join(text[index] for index in at)
    tokens = [token for token in nlp.make_doc(" ".join(re.split(r"\s", clean))) if not token.is_space]
    words = [token.text for token in tokens]
    spaces = [bool(token.whitespace_) for token in tokens]
    for index, (token, following) in enumerate(pairwise(tokens)):
        spaces[index] = token.idx + len(token) < following.idx
    place = at if at is not None else range(len(text))
    starts = tuple(place[token.idx] for token in tokens)
    ends = tuple(place[token.idx + len(token) - 1] + 1 for token in tokens)
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    mark_sentence_starts(doc)
    return doc, starts, ends
