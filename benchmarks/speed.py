"""Speed as ratios of one run, so that they mean the same on any machine.

What is compared runs in turn, a few times, and the fastest of each counts: whatever else the machine does can only slow one.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import schrijfhulp

ROOT = Path(__file__).parent.parent
LETTER = ROOT / "voorbeelden" / "brief.txt"
PAGES = 20
TIMES = 7


def main() -> None:
    letter = LETTER.read_text(encoding="utf8")
    long_text = "\n\n".join(variant(letter, page) for page in range(PAGES))
    edited = long_text.replace("zeventien", "achttien", 1)
    nlp = schrijfhulp.load().nlp
    nlp(letter)  # the first call warms up the vocabulary
    bare: list[float] = []
    whole: list[float] = []
    again: list[float] = []
    for _ in range(TIMES):
        engine = schrijfhulp.load()
        bare.append(seconds(lambda: nlp(long_text)))
        whole.append(seconds(lambda engine=engine: engine.check(long_text)))
        again.append(seconds(lambda engine=engine: engine.check(edited)))
    words = engine.check(long_text).measures.words
    start, command = cold(
        [sys.executable, "-c", "import spacy"],
        [str(Path(sys.executable).with_name("schrijfhulp")), "check", str(LETTER), "--fail-on", "nooit"],
    )
    rows = [
        ("engine over bare nlp(text)", ratio(whole, bare), "<= 1.25"),
        ("check of one page over `import spacy`", ratio(command, start), "<= 1.6"),
        ("re-check after one edited paragraph over the first check", ratio(again, whole), "<= 0.05"),
        ("words per second", words / min(whole), ""),
        ("peak memory, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, ""),
    ]
    for label, value, aim in rows:
        print(f"{label:60} {value:10.2f}  {aim}")


def variant(letter: str, page: int) -> str:
    """A page of which no paragraph equals another's, so that nothing comes from memory."""
    paragraphs = letter.split("\n\n")
    return "\n\n".join(f"{paragraph} Dit is pagina {page}, alinea zeventien." for paragraph in paragraphs)


def ratio(ours: list[float], theirs: list[float]) -> float:
    return min(ours) / min(theirs)


def seconds(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def cold(*commands: list[str]) -> list[list[float]]:
    """The seconds of each command in new processes, with bytecode kept as an installed program has it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def run(command: list[str]) -> None:
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment)

    for command in commands:
        run(command)  # writes the bytecode
    taken = [[seconds(lambda command=command: run(command)) for command in commands] for _ in range(TIMES)]
    return [list(each) for each in zip(*taken, strict=True)]
