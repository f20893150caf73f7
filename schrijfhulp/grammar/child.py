"""A process of our own that a source works in. It ends when its standard input closes, so also when ours is killed."""

import contextlib
import json
import os
import subprocess
import sys
import weakref
from collections.abc import Mapping
from threading import Condition, Event, Lock, Timer
from typing import Any

from schrijfhulp.grammar.matches import UnavailableError
from schrijfhulp.resources import PACKAGE

GRACE = 3  # seconds to end by itself
GONE = "het programma is gestopt"


class Child:
    """Runs a module with `python -m`; a line of JSON in gives a line of JSON out."""

    def __init__(self, module: str, *arguments: str, environment: Mapping[str, str] | None = None) -> None:
        paths = os.pathsep.join(filter(None, [str(PACKAGE.parent), os.environ.get("PYTHONPATH")]))
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback could hold a piece of the text
            env={**os.environ, "PYTHONPATH": paths, **(environment or {})},
            encoding="utf-8",
        )
        self._writing = Lock()
        self._reading = Condition()
        self._asked = self._answered = 0
        self.close = weakref.finalize(self, _end, self._process)

    @property
    def pid(self) -> int:
        return self._process.pid

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def read(self, timeout: float) -> Any:
        """The next answer. A process that gives none in `timeout` seconds, or ends, raises UnavailableError."""
        assert self._process.stdout
        stopped = Event()

        def stop() -> None:
            stopped.set()
            self.close()

        late = Timer(timeout, stop)
        late.start()
        try:
            line = self._process.stdout.readline()
        except ValueError:  # its pipe was closed
            line = ""
        finally:
            late.cancel()
        if line:
            return json.loads(line)
        self.close()
        raise UnavailableError(f"geen antwoord binnen {timeout:g} seconden" if stopped.is_set() else GONE)

    def ask(self, question: object, timeout: float) -> Any:
        """The answer to a question; several may wait, so that the process need not. Raises UnavailableError."""
        assert self._process.stdin
        with self._writing:
            try:
                self._process.stdin.write(json.dumps(question) + "\n")
                self._process.stdin.flush()
            except (OSError, ValueError):  # it is gone, or its pipe was closed
                raise UnavailableError(GONE) from None
            turn, self._asked = self._asked, self._asked + 1
        with self._reading:
            self._reading.wait_for(lambda: self._answered == turn)
            try:
                return self.read(timeout)
            finally:
                self._answered += 1
                self._reading.notify_all()


def _end(process: "subprocess.Popen[str]") -> None:
    with contextlib.suppress(OSError):  # what was still to be written to a process that is gone
        if process.stdin:
            process.stdin.close()
    try:
        process.wait(GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()
