"""Spelling beside the parse: how long a check takes with both, over the longer of the two and over their sum."""

import statistics
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import psutil

import schrijfhulp
from schrijfhulp import Engine
from schrijfhulp.documents import text
from schrijfhulp.grammar.selection import EMBEDDED, installations, newest

LETTER = Path(__file__).parent.parent / "voorbeelden" / "brief.txt"
WARMING, ROUNDS = 15, 15  # Java gets fast while it runs


def main() -> None:
    measure(EMBEDDED)
    if folder := newest(installations()):
        measure(str(folder))
    else:
        print("no LanguageTool server is installed (schrijfhulp languagetool install)")


def measure(source: str) -> None:
    letter = LETTER.read_text(encoding="utf8")
    numbers = count()

    def fresh() -> str:
        """The letter with other paragraphs each time, so that no answer comes from memory."""
        return "\n\n".join(f"{paragraph} Dit is alinea {next(numbers)}." for paragraph in letter.split("\n\n"))

    started = time.perf_counter()
    both = schrijfhulp.load(languagetool=source)
    both.grammar.begin(text.read("Dit is een zin.")).answer()
    start = time.perf_counter() - started
    alone = Engine(both.nlp, both.rulebook)
    ways: tuple[Callable[[], object], ...] = (
        lambda: alone.check(fresh()),
        lambda: both.grammar.begin(text.read(fresh())).answer(),
        lambda: both.check(fresh()),
    )
    rounds = [[seconds(way) for way in ways] for _ in range(WARMING + ROUNDS)][WARMING:]
    parse, spelling, together = (statistics.median(times) for times in zip(*rounds, strict=True))
    memory = sum(child.memory_info().rss for child in psutil.Process().children(recursive=True)) / 2**20
    both.grammar.close()
    print(f"from {both.grammar.source}")
    print(f"{'seconds until the first answer':60} {start:10.2f}")
    print(f"{'memory of its processes, MB':60} {memory:10.0f}")
    print(f"{'spelling over the rest of a check':60} {spelling / parse:10.2f}")
    print(f"{'a check with both, over the longer of the two':60} {together / max(parse, spelling):10.2f}")
    print(f"{'a check with both, over their sum':60} {together / (parse + spelling):10.2f}")


def seconds(job: Callable[[], object]) -> float:
    started = time.perf_counter()
    job()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
