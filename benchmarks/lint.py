"""How far our LiNT-II is from the original, on texts that the original analysed with spaCy's large Dutch pipeline.

    python -m benchmarks lint

The reference files hold lower-case words; capitals of sentence starts and names are put back. A text is measured twice:
with the words and sentences of the reference, and as running text, which our pipeline splits itself. Differences are
ours minus theirs.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

import schrijfhulp
from schrijfhulp.readability import lint

REFERENCE = Path(__file__).parents[2] / "shared" / "lint"
FEATURES: dict[str, tuple[str, Callable[[lint.Features], float | None]]] = {
    "word frequency (Zipf)": ("mean_log_word_frequency", lambda features: features.word_frequency),
    "dependency length": ("max_sdl", lambda features: features.dependency_length),
    "content words per clause": ("content_words_per_clause", lambda features: features.content_words_per_clause),
    "concrete nouns (share)": ("proportion_of_concrete_nouns", lambda features: features.concrete_nouns),
    "sentence score": ("lint_score", lint.score),
}


def words_and_spaces(sentence: dict[str, Any]) -> tuple[list[str], list[bool]]:
    """The words of a reference sentence with their capitals, and whether a space follows each."""
    tokens = sentence["word_features"]
    words = [token["text"].capitalize() if token["pos"] == "PROPN" else token["text"] for token in tokens]
    first = next((i for i, word in enumerate(words) if word[:1].isalpha()), 0)
    words[first] = words[first][:1].upper() + words[first][1:]
    spaces = [True] * len(words)
    for i, token in enumerate(tokens):
        attached = token.get("punctuation", {})
        after, before, rest = i, i, len(attached.get("trailing", ""))
        while rest > 0:
            spaces[after] = False
            after += 1
            rest -= len(words[after])
        rest = len(attached.get("leading", ""))
        while rest > 0:
            before -= 1
            spaces[before] = False
            rest -= len(words[before])
    return words, spaces


def parsed(nlp: Language, sentence: dict[str, Any]) -> Doc:
    """A reference sentence, its words kept, analysed by our pipeline as one sentence."""
    words, spaces = words_and_spaces(sentence)
    starts: list[bool | int | None] = [i == 0 for i in range(len(words))]
    return nlp(Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts))


def running_text(sentences: Sequence[dict[str, Any]]) -> str:
    lines = (zip(*words_and_spaces(sentence), strict=True) for sentence in sentences)
    return " ".join("".join(word + " " * space for word, space in line).strip() for line in lines)


def measured(nlp: Language, text: str) -> list[lint.SentenceFeatures]:
    """The features of a running text that our pipeline splits into sentences."""
    features = (lint.sentence_features(sentence) for sentence in nlp(text).sents)
    return [feature for feature in features if feature]


def show(number: float | None) -> str:
    return "-" if number is None else f"{number:.2f}"


def compare(nlp: Language, path: Path) -> tuple[float, float]:
    """Print one text's differences; give those of the document score, for given and for own sentences."""
    reference = json.loads(path.read_text(encoding="utf8"))
    sentences = reference["sentences"]
    ours = [lint.sentence_features(parsed(nlp, sentence)) for sentence in sentences]
    target = reference["document_lint_score"]
    given = lint.document(feature for feature in ours if feature)
    own = lint.document(measured(nlp, running_text(sentences)))
    print(
        f"\n{path.stem}: {len(sentences)} sentences, score {target:.2f}, level {reference['document_difficulty_level']}"
    )
    print(f"  {'':26}{'mean':>8}{'mean abs':>10}{'largest':>9}{'defined alike':>15}")
    for title, (key, feature) in FEATURES.items():
        pairs = [(feature(s.features) if s else None, theirs[key]) for s, theirs in zip(ours, sentences, strict=True)]
        gaps = [our - their for our, their in pairs if our is not None and their is not None]
        alike = sum((our is None) == (their is None) for our, their in pairs)
        largest = max(map(abs, gaps), default=0.0)
        print(f"  {title:26}{fmean(gaps):8.2f}{fmean(map(abs, gaps)):10.2f}{largest:9.2f}{alike:11}/{len(pairs)}")
    for title, (score, level, _) in {"given sentences": given, "own sentences": own}.items():
        print(f"  document, {title:16}{show(score):>8} level {level}, off by {show((score or 0) - target)}")
    return (given[0] or 0) - target, (own[0] or 0) - target


def main() -> None:
    if not REFERENCE.is_dir():
        print(f"skipped: no reference analyses in {REFERENCE}")
        return
    nlp = schrijfhulp.load().nlp
    given, own = zip(*(compare(nlp, path) for path in sorted(REFERENCE.glob("*.json"))), strict=True)
    distances = [fmean(map(abs, gaps)) for gaps in (given, own)]
    print("\ndocument score, mean distance: {:.2f} points, in own sentences {:.2f}".format(*distances))
