"""Who may send texts, and how often: keys, the sites whose scripts may ask, and a rate limit. All off by default."""

from hmac import compare_digest

from flask import Flask, request
from flask_cors import CORS
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from schrijfhulp.server.errors import Problem
from schrijfhulp.server.settings import Settings

CHECKS = ("api.check", "api.check_file", "languagetool.check")
OPEN_TO_SITES = (r"/api/.*", r"/v2/.*", r"/static/.*")


def set_on(app: Flask, settings: Settings) -> None:
    """Put the limits of the settings on the application."""
    if settings.cors_origins:
        CORS(app, resources=list(OPEN_TO_SITES), origins=list(settings.cors_origins))
    if settings.api_keys:
        app.before_request(lambda: _require_key(settings))
    if settings.rate_limit:
        limiter = Limiter(
            get_remote_address,
            app=app,
            application_limits=[settings.rate_limit],
            headers_enabled=True,
            storage_uri="memory://",
        )
        limiter.request_filter(lambda: request.method != "POST" and request.endpoint not in CHECKS)


def _require_key(settings: Settings) -> None:
    """Refuse a program without a key. The page needs none: who can open it can send it texts, with or without script."""
    own_page = request.headers.get("Sec-Fetch-Site") == "same-origin"
    if request.endpoint not in CHECKS or request.method == "OPTIONS" or own_page:
        return
    bearer = request.authorization.token if request.authorization else None
    given = (bearer or request.values.get("apiKey") or "").encode()
    if not any(compare_digest(given, key.get_secret_value().encode()) for key in settings.api_keys):
        raise Problem(401)
