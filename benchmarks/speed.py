"""Speed as ratios of one run, so that they mean the same on any machine."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import schrijfhulp
from schrijfhulp import Engine

ROOT = Path(__file__).parent.parent
LETTER = ROOT / "voorbeelden" / "brief.txt"
PAGES = 20


def main() -> None:
    letter = LETTER.read_text(encoding="utf8")
    pages = [variant(letter, page) for page in range(PAGES)]
    long_text = "\n\n".join(pages)
    nlp = schrijfhulp.load().nlp
    nlp(letter)  # the first call warms up the vocabulary
    bare = median(lambda: nlp(long_text))
    whole = median(lambda engine: engine.check(long_text), fresh)
    words = fresh().check(long_text).measures.words
    again = median(lambda engine: engine.check(long_text.replace("zeventien", "achttien", 1)), primed(long_text))
    start = cold([sys.executable, "-c", "import spacy"])
    command = cold([str(Path(sys.executable).with_name("schrijfhulp")), "check", str(LETTER), "--fail-on", "nooit"])
    rows = [
        ("engine over bare nlp(text)", whole / bare, "<= 1.25"),
        ("check of one page over `import spacy`", command / start, "<= 1.6"),
        ("re-check after one edited paragraph over the first check", again / whole, "<= 0.05"),
        ("words per second", words / whole, ""),
        ("peak memory, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, ""),
    ]
    for label, value, aim in rows:
        print(f"{label:60} {value:10.2f}  {aim}")


def variant(letter: str, page: int) -> str:
    """A page of which no paragraph equals another's, so that nothing comes from memory."""
    paragraphs = letter.split("\n\n")
    return "\n\n".join(f"{paragraph} Dit is pagina {page}, alinea zeventien." for paragraph in paragraphs)


def fresh() -> Engine:
    return schrijfhulp.load()


def primed(text: str) -> Callable[[], Engine]:
    """Makes engines that have seen the text."""

    def make() -> Engine:
        engine = fresh()
        engine.check(text)
        return engine

    return make


def median(run: Callable[..., object], make: Callable[[], Engine] | None = None, *, times: int = 3) -> float:
    """The median seconds of a few runs, each on a new engine when `make` is given."""
    seconds = []
    for _ in range(times):
        arguments = [make()] if make else []
        started = time.perf_counter()
        run(*arguments)
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds)


def cold(command: list[str], *, times: int = 7) -> float:
    """The median seconds of a command in a new process, with its bytecode kept as an installed program has it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def run() -> None:
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment)

    run()
    return median(run, times=times)
