"""The HTTP API, version 1. The docstrings of the addresses are Dutch: they are its documentation."""

from dataclasses import asdict, replace
from typing import Any

from flask import Blueprint, request

from schrijfhulp import __version__
from schrijfhulp.documents import html, markdown, text
from schrijfhulp.grammar import PART
from schrijfhulp.output import as_json
from schrijfhulp.output.places import in_utf16
from schrijfhulp.server import uploads
from schrijfhulp.server.errors import Problem
from schrijfhulp.server.schemas import (
    CheckAnswer,
    CheckRequest,
    FileAnswer,
    FileRequest,
    HealthAnswer,
    ProfilesAnswer,
    ProfileSummary,
    RuleAnswer,
    RulesAnswer,
    RuleSummary,
)
from schrijfhulp.server.service import service
from schrijfhulp.server.specification import KEY, Answers, spec
from schrijfhulp.types import Notice, Source

api = Blueprint("api", __name__, url_prefix="/api/v1")


@api.before_request
def read_body() -> None:
    """Refuse a body of another kind before its fields are looked at: spectree takes that for an empty object."""
    if request.method != "POST":
        return
    if request.endpoint == "api.check_file" and request.mimetype != uploads.MULTIPART:
        raise Problem(415, f"Stuur een formulier met een bestand, met de kop ‘Content-Type: {uploads.MULTIPART}’.")
    if request.endpoint == "api.check":
        try:
            request.get_json()
        except RecursionError:
            raise Problem(400, "De JSON is te diep genest.") from None


@api.post("/check")
@spec.validate(resp=Answers(CheckAnswer, 400, 401, 413, 415, 422, 429, 503), security=[{}, {KEY: []}])
def check(json: CheckRequest) -> dict[str, Any]:
    """Controleer een tekst.

    U krijgt het rapport dat ook de opdrachtregel geeft: vondsten met betere woorden, cijfers over de leesbaarheid, en of de
    tekst stuurt of uitnodigt. De tekst wordt niet bewaard.
    """
    if "html" in json.model_fields_set:
        document = html.read(json.html)
    elif "markdown" in json.model_fields_set:
        document = markdown.read(json.markdown)
    else:
        document = text.read(json.text)
    checked = service().check(
        document, profile=json.profile, enable=json.rules.enable, disable=json.rules.disable, ignore=json.ignore
    )
    return as_json.of_text(in_utf16(checked) if json.offsets == "utf16" else checked)


@api.post("/check/file")
@spec.validate(resp=Answers(FileAnswer, 400, 401, 413, 415, 422, 429, 503), security=[{}, {KEY: []}])
def check_file(form: FileRequest) -> dict[str, Any]:
    """Controleer een bestand.

    U stuurt een formulier (multipart/form-data). U krijgt hetzelfde rapport, met de tekst die in het bestand staat; de
    plaatsen zijn die in deze tekst. Het bestand wordt niet bewaard.
    """
    document = uploads.read(form.file)
    format = document.source.format
    checked = service().check(
        replace(document, source=Source()),  # offsets of the text
        profile=form.profile,
        enable=form.enable,
        disable=form.disable,
        ignore=form.ignore,
    )
    counted = in_utf16(checked) if form.offsets == "utf16" else checked
    blocks = [asdict(block) for block in counted.document.blocks]
    return {**as_json.of_text(counted), "format": format, "text": document.text, "blocks": blocks}


@api.get("/rules")
@spec.validate(resp=Answers(RulesAnswer))
def rules() -> dict[str, Any]:
    """Alle regels."""
    found = service().engine.rulebook.rules.values()
    return RulesAnswer(rules=tuple(RuleSummary.model_validate(rule) for rule in found)).model_dump()


@api.get("/rules/<path:name>")
@spec.validate(
    resp=Answers(RuleAnswer), path_parameter_descriptions={"name": "De regel: ‘lange-zin’ of ‘zinsbouw/lange-zin’."}
)
def rule(name: str) -> dict[str, Any]:
    """Eén regel, met uitleg en voorbeelden."""
    for found in service().engine.rulebook.rules.values():
        if name in (found.key, found.id):
            return RuleAnswer.model_validate(found).model_dump()
    raise Problem(404, "Deze regel bestaat niet. Zie /api/v1/rules voor de namen.")


@api.get("/profiles")
@spec.validate(resp=Answers(ProfilesAnswer))
def profiles() -> dict[str, Any]:
    """Alle soorten tekst."""
    found = service().engine.rulebook.profiles
    summaries = [ProfileSummary(profile=name, title=item.title, why=item.why) for name, item in found.items()]
    return ProfilesAnswer(profiles=tuple(summaries)).model_dump()


@api.get("/health")
@spec.validate(resp=Answers(HealthAnswer))
def health() -> dict[str, Any]:
    """Hoe het met de server gaat: klaar voor gebruik, en wat er nu niet werkt."""
    engine = service().engine
    meta = engine.nlp.meta
    problem = engine.grammar.problem
    return HealthAnswer(
        ready=True,
        schrijfhulp=__version__,
        pipeline=f"{meta['lang']}_{meta['name']} {meta['version']}",
        rules=len(engine.rulebook.rules),
        languagetool=engine.grammar.source,
        degraded=(Notice(PART, f"Spelling en grammatica werken nu niet: {problem}."),) if problem else (),
    ).model_dump()


@api.get("/openapi.json")
def openapi() -> dict[str, Any]:
    """The OpenAPI document."""
    document: dict[str, Any] = spec.spec
    return document
