"""Learn the weights of the speech acts from labelled sentences: `python -m training.acts [TEXTS]`, some minutes.

Reads `training/sentences/*.toml`, each by another writer, the sentences of tests/labelled that are not held out, and,
given TEXTS, the folder of real texts, the places in it that `training/sentences/places.toml` labels. Prints precision and
recall on each writer's sentences by weights that were learned from the others', and writes the weights into the package.
Needs the dependency group `training`.

For each act a linear support vector machine. The patterns fit the sentences that they were made with better than others,
so there a part of what they say is dropped.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.svm import LinearSVC
from spacy.strings import get_string_id

import schrijfhulp
from benchmarks.steering import LABELLED, Judged, print_scores, read, text_at
from schrijfhulp import steering
from schrijfhulp.dutch.parsing import parse
from schrijfhulp.resources import path
from schrijfhulp.steering.weights import REACH, Weights
from schrijfhulp.types import ACTS

SENTENCES = Path(__file__).with_name("sentences")
PLACES = SENTENCES / "places.toml"
TUNED = LABELLED / "zinnen.toml"
COST = 0.1  # of a sentence on the wrong side: the higher, the closer the weights follow the sentences
DROPPED = 0.4  # of the patterns that fit a sentence they were made with: about what they miss elsewhere
TWICE = 2  # sentences must have a feature, or nothing is learned from it
BETA = 0.8  # an act that is not there costs more trust than one that is missed
STEPS = 127  # sizes of a weight, as eight bits can hold

Labelled = tuple[str, str, frozenset[str]]  # writer, text, acts


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Sentences as the weights see them. Shapes: patterns and wanted (sentences, 14)."""

    writers: NDArray[np.str_]
    texts: Sequence[str]
    features: Sequence[frozenset[str]]
    patterns: NDArray[np.float32]
    wanted: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What is learned. Shapes: weights (features + 14, 14), bias (14)."""

    columns: dict[str, int]
    weights: NDArray[np.float64]
    bias: NDArray[np.float64]

    def scores(self, examples: Examples, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        return np.asarray(_matrix(examples, rows, self.columns, examples.patterns) @ self.weights + self.bias)


def main() -> None:
    examples = seen(list(labelled(Path(sys.argv[1]) if len(sys.argv) > 1 else None)))
    everything = np.arange(len(examples.texts))
    scores = np.zeros(examples.wanted.shape)
    for writer in sorted({*examples.writers.tolist()}):
        there = examples.writers == writer
        scores[there] = learned(examples, everything[~there]).scores(examples, everything[there])
    bars = np.array([bar(*pair) for pair in zip(scores.T, examples.wanted.T, strict=True)])
    for writer in sorted({*examples.writers.tolist()}):
        there = everything[examples.writers == writer]
        print(f"\n{writer}, {len(there)} sentences, by what the others teach")
        print_scores([_judged(examples, int(row), scores[row] > bars) for row in there])
    print("\nall together")
    print_scores([_judged(examples, int(row), scores[row] > bars) for row in everything])
    packed(learned(examples, everything), bars).save()


def labelled(texts: Path | None) -> Iterator[Labelled]:
    """All sentences to learn from."""
    for file in sorted({*SENTENCES.glob("*.toml")} - {PLACES}):
        yield from ((file.stem, item["text"], frozenset(item["acts"])) for item in read(file))
    yield from (("tuned", item["text"], frozenset(item["acts"])) for item in read(TUNED) if not item["held_out"])
    if texts is not None:
        for item in read(PLACES):
            yield f"texts/{Path(item['file']).parent}", text_at(texts, item), frozenset(item["acts"])


def seen(sentences: Sequence[Labelled]) -> Examples:
    """What there is to see in each sentence; of one that tells what others say, nothing."""
    nlp = schrijfhulp.load(languagetool="uit").nlp
    finder = steering.ActFinder(steering.load(path("rules")), Weights.load())
    features: list[frozenset[str]] = []
    patterns = np.zeros((len(sentences), len(ACTS)), dtype=np.float32)
    for row, parsed in enumerate(parse(nlp, [(text, "paragraph") for _, text, _ in sentences])):
        examined = list(finder.examined(parsed))
        features.append(frozenset(chain(*(evidence for _, evidence in examined))))
        for kind in chain(*(fired for fired, _ in examined)):
            patterns[row, ACTS.index(kind)] = 1
    return Examples(
        writers=np.array([writer for writer, _, _ in sentences]),
        texts=[text for _, text, _ in sentences],
        features=features,
        patterns=patterns,
        wanted=np.array([[kind in acts for kind in ACTS] for _, _, acts in sentences]),
    )


def learned(examples: Examples, rows: NDArray[np.intp]) -> Model:
    """The weights that these sentences teach."""
    counts = Counter(chain(*(examples.features[row] for row in rows)))
    columns = {name: at for at, name in enumerate(sorted(name for name, count in counts.items() if count >= TWICE))}
    dropped = np.random.default_rng(0).random(examples.patterns.shape) < DROPPED
    patterns = np.where((examples.writers == "tuned")[:, None] & dropped, 0, examples.patterns)
    matrix = _matrix(examples, rows, columns, patterns)
    machines = [LinearSVC(C=COST, random_state=0).fit(matrix, wanted) for wanted in examples.wanted[rows].T]
    return Model(
        columns=columns,
        weights=np.concatenate([machine.coef_ for machine in machines]).T,
        bias=np.concatenate([machine.intercept_ for machine in machines]),
    )


def _matrix(
    examples: Examples, rows: NDArray[np.intp], columns: dict[str, int], patterns: NDArray[np.float32]
) -> csr_matrix:
    """A row a sentence, a column a feature and then one for the patterns of each act."""
    known = [[columns[name] for name in examples.features[row] if name in columns] for row in rows]
    values = np.concatenate([np.full(len(each), REACH / np.sqrt(max(len(each), 1))) for each in known])
    places = np.repeat(np.arange(len(rows)), [len(each) for each in known]), np.concatenate(known).astype(int)
    return hstack([csr_matrix((values, places), shape=(len(rows), len(columns))), patterns[rows]]).tocsr()


def bar(scores: NDArray[np.float64], wanted: NDArray[np.bool_]) -> float:
    """The score above which an act is there: where the F-score is best, recall weighed BETA times precision."""
    order = np.argsort(-scores)
    right, found = np.cumsum(wanted[order]), np.arange(1, len(order) + 1)
    best = int(np.argmax((1 + BETA**2) * right / (found + BETA**2 * wanted.sum())))
    return float(scores[order[best : best + 2]].mean())


def packed(model: Model, bars: NDArray[np.float64]) -> Weights:
    """The model in whole steps, its features by their hashes."""
    features = np.array([get_string_id(name) for name in model.columns], dtype=np.uint64)
    order = np.argsort(features)
    weights = model.weights[: len(features)][order]
    step = float(np.abs(weights).max()) / STEPS
    return Weights(
        features=features[order],
        weights=np.rint(weights / step).astype(np.int8),
        step=step,
        patterns=model.weights[len(features) :].astype(np.float32),
        bias=(model.bias - bars).astype(np.float32),
    )


def _judged(examples: Examples, row: int, found: NDArray[np.bool_]) -> Judged:
    def acts(there: NDArray[np.bool_]) -> frozenset[str]:
        return frozenset(kind for kind, is_there in zip(ACTS, there, strict=True) if is_there)

    return Judged(text=examples.texts[row], wanted=acts(examples.wanted[row]), found=acts(found))


if __name__ == "__main__":
    main()
