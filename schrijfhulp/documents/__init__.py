"""Read a format to a `Document`: one module a format, the format found from the name and the content."""

from pathlib import PurePath

from schrijfhulp.documents import markdown, text
from schrijfhulp.documents.mapping import source_range
from schrijfhulp.types import Document

__all__ = ["MARKDOWN", "TEXT", "DocumentError", "read", "source_range"]

MARKDOWN = frozenset({".md", ".markdown"})
TEXT = frozenset({".txt", ".text", ""})


class DocumentError(ValueError):
    """A file that cannot be read as text; the message says why, in Dutch."""


def read(data: bytes, *, name: str = "") -> Document:
    """The document in `data`; `name` is its file name. Raises DocumentError when it is no text we can read."""
    suffix = PurePath(name).suffix.lower()
    content = _decode(data)
    return markdown.read(content) if suffix in MARKDOWN else text.read(content)


def _decode(data: bytes) -> str:
    """UTF-8, or Windows-1252 as older Windows programs write it."""
    if b"\x00" in data:
        raise DocumentError("dit is geen tekst maar een binair bestand")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise DocumentError("de tekencodering is niet UTF-8 en niet Windows-1252") from None
