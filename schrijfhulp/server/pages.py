"""The pages that people read. They work without JavaScript: the form is posted and the answer is a page.

Nothing is stored, for a visitor or for anyone else, so there is nothing that a forged request could change: the form
needs no token against cross-site request forgery.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from flask import Blueprint, Response, abort, json, make_response, render_template, request

from schrijfhulp import __version__, documents, resources
from schrijfhulp.documents import DocumentError, markdown
from schrijfhulp.documents import text as plain_text
from schrijfhulp.rulebook import RuleError
from schrijfhulp.server.advice import Advice, present
from schrijfhulp.server.service import BusyError, TooLongError, service
from schrijfhulp.types import Document, Source

EXAMPLE = "brief.txt"
STYLES = ("components.css", "theme.css", "schrijfhulp.css")

pages = Blueprint("pages", __name__)


class RefusedError(ValueError):
    """A form that gets no advice; the message says why, in Dutch."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was filled in: a text, the format that it is in, and the kind of text that it is."""

    text: str = ""
    format: str = "txt"
    profile: str

    def document(self) -> Document:
        """The text in blocks, as it is shown: offsets are those of the plain text."""
        document = markdown.read(self.text) if self.format == "md" else plain_text.read(self.text)
        return replace(document, source=Source())


@pages.app_context_processor
def _shared() -> dict[str, Any]:
    """What every template may use."""
    has_editor = (resources.path("web") / "static" / "editor.js").is_file()
    return {"settings": service().settings, "version": __version__, "labels": _labels(), "has_editor": has_editor}


@pages.get("/")
def home() -> str:
    """The form; with `?voorbeeld` an example text and its advice."""
    draft = Draft(profile=service().settings.profile)
    if "voorbeeld" not in request.args:
        return _home(draft)
    draft = replace(draft, text=(resources.path("voorbeelden") / EXAMPLE).read_text(encoding="utf8"))
    return _home(draft, advice=_advice(draft))


@pages.post("/")
def advise() -> tuple[str, int]:
    """The form with advice on its text; a form without an answer comes back as it was, with the reason."""
    draft = _filled_in()
    try:
        draft = _with_upload(draft)
        return _home(draft, advice=_advice(draft)), 200
    except RefusedError as error:
        return _home(draft, error=str(error)), error.status


@pages.post("/rapport")
def report() -> Response | tuple[str, int]:
    """The advice as one HTML file that needs nothing else."""
    draft = _filled_in()
    try:
        draft = _with_upload(draft)
        found = _advice(draft)
    except RefusedError as error:
        return _home(draft, error=str(error)), error.status
    static = resources.path("web") / "static"
    styles = [(static / name).read_text(encoding="utf8") for name in STYLES]
    if theme := service().settings.theme_file:
        styles.append(theme.read_text(encoding="utf8"))
    answer = make_response(render_template("report.html", advice=found, styles=styles))
    answer.headers["Content-Disposition"] = "attachment; filename=schrijfadvies.html"
    return answer


@pages.get("/over")
def about() -> str:
    """How it works, what happens with a text, and what it cannot do."""
    return render_template("about.html")


@pages.get("/uitleg/sturen")
def steering() -> str:
    """An article on commanding and inviting."""
    return render_template("steering.html")


@pages.get("/thema.css")
def theme() -> Response:
    """The organisation's own design tokens."""
    file = service().settings.theme_file
    return Response(file.read_bytes(), mimetype="text/css") if file else abort(404)


def error_page(title: str, detail: str) -> str:
    """A page that says what went wrong and where to go from here."""
    return render_template("error.html", title=title, detail=detail)


def _filled_in() -> Draft:
    return Draft(
        text=request.form.get("tekst", "").replace("\r\n", "\n"),
        format=request.form.get("formaat", "txt"),
        profile=request.form.get("profiel", service().settings.profile),
    )


def _with_upload(draft: Draft) -> Draft:
    """The draft with the text of the file that was sent along, if there is one. Raises RefusedError."""
    file = request.files.get("bestand")
    if not file or not file.filename:
        return draft
    try:
        document = documents.read(file.read(), name=file.filename)
    except DocumentError as error:
        raise RefusedError(400, f"Dit bestand kunnen wij niet lezen: {error}.") from None
    if document.source.text:
        return replace(draft, text=document.source.text, format=document.source.format)
    return replace(draft, text=document.text, format="txt")


def _advice(draft: Draft) -> Advice:
    """What there is to say of the draft. Raises RefusedError."""
    if not draft.text.strip():
        raise RefusedError(400, "Er staat nog geen tekst. Plak uw tekst of kies een bestand.")
    document = draft.document()
    try:
        checked = service().check(document, profile=draft.profile)
    except TooLongError as error:
        raise RefusedError(413, f"{error} Uw tekst staat er nog: lees hem na in delen.") from None
    except BusyError:
        raise RefusedError(503, "Het is nu druk. Uw tekst staat er nog: probeer het zo nog eens.") from None
    except RuleError as error:
        raise RefusedError(400, str(error)) from None
    return present(document, checked.report, checked.rules)


def _home(draft: Draft, *, advice: Advice | None = None, error: str = "") -> str:
    profiles = service().engine.rulebook.profiles
    return render_template("index.html", draft=draft, profiles=profiles, advice=advice, error=error)


@cache
def _labels() -> Any:
    return json.loads((resources.path("web") / "labels.json").read_text(encoding="utf8"))
