"""Put other words in a file, in the bytes that it came in."""

import re
from collections.abc import Sequence
from html import escape

from schrijfhulp.documents import source_range
from schrijfhulp.documents.decoding import decode
from schrijfhulp.types import Document, Suggestion

MARKUP = re.compile(r"[*_`\[\]<>\\|#]")  # what would become Markdown


def can_replace(document: Document, change: Suggestion) -> bool:
    """Whether this format takes the change without touching anything but words: not over markup, not in a PDF."""
    text = document.text[change.start : change.end]
    match document.source.format:
        case "txt":
            return True
        case "docx":
            return not re.search(r"[\t\n]", text)
        case "md" | "html":
            start, end = source_range(document.source, change.start, change.end)
            return document.source.text[start:end] == text and not MARKUP.search(change.text)
    return False


def replaced(data: bytes, document: Document, changes: Sequence[Suggestion]) -> bytes:
    """The file with the changes made, in its own encoding; they may not overlap."""
    if not changes:
        return data
    if document.source.format == "docx":
        from schrijfhulp.documents import word_edits  # only Word files need python-docx

        return word_edits.replaced(data, changes)
    source, encoding = decode(data)
    for change in sorted(changes, key=lambda change: change.start, reverse=True):
        start, end = source_range(document.source, change.start, change.end)
        text = escape(change.text, quote=False) if document.source.format == "html" else change.text
        source = source[:start] + text + source[end:]
    return source.encode(encoding, "xmlcharrefreplace" if document.source.format == "html" else "strict")
