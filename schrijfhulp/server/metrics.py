"""Figures for Prometheus at `/metrics`: how many answers of which status on which route, and how long they took."""

import os

from flask import Flask, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from schrijfhulp.server import logs


def measure(app: Flask) -> None:
    """Measure every answer, and show the figures of all processes together."""
    own = CollectorRegistry()
    took = Histogram("schrijfhulp_request_seconds", "Seconds to answer", ["route", "status"], registry=own)

    @app.after_request
    def observe(response: Response) -> Response:
        took.labels(logs.route() or "", response.status_code).observe(logs.seconds())
        return response

    @app.get("/metrics")
    def metrics() -> Response:
        registry = own
        if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
            registry = CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
