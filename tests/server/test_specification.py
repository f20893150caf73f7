"""Whatever is sent, the API keeps to its OpenAPI document. Schemathesis makes the requests."""

from collections.abc import Sequence
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

CHECK = "/api/v1/check"
FILE = "/api/v1/check/file"
INFORMATION = ("/api/v1/rules", "/api/v1/rules/{name}", "/api/v1/profiles", "/api/v1/health")
EXAMPLES = 120


@pytest.fixture
def schema(app: Flask) -> schemathesis.BaseSchema:
    """The document, with the names of profiles and rules, which it leaves to other addresses."""
    document = app.test_client().get("/api/v1/openapi.json").get_json()
    book = app.extensions["schrijfhulp"].engine.rulebook
    schemas = document["components"]["schemas"]
    schemas["CheckRequest"]["properties"]["profile"]["enum"] = ["", *book.profiles]
    form = schemas["FileRequest"]["properties"]
    form["profile"]["enum"] = ["", *book.profiles]
    for names in (*schemas["RuleChoice"]["properties"].values(), form["enable"], form["disable"]):
        names["items"] = {"enum": list(book.rules)}
    described = schemathesis.openapi.from_dict(document)
    described.app = app
    assert set(described) == {CHECK, FILE, *INFORMATION}
    return described


@pytest.mark.parametrize("path", INFORMATION)
def test_information(schema: schemathesis.BaseSchema, path: str) -> None:
    _explore(schema[path]["GET"], GenerationMode.POSITIVE)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_check(schema: schemathesis.BaseSchema, mode: GenerationMode) -> None:
    _explore(schema[CHECK]["POST"], mode)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_check_file(schema: schemathesis.BaseSchema, mode: GenerationMode) -> None:
    # A document cannot say which bytes are a file that can be read, and in a form all is text.
    _explore(schema[FILE]["POST"], mode, excluded=[positive_data_acceptance, negative_data_rejection])


def _explore(operation: Any, mode: GenerationMode, *, excluded: Sequence[Any] = ()) -> None:
    """Send requests that are right (or wrong) by the document, and hold the answers against it."""

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def holds(case: schemathesis.Case) -> None:
        case.call_and_validate(excluded_checks=list(excluded))

    holds()
