"""The OpenAPI document of the API, and the checking of requests against it, both from the same types."""

import re
from typing import Any

from pydantic import ValidationError
from spectree import Response, SecurityScheme, SpecTree
from spectree.models import SecureType, SecuritySchemeData

from schrijfhulp import __version__
from schrijfhulp.server.errors import MESSAGES, PROBLEM, Problem
from schrijfhulp.server.schemas import ProblemAnswer

ABOUT = "Schrijfhulp leest een tekst van de overheid en zegt wat de lezer in de weg staat. Teksten worden niet bewaard."
KEY = "sleutel"
COMMON = (404, 405, 500)  # what any address can answer
DUTCH = {
    "extra_forbidden": "dit veld bestaat niet",
    "literal_error": "kies uit {expected}",
    "missing": "ontbreekt",
    "model_type": "moet een object zijn",
    "string_pattern_mismatch": "er staat een NUL-teken in",
    "string_type": "moet tekst zijn",
    "string_unicode": "er staat een half teken in (een los surrogaat)",
    "tuple_type": "moet een lijst zijn",
    "value_error": "{error}",
}
QUOTED = re.compile(r"'(.*?)'")


class Answers(Response):
    """What an address answers: a model when all is well, and a problem for each of the codes."""

    def __init__(self, model: type, *codes: int) -> None:
        problems = {f"HTTP_{code}": (ProblemAnswer, MESSAGES[code][0]) for code in (*codes, *COMMON)}
        super().__init__(HTTP_200=(model, "Gelukt"), **problems)

    def find_model(self, code: int) -> None:
        """No model: the tests hold our answers against the document, so that users need not wait for that."""

    def generate_spec(self, *args: Any) -> dict[str, Any]:
        """The answers of the document, problems with their own media type."""
        answers: dict[str, Any] = super().generate_spec(*args)
        for code, answer in answers.items():
            if code != "200":
                answer["content"] = {PROBLEM: answer["content"].pop("application/json")}
        return answers


def _refuse(_request: object, _response: object, error: Exception | None, *_: object) -> None:
    """Turn what pydantic says of a request into a problem; it never repeats the request."""
    if isinstance(error, ValidationError):
        found = error.errors(include_input=False, include_url=False)
        fields = {".".join(map(str, item["loc"])) or "verzoek": _in_dutch(item) for item in found}
        raise Problem(422, "; ".join(f"{name}: {message}" for name, message in fields.items()) + ".", fields)


def _in_dutch(item: Any) -> str:
    values = {
        name: QUOTED.sub(r"‘\1’", str(value)).replace(" or ", " of ") for name, value in item.get("ctx", {}).items()
    }
    return DUTCH.get(item["type"], "deze waarde kan niet").format_map(values)


def _nothing(*_: object) -> None:
    """Spectree would log the answer."""


spec = SpecTree(
    "flask",
    title="Schrijfhulp",
    version=__version__,
    description=ABOUT,
    mode="strict",
    before=_refuse,
    after=_nothing,
    validation_error_model=ProblemAnswer,
    naming_strategy=lambda model: model.__name__,
    nested_naming_strategy=lambda _parent, child: child,
    security_schemes=[SecurityScheme(name=KEY, data=SecuritySchemeData(type=SecureType.HTTP, scheme="bearer"))],
)
