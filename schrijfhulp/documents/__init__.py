"""Read a format to a `Document`: one module a format, the format found from the content, and from the name where it must."""

import importlib
import re
from pathlib import PurePath
from typing import cast

from schrijfhulp.documents import limits
from schrijfhulp.documents.decoding import decode
from schrijfhulp.documents.limits import MOST_BYTES, DocumentError, FormatError, TooLargeError, check_size
from schrijfhulp.documents.mapping import source_range
from schrijfhulp.types import Document

__all__ = [
    "MOST_BYTES", "SUFFIXES", "DocumentError", "FormatError", "TooLargeError",
    "check_size", "format_of", "read", "source_range",
]  # fmt: skip

BY_SUFFIX = {
    ".txt": "text", ".text": "text", ".eml": "text",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".docx": "word", ".docm": "word", ".odt": "opendocument", ".pdf": "pdf",
}  # fmt: skip
SUFFIXES = frozenset(BY_SUFFIX)  # what is read from a folder
BINARY = frozenset({"word", "opendocument", "pdf"})
LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|main|article|section|div|p|h[1-6]|ul|ol|table)\b",
    re.IGNORECASE | re.DOTALL,
)
LOOKS_LIKE_MARKDOWN = re.compile(r"---\n[\s\S]*?^---$|(?:^|\n)#{1,6} \S")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(data: bytes, *, name: str = "") -> Document:
    """The document in `data`; `name` is its file name. Raises DocumentError when it is no text that we can read."""
    check_size(len(data))
    format = format_of(data, name=name)
    module = importlib.import_module(f"schrijfhulp.documents.{format}")  # its library is loaded when it is needed
    given = data if format in BINARY else decode(data)[0]
    document = cast(Document, module.read(given))
    limits.check_length(len(document.text))
    return document


def format_of(data: bytes, *, name: str = "") -> str:
    """The module that reads `data`. Raises DocumentError for what none of them reads."""
    suffix = PurePath(name).suffix.lower()
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        from schrijfhulp.documents import archives

        return archives.format_of(data)
    if data.startswith(OLE):
        raise _about_ole(data)
    if data.startswith(b"{\\rtf"):
        raise FormatError("rtf-bestanden leest Schrijfhulp niet; bewaar de tekst als .docx of .odt")
    by_name = BY_SUFFIX.get(suffix, "text")
    if by_name in BINARY:
        raise FormatError(f"dit is geen {suffix}-bestand, al heet het zo")
    if by_name != "text":
        return by_name
    text = decode(data)[0]
    if LOOKS_LIKE_HTML.match(text):
        return "html"
    return "markdown" if not suffix and LOOKS_LIKE_MARKDOWN.search(text) else "text"


def _about_ole(data: bytes) -> DocumentError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return DocumentError("dit bestand is beveiligd met een wachtwoord")
    if "__substg1.0".encode("utf-16-le") in data:
        return FormatError("berichten van Outlook leest Schrijfhulp niet; plak de tekst van het bericht")
    return FormatError("dit is een oud Office-bestand; bewaar de tekst als .docx")
