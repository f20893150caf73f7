"""The pages that people read. They work without JavaScript: the form is posted and the answer is a page.

Nothing is stored, for a visitor or for anyone else, so there is nothing that a forged request could change: the form
needs no token against cross-site request forgery.
"""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from flask import Blueprint, Response, abort, make_response, render_template, request, url_for

from schrijfhulp import __version__, resources
from schrijfhulp.documents import DocumentError, markdown
from schrijfhulp.documents import text as plain_text
from schrijfhulp.output import html_report
from schrijfhulp.output.advice import present
from schrijfhulp.output.places import Checked
from schrijfhulp.rulebook import Rule, RuleError
from schrijfhulp.server import uploads
from schrijfhulp.server.service import BusyError, TooLongError, service
from schrijfhulp.types import Document

EXAMPLE = "brief.txt"
BUSY = "Het is nu druk. Uw tekst staat er nog: probeer het zo nog eens."

pages = Blueprint("pages", __name__)


class RefusedError(ValueError):
    """A form that gets no advice; the message says why, in Dutch."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was filled in: a text and the format that it is in, or a file; and the kind of text that it is."""

    text: str = ""
    format: str = "txt"
    profile: str
    uploaded: Document | None = None

    def document(self) -> Document:
        """The text in blocks."""
        return self.uploaded or (markdown.read(self.text) if self.format == "md" else plain_text.read(self.text))


@pages.app_context_processor
def _shared() -> dict[str, Any]:
    """What every template may use."""
    has_editor = (resources.path("web") / "static" / "editor.js").is_file()
    return {
        "settings": service().settings,
        "version": __version__,
        "labels": html_report.labels(),
        "has_editor": has_editor,
        "rule_link": _rule_link,
        "level_link": _level_link(),
    }


@pages.get("/")
def home() -> str:
    """The form; with `?voorbeeld` an example text and its advice."""
    draft = Draft(profile=service().settings.profile)
    if "voorbeeld" not in request.args:
        return _home(draft)
    draft = replace(draft, text=(resources.path("voorbeelden") / EXAMPLE).read_text(encoding="utf8"))
    return _home(draft, checked=_checked(draft))


@pages.post("/")
def advise() -> tuple[str, int]:
    """The form with advice on its text; a form without an answer comes back as it was, with the reason."""
    draft = _filled_in()
    try:
        draft = _with_upload(draft)
        return _home(draft, checked=_checked(draft)), 200
    except RefusedError as error:
        return _home(draft, error=str(error)), error.status


@pages.post("/rapport")
def report() -> Response | tuple[str, int]:
    """The advice as one HTML file that needs nothing else."""
    draft = _filled_in()
    try:
        draft = _with_upload(draft)
        checked = _checked(draft)
    except RefusedError as error:
        return _home(draft, error=str(error)), error.status
    settings = service().settings
    answer = make_response(
        html_report.page(
            [checked],
            rule_link=partial(_rule_link, external=True),
            level_link=_level_link(external=True),
            maker=settings.site_name,
            theme=settings.theme_file,
        )
    )
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
        document = uploads.read(file)
    except BusyError:
        raise RefusedError(503, BUSY) from None
    except DocumentError as error:
        raise RefusedError(*uploads.refusal(error)) from None
    if document.source.format == "md":
        return replace(draft, text=document.source.text, format="md", uploaded=document)
    return replace(draft, text=plain_text.written(document), format="txt", uploaded=document)


def _checked(draft: Draft) -> Checked:
    """What there is to say of the draft. Raises RefusedError."""
    if not draft.text.strip():
        raise RefusedError(400, "Er staat nog geen tekst. Plak uw tekst of kies een bestand.")
    try:
        return service().check(draft.document(), profile=draft.profile)
    except TooLongError as error:
        raise RefusedError(413, f"{error} Uw tekst staat er nog: lees hem na in delen.") from None
    except BusyError:
        raise RefusedError(503, BUSY) from None
    except RuleError as error:
        raise RefusedError(400, str(error)) from None


def _home(draft: Draft, *, checked: Checked | None = None, error: str = "") -> str:
    profiles = service().engine.rulebook.profiles
    advice = present(checked.document, checked.plain, checked.rules) if checked else None
    return render_template("index.html", draft=draft, profiles=profiles, advice=advice, error=error)


def _rule_link(rule: Rule, *, external: bool = False) -> str:
    return url_for("rules.page", category=rule.category, name=rule.id, _external=external)


def _level_link(*, external: bool = False) -> str:
    return url_for("pages.about", _anchor="leesniveau", _external=external)
