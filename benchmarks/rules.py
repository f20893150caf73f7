"""Precision and recall of every rule on the labelled texts in tests/labelled: `python -m benchmarks rules [-v]`.

A brace in a labelled text is one expected finding. A finding that touches no brace is a false alarm.
"""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import schrijfhulp
from schrijfhulp import Engine
from schrijfhulp.examples import unbraced

LABELLED = Path(__file__).parent.parent / "tests" / "labelled"


@dataclass(slots=True)
class Score:
    """Counts of one rule."""

    hits: int = 0
    false_alarms: int = 0
    misses: int = 0

    @property
    def precision(self) -> float | None:
        found = self.hits + self.false_alarms
        return self.hits / found if found else None

    @property
    def recall(self) -> float | None:
        wanted = self.hits + self.misses
        return self.hits / wanted if wanted else None


def main() -> None:
    engine = schrijfhulp.load()
    print(f"{'rule':36}{'texts':>6}{'hits':>6}{'false':>6}{'missed':>7}{'precision':>11}{'recall':>8}")
    total = Score()
    for rule, texts in labelled():
        score = Score()
        for text in texts:
            for line in judge(engine, rule, text, score):
                if "-v" in sys.argv:
                    print("   ", line)
        total = Score(total.hits + score.hits, total.false_alarms + score.false_alarms, total.misses + score.misses)
        print_row(rule, len(texts), score)
    print_row("all", 0, total)


def labelled() -> Iterator[tuple[str, list[str]]]:
    """Each rule with its labelled texts."""
    for path in sorted(LABELLED.glob("*/*.toml")):
        if path.parent.name != "sturing":
            yield (
                f"{path.parent.name}/{path.stem}",
                [item["text"] for item in tomllib.loads(path.read_text("utf8"))["text"]],
            )


def judge(engine: Engine, rule: str, marked: str, score: Score) -> Iterator[str]:
    """Add one text to the score; a line for each error."""
    text, wanted = unbraced(marked)
    findings = engine.check(text, enable=[rule]).findings
    hit: set[tuple[int, int]] = set()
    for finding in findings:
        touched = {(start, end) for start, end in wanted if start < finding.end and finding.start < end}
        hit |= touched
        if not touched:
            score.false_alarms += 1
            yield f"false alarm ‘{text[finding.start : finding.end]}’ in: {text[:160]}"
    score.hits += len(hit)
    for start, end in wanted:
        if (start, end) not in hit:
            score.misses += 1
            yield f"missed ‘{text[start:end]}’ in: {text[:160]}"


def print_row(rule: str, texts: int, score: Score) -> None:
    figures = ["-" if value is None else f"{value:.2f}" for value in (score.precision, score.recall)]
    print(f"{rule:36}{texts:6}{score.hits:6}{score.false_alarms:6}{score.misses:7}{figures[0]:>11}{figures[1]:>8}")
