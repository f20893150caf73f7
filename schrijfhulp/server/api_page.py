"""The page of the API, written from its OpenAPI document: nothing to keep up, and nothing to fetch from elsewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, json, render_template

from schrijfhulp.documents import text
from schrijfhulp.output import as_json
from schrijfhulp.server.service import service
from schrijfhulp.server.specification import spec

EXAMPLE = "Middels deze brief vragen wij geld."
REFERENCE = "#/components/schemas/"

api_page = Blueprint("api_page", __name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One address of the API: what it does, what it takes and what it answers."""

    method: str
    path: str
    summary: str
    description: str
    fields: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...]


@api_page.get("/api")
def index() -> str:
    """What a developer needs to know to use the API."""
    answer = as_json.of_text(service().check(text.read(EXAMPLE)))
    return render_template(
        "api.html",
        addresses=list(_addresses(spec.spec)),
        request_body=json.dumps({"text": EXAMPLE}, ensure_ascii=False),
        answer=json.dumps(answer, ensure_ascii=False, indent=2),
    )


def _addresses(document: Mapping[str, Any]) -> Iterator[Address]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield Address(
                method=method.upper(),
                path=path,
                summary=operation["summary"],
                description=operation["description"],
                fields=tuple(_fields(document, operation)),
                answers=tuple((code, answer["description"]) for code, answer in operation["responses"].items()),
            )


def _fields(document: Mapping[str, Any], operation: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The names and descriptions of what goes into the address and into the body, fields of fields with a point."""
    for parameter in operation["parameters"]:
        yield parameter["name"], parameter["description"]
    for content in operation.get("requestBody", {}).get("content", {}).values():
        yield from _properties(document, content["schema"])


def _properties(document: Mapping[str, Any], schema: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].removeprefix(REFERENCE)]
    for name, value in schema["properties"].items():
        if "$ref" in value:
            yield from _properties(document, value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value.get("description", "")
