"""Counts per block, remembered with its parse, and measures of a document, added up from them."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.syntax import passives, words
from schrijfhulp.readability import formulas, lint
from schrijfhulp.types import Block, Lint, Measures, SentenceMeasures


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceCount:
    """What one sentence adds to its document; the place is in its block's text."""

    measures: SentenceMeasures
    lint: lint.SentenceFeatures | None
    formulas: formulas.SentenceCounts | None


BlockCounts = tuple[SentenceCount, ...]


def of_block(parsed: Parsed) -> BlockCounts:
    """The counts of each sentence of running text. Headings and loose words without a verb say nothing of sentences."""
    if parsed.kind in ("heading", "cell"):
        return ()
    return tuple(_of_sentence(parsed, index) for index, sentence in enumerate(parsed.sentences) if words(sentence))


def _of_sentence(parsed: Parsed, index: int) -> SentenceCount:
    sentence = parsed.sentences[index]
    start, end = parsed.place(sentence[0], sentence[-1])
    features = lint.sentence_features(sentence)
    score = lint.score(features.features) if features else None
    return SentenceCount(
        measures=SentenceMeasures(
            start=start,
            end=end,
            words=words(sentence),
            passive=any(True for _ in passives(sentence)),
            lint_score=score,
            lint_level=lint.level(score),
        ),
        lint=features,
        formulas=formulas.sentence_counts(token.text for token in sentence),
    )


def of_document(blocks: Sequence[tuple[Block, BlockCounts]]) -> Measures:
    """The measures of a document, from the counts of its blocks."""
    counts = [count for _, block_counts in blocks for count in block_counts]
    lengths = [count.measures.words for count in counts]
    score, level, features = lint.document([count.lint for count in counts if count.lint])
    readable = [count.formulas for count in counts if count.formulas]
    return Measures(
        words=sum(lengths),
        sentences=len(lengths),
        words_per_sentence=sum(lengths) / len(lengths) if lengths else None,
        longest_sentence=max(lengths, default=None),
        passive_share=sum(count.measures.passive for count in counts) / len(counts) if counts else None,
        lint=None if score is None or level is None else Lint(score=score, level=level, features=asdict(features)),
        flesch_douma=formulas.flesch_douma(readable),
        lix=formulas.lix(readable),
        per_sentence=tuple(_placed(blocks)),
    )


def _placed(blocks: Iterable[tuple[Block, BlockCounts]]) -> Iterable[SentenceMeasures]:
    for block, counts in blocks:
        for count in counts:
            found = count.measures
            yield SentenceMeasures(
                start=found.start + block.start,
                end=found.end + block.start,
                words=found.words,
                passive=found.passive,
                lint_score=found.lint_score,
                lint_level=found.lint_level,
            )
