"""A LanguageTool server of our own on this machine, for all requests together; it ends with us."""

import math
import os
from concurrent.futures import Future
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from schrijfhulp.grammar.child import Child
from schrijfhulp.grammar.matches import Match, Ranges, UnavailableError

if TYPE_CHECKING:
    from schrijfhulp.grammar.remote import Remote

GUARD = "schrijfhulp.grammar.guard"
JAVA = "-Xmx768m -XX:+UseSerialGC"  # by itself Java takes a quarter of the machine's memory
AGAIN = "LanguageTool wordt opnieuw gestart"
FIRST_TEXT = "Dit is een zin."


class Local:
    """Starts at once, in the background. The first texts wait for it; after a crash they do not.

    `timeout` is in seconds an answer, `start` in seconds that Java may take to start, and as many for its first text.
    """

    def __init__(self, folder: Path, *, timeout: float, start: float, switched_off: tuple[str, ...] = ()) -> None:
        self.name = str(folder)
        self._folder = folder
        self._timeout = timeout
        self._start_timeout = start
        self._switched_off = switched_off
        self._lock = Lock()
        self._away: str | None = None  # why it had to start again
        self._start()

    def ask(self, text: str, markup: Ranges) -> tuple[Match, ...]:
        """The mistakes in a block. Raises UnavailableError; a server that has ended is started again meanwhile."""
        with self._lock:
            if self._started.done() and not self.child.is_alive():
                self._away = str(self._started.exception() or AGAIN)
                self._start()
        if self._away and not self._started.done():
            raise UnavailableError(self._away)
        return self._started.result().ask(text, markup)

    def close(self) -> None:
        self.child.close()

    def _start(self) -> None:
        proxies = ",".join(
            filter(None, [os.environ.get("NO_PROXY", os.environ.get("no_proxy")), "localhost,127.0.0.1"])
        )
        self.child = Child(
            GUARD,
            self._folder.name.removeprefix("LanguageTool-"),
            str(math.ceil(self._start_timeout)),
            environment={
                "LTP_PATH": str(self._folder.parent),  # where language-tool-python looks
                "NO_PROXY": proxies,
                "no_proxy": proxies,
                "JDK_JAVA_OPTIONS": f"{JAVA} {os.environ.get('JDK_JAVA_OPTIONS', '')}",
            },
        )
        self._started: Future[Remote] = Future()
        Thread(target=self._wait, args=(self.child, self._started), daemon=True).start()

    def _wait(self, child: Child, started: "Future[Remote]") -> None:
        """Wait until the server is up and has read its rules."""
        from schrijfhulp.grammar.remote import Remote

        try:
            answer = child.read(self._start_timeout)
            if problem := answer.get("error"):
                raise UnavailableError(problem)
            remote = Remote(answer["url"], timeout=self._timeout, switched_off=self._switched_off)
            remote.ask(FIRST_TEXT, (), timeout=self._start_timeout)
            started.set_result(remote)
        except UnavailableError as error:
            child.close()
            started.set_exception(error)
