"""The application under gunicorn: loaded once, then shared by several processes."""

import gc
import os
import shutil
import socket
import tempfile
from collections.abc import Callable
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from schrijfhulp.engine import Engine
from schrijfhulp.grammar import Grammar

SHARED = "PROMETHEUS_MULTIPROC_DIR"  # where prometheus_client lets processes put their figures together
THREADS = 8  # a process; a few may wait for their turn or for a slow line while others are answered
GRACE = 30  # seconds that running requests have to end after a stop
WAITING = 2048  # connections not yet accepted


def listen(host: str, port: int) -> socket.socket:
    """A socket on this address; port 0 takes a free one. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=WAITING)


def address(listening: socket.socket) -> str:
    """Where a browser finds the server."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def share_metrics() -> None:
    """Let the processes put their metrics together; `prometheus_client` looks for the folder when it is imported."""
    os.environ[SHARED] = tempfile.mkdtemp(prefix="schrijfhulp-")


class Server(BaseApplication):
    """Runs an application that is loaded already, until it is told to stop.

    `start` gives each process its source of spelling: a process that reads from a pipe cannot be shared.
    """

    def __init__(
        self,
        app: Flask,
        listening: socket.socket,
        *,
        engine: Engine,
        start: Callable[[], Grammar],
        workers: int,
        timeout: int,
    ) -> None:
        self.app = app
        self.engine = engine
        self.start = start
        self.options: dict[str, Any] = {
            "bind": f"fd://{listening.fileno()}",
            "workers": workers,
            "worker_class": "gthread",
            "threads": THREADS,
            "timeout": timeout,
            "graceful_timeout": GRACE,
            "keepalive": 0,  # an idle connection would hold up a stop
            "preload_app": True,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": _share_memory,
            "post_worker_init": self._start_grammar,
            "worker_exit": self._close_grammar,
            "on_exit": _clean_up,
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return self.app

    def _start_grammar(self, _worker: object) -> None:
        self.engine.grammar = self.start()

    def _close_grammar(self, _server: object, _worker: object) -> None:
        self.engine.grammar.close()


def _share_memory(_server: object) -> None:
    gc.freeze()  # what is loaded stays: collecting it in a worker would touch, and so copy, all of it


def _clean_up(_server: object) -> None:
    if SHARED in os.environ:
        shutil.rmtree(os.environ[SHARED], ignore_errors=True)
