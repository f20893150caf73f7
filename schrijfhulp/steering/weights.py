"""Weights of evidence for the speech acts, a linear model for each, learned by `training/acts.py`.

    score of an act = bias + weights of the acts whose patterns fit + REACH / √n × weights of the n known features

An act is there when its score is above zero. The weights are in `weights.npz`: `features` (hashes of names, sorted),
`weights` (a row a feature, a column an act, in steps of `step`), `patterns` (a row a pattern's act, a column an act),
`bias`; the acts are in the order of ACTS.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.tokens import Token

from schrijfhulp.resources import PACKAGE
from schrijfhulp.steering.evidence import Evidence
from schrijfhulp.types import ACTS, SignalKind

FILE = PACKAGE / "steering" / "weights.npz"
REACH = 6.0  # the length that the features of a sentence have together, beside 1 for a pattern
SHARE = 0.5  # of the heaviest word's part in an act: lighter words are no cue
FUNCTION_WORDS = frozenset({"DET", "ADP", "CCONJ"})  # these are a cue only where nothing weighs more

Fired = dict[SignalKind, set[Token]]  # the acts whose patterns fit, with their words


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The model. Shapes: features (n), weights (n, 14), patterns (14, 14), bias (14)."""

    features: NDArray[np.uint64]
    weights: NDArray[np.int8]
    step: float
    patterns: NDArray[np.float32]
    bias: NDArray[np.float32]

    @classmethod
    def load(cls, file: Path = FILE) -> Self:
        with np.load(file) as arrays:
            return cls(
                features=arrays["features"],
                weights=arrays["weights"],
                step=float(arrays["step"]),
                patterns=arrays["patterns"],
                bias=arrays["bias"],
            )

    def save(self, file: Path = FILE) -> None:
        np.savez(
            file,
            features=self.features,
            weights=self.weights,
            step=np.float32(self.step),
            patterns=self.patterns,
            bias=self.bias,
        )

    def acts(self, fired: Fired, evidence: Evidence) -> Mapping[SignalKind, set[Token]]:
        """The acts of a sentence, each with the words that decided it."""
        cues, rows = self._known(evidence)
        parts = self.weights[rows] * np.float32(self.step * REACH / np.sqrt(max(len(rows), 1)))
        scores = self.bias + parts.sum(0)
        for kind in fired:
            scores += self.patterns[ACTS.index(kind)]
        found = {ACTS[at]: fired.get(ACTS[at]) or _heaviest(cues, parts[:, at]) for at in np.flatnonzero(scores > 0)}
        return {kind: tokens for kind, tokens in found.items() if tokens}

    def _known(self, evidence: Evidence) -> tuple[list[tuple[Token, ...]], NDArray[np.intp]]:
        """The words of each feature that has weights, and its row."""
        hashes = np.fromiter(map(get_string_id, evidence), np.uint64, len(evidence))
        rows = np.searchsorted(self.features, hashes).clip(max=len(self.features) - 1)
        known = self.features[rows] == hashes
        return [cues for cues, is_known in zip(evidence.values(), known, strict=True) if is_known], rows[known]


def _heaviest(cues: Sequence[tuple[Token, ...]], parts: NDArray[np.float32]) -> set[Token]:
    """The words that weigh most for an act: each takes its share of the features that it is in."""
    shares: Counter[Token] = Counter()
    for tokens, part in zip(cues, parts.tolist(), strict=True):
        for token in tokens:
            shares[token] += part / len(tokens)
    heaviest = max(shares.values(), default=0.0)
    return {
        token
        for token, share in shares.items()
        if share == heaviest or (share >= SHARE * heaviest and token.pos_ not in FUNCTION_WORDS)
    }
