"""The HTTP API, version 1."""

from typing import Any

from flask import Blueprint, request

from schrijfhulp.documents import markdown, text
from schrijfhulp.output import as_json
from schrijfhulp.server.service import service

api = Blueprint("api", __name__, url_prefix="/api/v1")


@api.post("/check")
def check() -> dict[str, Any]:
    """What stands between a text and its reader."""
    wanted = request.get_json()
    document = markdown.read(wanted["markdown"]) if "markdown" in wanted else text.read(wanted["text"])
    checked = service().check(document, profile=wanted.get("profile", "brief"))
    return as_json.of_text(checked)
