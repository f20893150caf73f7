"""Precision and recall of every rule on the labelled texts in tests/labelled: `python -m benchmarks rules [-v]`.

A brace in a labelled text is one expected finding. A finding that touches no brace is a false alarm. Where a text has
sentences that would be better, the last column is the share of texts where one of the first two suggestions is among them.
"""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import schrijfhulp
from schrijfhulp import Engine
from schrijfhulp.examples import unbraced
from schrijfhulp.types import Suggestion

LABELLED = Path(__file__).parent.parent / "tests" / "labelled"
FINDINGS = "bevindingen"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with the words to flag in braces, and whole texts that are good instead."""

    text: str
    profile: str = "brief"
    better: tuple[str, ...] = ()


@dataclass(slots=True)
class Score:
    """Counts of one rule."""

    hits: int = 0
    false_alarms: int = 0
    misses: int = 0
    rewrites: int = 0
    agreeing: int = 0

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
    print(f"{'rule':36}{'texts':>6}{'hits':>6}{'false':>6}{'missed':>7}{'precision':>11}{'recall':>8}{'rewrites':>10}")
    total = Score()
    for rule, texts in labelled().items():
        score = Score()
        for text in texts:
            for line in judge(engine, rule, text, score):
                if "-v" in sys.argv:
                    print("   ", line)
        for item in fields(Score):
            setattr(total, item.name, getattr(total, item.name) + getattr(score, item.name))
        print_row(rule, len(texts), score)
    print_row("all", 0, total)


def labelled() -> dict[str, list[Labelled]]:
    """The labelled texts of each rule."""
    found: dict[str, list[Labelled]] = {}
    for path in sorted(LABELLED.glob("*/*.toml")):
        if path.parent.name == "sturing" and path.stem != FINDINGS:
            continue  # texts for the speech acts, the pairs and the checklist
        for item in tomllib.loads(path.read_text("utf8"))["text"]:
            name = item.get("rule", path.stem)
            text = Labelled(item["text"], item.get("profile", "brief"), tuple(item.get("better", ())))
            found.setdefault(f"{path.parent.name}/{name}", []).append(text)
    return found


def judge(engine: Engine, rule: str, item: Labelled, score: Score) -> Iterator[str]:
    """Add one text to the score; a line for each error."""
    text, wanted = unbraced(item.text)
    findings = engine.check(text, profile=item.profile, enable=[rule]).findings
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
    if item.better and hit:
        score.rewrites += 1
        offered = [edited(text, suggestion) for finding in findings for suggestion in finding.suggestions[:2]]
        score.agreeing += bool({*offered} & {*item.better})
        if not {*offered} & {*item.better}:
            yield f"offers {offered} instead of {list(item.better)}"


def edited(text: str, suggestion: Suggestion) -> str:
    return text[: suggestion.start] + suggestion.text + text[suggestion.end :]


def print_row(rule: str, texts: int, score: Score) -> None:
    shares = [score.precision, score.recall, score.agreeing / score.rewrites if score.rewrites else None]
    figures = ["-" if value is None else f"{value:.2f}" for value in shares]
    counts = f"{score.hits:6}{score.false_alarms:6}{score.misses:7}"
    print(f"{rule:36}{texts:6}{counts}{figures[0]:>11}{figures[1]:>8}{figures[2]:>10}")
