"""Precision and recall of every speech act, sentence by sentence: `python -m benchmarks steering [-v]`.

The labels are in tests/labelled/sturing/zinnen.toml. Half of the sentences are held out: nothing is tuned to those or
learned from them, so only their figures are printed. Of the others, which the makers of the patterns did read, a table
tells what was found where what was labelled, and `-v` prints the errors. Where the real texts are at hand, plaatsen.toml
labels sentences of theirs, held out too.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import schrijfhulp
from schrijfhulp import Engine
from schrijfhulp.types import ACTS

LABELLED = Path(__file__).parents[1] / "tests" / "labelled" / "sturing"
TEXTS = Path(__file__).parents[2] / "shared" / "texts"
NEUTRAL = "neutraal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A labelled sentence with what was found in it."""

    text: str
    wanted: frozenset[str]
    found: frozenset[str]


def main() -> None:
    engine = schrijfhulp.load(languagetool="uit")
    sentences = read(LABELLED / "zinnen.toml")
    tuned = [judged(engine, item["text"], item["acts"]) for item in sentences if not item["held_out"]]
    print(f"tuning part, {len(tuned)} sentences")
    print_scores(tuned)
    print("\nwhat was found (columns) where what was labelled (rows)")
    print_confusion(tuned)
    if "-v" in sys.argv:
        for item in tuned:
            if item.wanted != item.found:
                missed, wrong = sorted(item.wanted - item.found), sorted(item.found - item.wanted)
                print(f"missed {missed} wrong {wrong}: {item.text}")
    kept = [judged(engine, item["text"], item["acts"]) for item in sentences if item["held_out"]]
    print(f"\nheld out, {len(kept)} sentences")
    print_scores(kept)
    if TEXTS.is_dir():
        real = [judged(engine, text_at(TEXTS, item), item["acts"]) for item in read(LABELLED / "plaatsen.toml")]
        print(f"\nheld out, {len(real)} sentences of real texts")
        print_scores(real)


def read(file: Path) -> Sequence[Mapping[str, Any]]:
    """The labelled sentences in a file."""
    sentences: Sequence[Mapping[str, Any]] = tomllib.loads(file.read_text("utf8"))["sentence"]
    return sentences


def text_at(texts: Path, place: Mapping[str, Any]) -> str:
    """The sentence of a real text that a place points to, on one line."""
    return " ".join((texts / place["file"]).read_text("utf8")[place["start"] : place["end"]].split())


def judged(engine: Engine, text: str, acts: Iterable[str]) -> Judged:
    """One sentence, checked on its own, as it was labelled."""
    found = frozenset(signal.kind for signal in engine.check(text).signals)
    return Judged(text=text, wanted=frozenset(acts), found=found)


def print_scores(sentences: Sequence[Judged]) -> None:
    """A row for each act, one for sentences without any, and one for all acts together."""
    print(f"{'act':14}{'labelled':>9}{'found':>7}{'right':>7}{'precision':>11}{'recall':>8}")
    pairs = [(item.wanted or {NEUTRAL}, item.found or {NEUTRAL}) for item in sentences]
    rows = {kind: (_count([kind], pairs)) for kind in (*ACTS, NEUTRAL)}
    for name, (wanted, found, right) in {**rows, "all acts": _count(ACTS, pairs)}.items():
        precision, recall = (f"{right / total:.2f}" if total else "-" for total in (found, wanted))
        print(f"{name:14}{wanted:9}{found:7}{right:7}{precision:>11}{recall:>8}")


def _count(kinds: Iterable[str], pairs: Iterable[tuple[Iterable[str], Iterable[str]]]) -> tuple[int, int, int]:
    """How often these were labelled, found, and both."""
    asked = frozenset(kinds)
    sets = [(asked.intersection(wanted), asked.intersection(found)) for wanted, found in pairs]
    return (
        sum(len(one) for one, _ in sets),
        sum(len(one) for _, one in sets),
        sum(len(one & other) for one, other in sets),
    )


def print_confusion(sentences: Sequence[Judged]) -> None:
    """An act that was labelled and found counts on the diagonal; one that was missed counts under what was found instead."""
    counts: Counter[tuple[str, str]] = Counter()
    for item in sentences:
        wanted, found = item.wanted or {NEUTRAL}, item.found or {NEUTRAL}
        counts.update((kind, kind) for kind in wanted & found)
        counts.update((kind, other) for kind in wanted - found for other in (found - wanted or {NEUTRAL}))
        if item.wanted <= item.found:
            counts.update((NEUTRAL, other) for other in found - wanted)
    columns = (*ACTS, NEUTRAL)
    print(f"{'':12}" + "".join(f"{name[:5]:>6}" for name in columns))
    for row in columns:
        print(f"{row:12}" + "".join(f"{counts[row, column] or '·':>6}" for column in columns))
