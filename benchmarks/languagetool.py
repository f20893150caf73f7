"""Spelling beside the parse: how long a check takes with both, over the longer of the two and over their sum."""

import statistics
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import schrijfhulp
from schrijfhulp import Engine
from schrijfhulp.documents import text
from schrijfhulp.grammar.selection import EMBEDDED

LETTER = Path(__file__).parent.parent / "voorbeelden" / "brief.txt"
ROUNDS = 9


def main() -> None:
    letter = LETTER.read_text(encoding="utf8")
    numbers = count()

    def fresh() -> str:
        """The letter with other paragraphs each time, so that no answer comes from memory."""
        return "\n\n".join(f"{paragraph} Dit is alinea {next(numbers)}." for paragraph in letter.split("\n\n"))

    both = schrijfhulp.load(languagetool=EMBEDDED)
    alone = Engine(both.nlp, both.rulebook)
    ways: tuple[Callable[[], object], ...] = (
        lambda: alone.check(fresh()),
        lambda: both.grammar.begin(text.read(fresh())).answer(),
        lambda: both.check(fresh()),
    )
    rounds = [[seconds(way) for way in ways] for _ in range(ROUNDS + 1)][1:]  # the first one loads
    parse, spelling, together = (statistics.median(times) for times in zip(*rounds, strict=True))
    both.grammar.close()
    print(f"{'spelling over the rest of a check':60} {spelling / parse:10.2f}")
    print(f"{'a check with both, over the longer of the two':60} {together / max(parse, spelling):10.2f}")
    print(f"{'a check with both, over their sum':60} {together / (parse + spelling):10.2f}")


def seconds(job: Callable[[], object]) -> float:
    started = time.perf_counter()
    job()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
