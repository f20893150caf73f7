"""The process that keeps language-tool-python's server running, and ends it when ours ends, in whatever way.

What it has to tell stands in a file: where the server is, or why there is none. Processes that were forked can all read that.
"""

import atexit
import json
import os
import shutil
import socket
import sys
from pathlib import Path
from subprocess import CalledProcessError
from threading import Event, Thread

from language_tool_python import LanguageTool
from language_tool_python.exceptions import LanguageToolError
from language_tool_python.server import RUNNING_SERVER_PROCESSES

AGAIN = "LanguageTool wordt opnieuw gestart"
PAUSE = 5  # seconds before a start that failed is tried again
FIRST_TEXT = "Dit is een zin."  # Java reads its rules for it
REUSE = {  # what Java has set up for a text serves the next; without this each paragraph takes it a tenth of a second
    "pipelineCaching": True,
    "maxPipelinePoolSize": 8,
    "pipelineExpireTimeInSeconds": 24 * 60 * 60,
}


class _Server(LanguageTool):
    """The client's server on a free port; the client itself tries nine hundred when the installation is broken."""

    def __init__(self, version: str, seconds: int) -> None:
        self._seconds = seconds
        super().__init__("nl", language_tool_download_version=version, config=REUSE)

    def _start_server_on_free_port(self) -> None:
        with socket.create_server((self._host, 0)) as free:
            self._port = free.getsockname()[1]
        self._url = f"http://{self._host}:{self._port}/v2/"
        self._start_local_server()

    def _wait_for_server_ready(self, timeout: int = 0) -> None:
        super()._wait_for_server_ready(timeout or self._seconds)  # the client waits fifteen, too few on a busy machine


def main(version: str, seconds: str, file: str) -> None:
    """Keep a server running that may take so many seconds to start, and tell in the file how it is."""
    ended = Event()
    Thread(target=_end_with_parent, args=(Path(file), ended), daemon=True).start()
    while not ended.is_set():
        problem = _run(version, int(seconds), Path(file))
        if not ended.is_set():
            _tell(Path(file), error=problem)
        if problem != AGAIN:
            ended.wait(PAUSE)


def _run(version: str, seconds: int, file: Path) -> str:
    """Start a server, wait until it ends, and say why there is none."""
    try:
        server = _Server(version, seconds)
        server.check(FIRST_TEXT)
    except ModuleNotFoundError:
        return "Java ontbreekt op deze computer; LanguageTool heeft Java 17 of nieuwer nodig"
    except SystemError:
        return "Java op deze computer is te oud; LanguageTool heeft Java 17 of nieuwer nodig"
    except (
        SystemExit,
        CalledProcessError,
    ):  # the client ends the program when it cannot read what `java -version` says
        return "de versie van Java op deze computer is niet te lezen"
    except (LanguageToolError, ValueError, OSError):
        return "LanguageTool start niet; installeer het opnieuw met ‘schrijfhulp languagetool install’"
    _tell(file, url=server.url)
    RUNNING_SERVER_PROCESSES[-1].wait()
    RUNNING_SERVER_PROCESSES.clear()
    return AGAIN


def _end_with_parent(file: Path, ended: Event) -> None:
    sys.stdin.read()
    ended.set()
    shutil.rmtree(file.parent, ignore_errors=True)
    atexit._run_exitfuncs()  # the client's: they end Java and remove its configuration
    os._exit(0)


def _tell(file: Path, **state: str) -> None:
    """Put the state in the file at once: who reads it gets all of the old or all of the new."""
    new = file.with_suffix(".new")
    new.write_text(json.dumps(state), encoding="utf8")
    new.replace(file)


if __name__ == "__main__":
    main(*sys.argv[1:])
