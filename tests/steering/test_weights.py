"""Weights: the score of an act by hand, and the words that decided it."""

from pathlib import Path

import numpy as np
import pytest
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from schrijfhulp import Engine, steering
from schrijfhulp.dutch.parsing import parse
from schrijfhulp.resources import path
from schrijfhulp.steering.weights import REACH, Weights
from schrijfhulp.types import ACTS

DUTY, BAN = ACTS.index("plicht"), ACTS.index("verbod")


def weights(*, bias: float = -1.0, pattern: float = 0.0, **features: tuple[str, int]) -> Weights:
    """Weights in steps of a hundredth: each feature by its name with an act and its number of steps."""
    names = sorted(features, key=get_string_id)
    steps = np.zeros((len(names), len(ACTS)), dtype=np.int8)
    for row, name in enumerate(names):
        act, size = features[name]
        steps[row, [DUTY, BAN][["plicht", "verbod"].index(act)]] = size
    return Weights(
        features=np.array([get_string_id(name) for name in names], dtype=np.uint64),
        weights=steps,
        step=0.01,
        patterns=np.eye(len(ACTS), dtype=np.float32) * np.float32(pattern),
        bias=np.full(len(ACTS), bias, dtype=np.float32),
    )


def evidence(doc: Doc, *names: str) -> dict[str, tuple[Token, ...]]:
    """A feature for each of these words."""
    return {name: tuple(token for token in doc if token.text == name) for name in names}


@pytest.fixture(scope="module")
def doc(engine: Engine) -> Doc:
    return engine.nlp("Betalen is de boodschap")


def test_a_score_is_the_share_of_what_is_known(doc: Doc) -> None:
    # 50 steps of .01, for 2 known features each 6/√2 of it: .5 × 4.24 = 2.12
    found = evidence(doc, "Betalen", "boodschap", "onbekend")
    alike = {"Betalen": ("plicht", 50), "boodschap": ("verbod", 1)}
    assert REACH == 6.0
    assert weights(bias=-2.11, **alike).acts({}, found).keys() == {"plicht"}
    assert weights(bias=-2.13, **alike).acts({}, found).keys() == set()


def test_a_pattern_adds_its_weight(doc: Doc) -> None:
    fired: steering.Fired = {"plicht": {doc[2]}}
    known = {"Betalen": ("verbod", 1)}
    assert weights(pattern=1.5, **known).acts(fired, evidence(doc, "Betalen")) == {"plicht": {doc[2]}}
    assert weights(pattern=0.5, **known).acts(fired, evidence(doc, "Betalen")) == {}


def test_what_speaks_against_an_act_outweighs_its_pattern(doc: Doc) -> None:
    fired: steering.Fired = {"plicht": {doc[2]}}
    against = weights(pattern=1.5, Betalen=("plicht", -50))  # .5 × 6 = 3 less
    assert against.acts(fired, evidence(doc, "Betalen")) == {}


def test_the_heaviest_words_decided_and_small_ones_only_alone(doc: Doc) -> None:
    known = {"Betalen": ("plicht", 40), "boodschap": ("plicht", 25), "de": ("plicht", 39), "is": ("plicht", 5)}
    found = weights(**known).acts({}, evidence(doc, *known))
    assert {token.text for token in found["plicht"]} == {"Betalen", "boodschap"}
    alone = weights(de=("plicht", 39)).acts({}, evidence(doc, "de"))
    assert {token.text for token in alone["plicht"]} == {"de"}


def test_an_act_needs_words(doc: Doc) -> None:
    assert weights(bias=1.0, Betalen=("plicht", 1)).acts({}, {}) == {}


def test_weights_are_saved_whole(tmp_path: Path) -> None:
    before = weights(Betalen=("plicht", 40), de=("verbod", -7))
    before.save(tmp_path / "weights.npz")
    after = Weights.load(tmp_path / "weights.npz")
    for name in ("features", "weights", "patterns", "bias"):
        assert np.array_equal(getattr(before, name), getattr(after, name))
    assert after.step == pytest.approx(before.step)


def test_evidence_leaves_out_what_is_quoted_and_what_is_no_sentence(engine: Engine) -> None:
    finder = steering.ActFinder(steering.load(path("rules")), Weights.load())

    def names(text: str) -> set[str]:
        [parsed] = parse(engine.nlp, [(text, "paragraph")])
        return {name for _, found in finder.examined(parsed) for name in found}

    quoting = names("Op het bord staat ‘verboden toegang’ in het rood.")
    assert {"bord", "het bord", "^ op", "op … bord", "rood ."} <= quoting
    assert not {"verboden", "toegang"} & quoting
    assert {"bezwa-", "-hrift", "behoo-", "-rlijk"} <= names("Uw bezwaarschrift is behoorlijk lang.")
    assert "#" in names("Bel vóór 1 mei.")
    assert names("Let") == set()
