"""A line of JSON for each answer and each failure. Never a text, a query, an address or what an exception says."""

import json
import logging
import time
import traceback
from datetime import UTC, datetime
from typing import TextIO

from flask import Flask, Response, g, request

access = logging.getLogger("schrijfhulp.access")
failures = logging.getLogger("schrijfhulp.failures")


def to(stream: TextIO) -> None:
    """Write both logs to a stream, a line each time."""
    handler = logging.StreamHandler(stream)
    for log in (access, failures):
        log.addHandler(handler)
        log.setLevel(logging.INFO)
        log.propagate = False


def answers_of(app: Flask) -> None:
    """Log every answer: method, route, status, milliseconds and bytes."""

    @app.before_request
    def start() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def write(response: Response) -> Response:
        access.info(
            _line(
                method=request.method,
                route=route(),
                status=response.status_code,
                ms=round(1000 * seconds()),
                bytes=response.content_length,
            )
        )
        return response


def failure(error: Exception) -> None:
    """Log where an exception came from; its message may quote the text, so that stays out."""
    where = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    failures.error(_line(route=route(), error=type(error).__name__, where=where))


def route() -> str | None:
    """The pattern of the address that was asked for, such as `/regels/<name>`; None when there is none."""
    return request.url_rule.rule if request.url_rule else None


def seconds() -> float:
    """How long this request has taken so far."""
    return time.perf_counter() - float(g.started)


def _line(**values: object) -> str:
    return json.dumps({"time": datetime.now(UTC).isoformat(timespec="milliseconds"), **values})
