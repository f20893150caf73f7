"""The pages that people read."""

from flask import Blueprint

from schrijfhulp.server.service import service

pages = Blueprint("pages", __name__)


@pages.get("/")
def home() -> str:
    """The page where a text is pasted and read."""
    return service().settings.site_name


def error_page(title: str, detail: str) -> str:
    """The page that says what went wrong."""
    return f"{title}. {detail}"
