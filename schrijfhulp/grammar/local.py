"""A LanguageTool server of our own on this machine, for all requests of all our processes together; it ends with us."""

import json
import math
import os
import tempfile
import time
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from schrijfhulp.grammar.child import GONE, Child
from schrijfhulp.grammar.matches import Match, Ranges, UnavailableError

if TYPE_CHECKING:
    from schrijfhulp.grammar.remote import Remote

GUARD = "schrijfhulp.grammar.guard"
JAVA = "-Xmx768m -XX:+UseSerialGC"  # by itself Java takes a quarter of the machine's memory
LOOK = 0.2  # seconds between two looks whether it has started


class Local:
    """Starts at once, in the background. The first texts wait for it; after a crash they do not.

    `timeout` is in seconds an answer, `start` in seconds that Java may take to start. After a fork all processes share it,
    and it ends with the first.
    """

    def __init__(self, folder: Path, *, timeout: float, start: float, switched_off: tuple[str, ...] = ()) -> None:
        self.name = folder.name
        self._timeout = timeout
        self._start = start
        self._switched_off = switched_off
        self._remote: Remote | None = None
        self._closed = Event()
        self._deadline = time.monotonic() + start
        self._state = Path(tempfile.mkdtemp(prefix="schrijfhulp-")) / "languagetool.json"  # the guard removes it
        proxies = ",".join(
            filter(None, [os.environ.get("NO_PROXY", os.environ.get("no_proxy")), "localhost,127.0.0.1"])
        )
        self._guard = Child(
            GUARD,
            folder.name.removeprefix("LanguageTool-"),
            str(math.ceil(start)),
            str(self._state),
            environment={
                "LTP_PATH": str(folder.parent),  # where language-tool-python looks
                "NO_PROXY": proxies,
                "no_proxy": proxies,
                "JDK_JAVA_OPTIONS": f"{JAVA} {os.environ.get('JDK_JAVA_OPTIONS', '')}",
            },
        )

    def ask(self, text: str, markup: Ranges) -> tuple[Match, ...]:
        """The mistakes in a block. Raises UnavailableError; the guard starts a server that has ended again meanwhile."""
        return self._running().ask(text, markup)

    def close(self) -> None:
        self._closed.set()
        self._guard.close()

    def _running(self) -> "Remote":
        from schrijfhulp.grammar.remote import Remote

        while not self._state.exists():
            if time.monotonic() > self._deadline:
                raise UnavailableError(f"LanguageTool is na {self._start:g} seconden nog niet gestart")
            if self._closed.wait(LOOK):
                raise UnavailableError(GONE)
        state = json.loads(self._state.read_text(encoding="utf8"))
        if problem := state.get("error"):
            raise UnavailableError(problem)
        if self._remote is None or self._remote.name != state["url"]:
            self._remote = Remote(state["url"], timeout=self._timeout, switched_off=self._switched_off)
        return self._remote
