"""What the tests of the readers share."""

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from html import escape

import docx
import odfdo

from schrijfhulp import Document
from tests.documents.pdfs import pdf


def shown(document: Document) -> list[tuple[str, int, str]]:
    """Kind, level and text of each block."""
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


@cache
def word(text: str) -> bytes:
    """A .docx of one paragraph."""
    package, out = docx.Document(), io.BytesIO()
    package.add_paragraph(text)
    package.save(out)
    return out.getvalue()


@cache
def open_text(text: str) -> bytes:
    """An .odt of one paragraph."""
    package, out = odfdo.Document("text"), io.BytesIO()
    package.body.clear()
    package.body.append(odfdo.Paragraph(text))
    package.save(out)
    return out.getvalue()


def in_each_format(text: str) -> dict[str, bytes]:
    """Files of one paragraph, by the suffix of their name."""
    return {
        ".txt": text.encode(),
        ".md": f"**{text}**".encode(),
        ".html": f"<p><i>{escape(text)}</i></p>".encode(),
        ".docx": word(text),
        ".odt": open_text(text),
        ".pdf": pdf([(70, 200, text)]),
    }


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
