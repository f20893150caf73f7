"""The application: the engine with the pages and the two APIs around it."""

from flask import Flask
from flask.json.provider import DefaultJSONProvider
from werkzeug.middleware.proxy_fix import ProxyFix

from schrijfhulp import resources
from schrijfhulp.engine import Engine, load
from schrijfhulp.server import errors, headers, limits, logs, uploads
from schrijfhulp.server.api import api
from schrijfhulp.server.api_page import api_page
from schrijfhulp.server.languagetool_api import languagetool
from schrijfhulp.server.pages import pages
from schrijfhulp.server.rule_pages import rule_pages
from schrijfhulp.server.service import EXTENSION, Service
from schrijfhulp.server.settings import Settings, from_environment

BYTES_A_CHARACTER = 12  # at most, as JSON (\\ud83d\\ude00) or in a form (%F0%9F%98%80)
OTHER_BYTES = 100_000  # in a request, beside its text


class JSON(DefaultJSONProvider):
    """JSON with the keys in the order of the command line's."""

    sort_keys = False


def create_app(settings: Settings | None = None, engine: Engine | None = None) -> Flask:
    """The application; settings come from the environment.

    Raises SettingsError, RuleError, PipelineError and LanguageToolError.
    """
    settings = settings or from_environment()
    web = resources.path("web")
    app = Flask("schrijfhulp", template_folder=web / "templates", static_folder=web / "static")
    engine = engine or load(languagetool=settings.languagetool)
    engine.rulebook.profile(settings.profile)
    app.extensions[EXTENSION] = Service(settings, engine)
    most_bytes = BYTES_A_CHARACTER * settings.max_characters + OTHER_BYTES
    app.config.update(MAX_CONTENT_LENGTH=most_bytes, MAX_FORM_MEMORY_SIZE=most_bytes)
    app.json = JSON(app)
    uploads.take_in(app)
    if hops := settings.trusted_proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    headers.set_on(app)
    logs.answers_of(app)
    errors.handle_in(app)
    limits.set_on(app, settings)
    if settings.metrics:
        from schrijfhulp.server import metrics

        metrics.measure(app)
    app.register_blueprint(pages)
    app.register_blueprint(rule_pages)
    app.register_blueprint(api)
    app.register_blueprint(api_page)
    app.register_blueprint(languagetool)
    return app
