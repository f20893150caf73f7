"""A real HTTP server on a free port of this machine, for as long as a test needs it."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import HTTPServer
from threading import Thread

from flask import Flask
from werkzeug.serving import make_server


@contextmanager
def running(server: HTTPServer) -> Iterator[str]:
    """Run a server; gives its address without a slash at the end."""
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def live(app: Flask) -> HTTPServer:
    """A server for our application."""
    return make_server("127.0.0.1", 0, app, threaded=True)
