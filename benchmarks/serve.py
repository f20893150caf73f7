"""The server under load: answers per second and the slowest of twenty, for a one-page letter, beside the bare engine."""

import http.client
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

import schrijfhulp

ROOT = Path(__file__).parent.parent
LETTER = ROOT / "voorbeelden" / "brief.txt"
LETTERS = 60
CLIENTS = 4


def main() -> None:
    letter = LETTER.read_text(encoding="utf8")
    numbers = count()

    def fresh() -> str:
        """The letter with other paragraphs each time, so that no answer comes from memory."""
        return "\n\n".join(f"{paragraph} Dit is alinea {next(numbers)}." for paragraph in letter.split("\n\n"))

    engine = schrijfhulp.load()
    engine.check(letter)
    bare, _ = measured([partial(engine.check, fresh()) for _ in range(LETTERS)], clients=1)
    print(f"{'bare engine, letters per second':60} {bare:10.2f}")
    for workers in (1, 2):
        with server(workers) as port:
            rate, slow = measured([partial(post, port, fresh()) for _ in range(LETTERS)], clients=CLIENTS)
        print(f"{f'{workers} worker(s), answers per second over the bare engine':60} {rate / bare:10.2f}")
        print(f"{f'{workers} worker(s), p95 over one letter by the bare engine':60} {slow * bare:10.2f}")


def measured(jobs: Sequence[Callable[[], object]], *, clients: int) -> tuple[float, float]:
    """Jobs per second, and the seconds that 95% of them stay under."""

    def timed(job: Callable[[], object]) -> float:
        started = time.perf_counter()
        job()
        return time.perf_counter() - started

    started = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        seconds = list(pool.map(timed, jobs))
    return len(jobs) / (time.perf_counter() - started), statistics.quantiles(seconds, n=20)[-1]


@contextmanager
def server(workers: int) -> Iterator[int]:
    """A server of its own; the port that it listens on."""
    program = [sys.executable, "-c", "from schrijfhulp.cli import main; main()"]
    process = subprocess.Popen(
        [*program, "serve", "--port", "0", "--workers", str(workers)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stderr is not None
    found = re.search(r":(\d+)\.", process.stderr.readline())
    assert found is not None
    port = int(found.group(1))
    for _ in range(2 * workers):
        post(port, "Dit is de eerste tekst.")
    try:
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate()


def post(port: int, text: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("POST", "/api/v1/check", json.dumps({"text": text}), {"Content-Type": "application/json"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"status {answer.status}")
