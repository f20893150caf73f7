"""The process that language-tool-python's server hangs on: when we end, in whatever way, so does Java."""

import atexit
import json
import os
import sys
from subprocess import CalledProcessError
from threading import Thread

from language_tool_python import LanguageTool
from language_tool_python.exceptions import LanguageToolError
from language_tool_python.server import RUNNING_SERVER_PROCESSES

PORTS = 2  # to try after the first; nine hundred, as the client does, take hours when the installation is broken


REUSE = {  # what Java has set up for one text serves the next; without this a short text costs it a hundred times as much
    "pipelineCaching": True,
    "maxPipelinePoolSize": 8,
    "pipelineExpireTimeInSeconds": 24 * 60 * 60,
}


class _Server(LanguageTool):
    seconds = 0  # that it may take to start; the client gives it fifteen, too few for a busy machine

    def _start_server_on_free_port(self) -> None:
        self._available_ports = self._available_ports[:PORTS]
        super()._start_server_on_free_port()

    def _wait_for_server_ready(self, timeout: int = 0) -> None:
        super()._wait_for_server_ready(timeout or self.seconds)


def main(version: str, seconds: str) -> None:
    """Start a server that may take so long, say where, and wait for it."""
    Thread(target=_end_with_parent, daemon=True).start()
    _Server.seconds = int(seconds)
    try:
        server = _Server("nl", language_tool_download_version=version, config=REUSE)
    except ModuleNotFoundError:
        _say({"error": "Java ontbreekt op deze computer; LanguageTool heeft Java 17 of nieuwer nodig"})
    except SystemError:
        _say({"error": "Java op deze computer is te oud; LanguageTool heeft Java 17 of nieuwer nodig"})
    except (
        SystemExit,
        CalledProcessError,
    ):  # the client ends the program when it cannot read what `java -version` says
        _say({"error": "de versie van Java op deze computer is niet te lezen"})
    except (LanguageToolError, ValueError, OSError):
        _say({"error": "LanguageTool start niet; installeer het opnieuw met ‘schrijfhulp languagetool install’"})
    else:
        _say({"url": server.url})
        RUNNING_SERVER_PROCESSES[-1].wait()


def _end_with_parent() -> None:
    sys.stdin.read()
    atexit._run_exitfuncs()  # the client's: they end Java and remove its configuration
    os._exit(0)


def _say(answer: object) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
