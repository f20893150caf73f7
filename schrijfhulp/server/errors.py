"""Errors in plain Dutch: an RFC 9457 problem for programs, a line of text for LanguageTool's clients, a page for people."""

from collections.abc import Mapping

from flask import Flask, Response, json, make_response, request
from werkzeug.exceptions import HTTPException

from schrijfhulp.documents import DocumentError
from schrijfhulp.rulebook import RuleError
from schrijfhulp.server import logs, uploads
from schrijfhulp.server.pages import error_page
from schrijfhulp.server.service import BusyError, TooLongError

PROBLEM = "application/problem+json"
MESSAGES = {
    400: ("Onleesbaar verzoek", "Wij kunnen dit verzoek niet lezen."),
    401: ("Sleutel nodig", "Stuur een geldige sleutel mee."),
    404: ("Niet gevonden", "Dit adres bestaat niet."),
    405: ("Dat kan hier niet", "Dit adres kent deze methode niet."),
    413: ("Te groot", "De tekst is te lang of het bestand is te groot. Een bestand mag 10 MB zijn."),
    415: ("Ander formaat nodig", "Stuur JSON, met de kop ‘Content-Type: application/json’."),
    422: ("Verzoek klopt niet", "Iets in het verzoek klopt niet."),
    429: ("Te veel verzoeken", "U stuurt te veel verzoeken. Wacht even en probeer het opnieuw."),
    500: ("Fout bij ons", "Er ging bij ons iets mis. Uw tekst is niet bewaard. Probeer het later opnieuw."),
    503: ("Te druk", "Het is nu te druk. Probeer het over een paar tellen opnieuw."),
}
HEADERS = {401: {"WWW-Authenticate": "Bearer"}, 503: {"Retry-After": "5"}}


class Problem(HTTPException):
    """An error that we raise ourselves: what is wrong, as a sentence, and what is wrong with each field."""

    def __init__(self, code: int, detail: str | None = None, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.code = code
        self.fields = dict(fields or {})


def handle_in(app: Flask) -> None:
    """Answer every error of the application in Dutch, in the form that its client reads."""

    @app.errorhandler(HTTPException)
    def known(error: HTTPException) -> Response:
        # Werkzeug words its own errors in English, and some repeat what was sent.
        detail = error.description if isinstance(error, Problem) else None
        fields = error.fields if isinstance(error, Problem) else {}
        answer = _answer(error.code or 500, detail, fields)
        answer.headers.extend(
            {name: value for name, value in error.get_headers() if name not in ("Content-Type", "Content-Length")}
        )
        return answer

    @app.errorhandler(RuleError)
    def unknown_name(error: RuleError) -> Response:
        return _answer(422, str(error), {})

    @app.errorhandler(TooLongError)
    def too_long(error: TooLongError) -> Response:
        return _answer(413, str(error), {})

    @app.errorhandler(DocumentError)
    def unreadable(error: DocumentError) -> Response:
        return _answer(*uploads.refusal(error), {})

    @app.errorhandler(BusyError)
    def busy(error: BusyError) -> Response:
        return _answer(503, None, {})

    @app.errorhandler(Exception)
    def unexpected(error: Exception) -> Response:
        logs.failure(error)
        return _answer(500, None, {})


def _answer(code: int, detail: str | None, fields: Mapping[str, str]) -> Response:
    title, usual = MESSAGES.get(code, MESSAGES[500 if code >= 500 else 400])
    detail = detail or usual
    if request.path.startswith("/api/"):
        problem = {"type": "about:blank", "title": title, "status": code, "detail": detail}
        errors = [{"field": name, "message": message} for name, message in fields.items()]
        answer = make_response(json.dumps(problem | ({"errors": errors} if errors else {})))
        answer.mimetype = PROBLEM
    elif request.path.startswith("/v2/"):
        answer = make_response(f"Error: {detail}")
        answer.mimetype = "text/plain"
    else:
        answer = make_response(error_page(title, detail))
    answer.status_code = code
    answer.headers.extend(HEADERS.get(code, {}))
    return answer
