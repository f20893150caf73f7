"""Formats that are zip files of XML: which one it is, and whether it is safe to open."""

import io
import re
import zipfile
import zlib
from typing import IO
from xml.parsers.expat import ExpatError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from schrijfhulp.documents.limits import (
    MOST_DEPTH,
    MOST_ELEMENTS,
    MOST_PARTS,
    MOST_UNPACKED,
    DocumentError,
    FormatError,
    TooLargeError,
)

MANIFEST = "META-INF/manifest.xml"
OPEN_TEXT = re.compile(rb"application/vnd\.oasis\.opendocument\.text(?:-template|-web|-master)?")
# What the zip module raises for files that are cut off, packed in an unknown way, or locked.
BROKEN = (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, zlib.error)


def format_of(data: bytes) -> str:
    """The module that reads a zip file. Raises DocumentError for what is no text document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return "word"
            if "mimetype" in names:
                with archive.open("mimetype") as content:
                    if OPEN_TEXT.fullmatch(content.read(200).strip()):
                        return "opendocument"
    except BROKEN as error:
        raise DocumentError("dit bestand is beschadigd") from error
    raise FormatError("dit is geen Word- of OpenDocument-tekst; bewaar de tekst als .docx of .odt")


def check(data: bytes) -> None:
    """Raise DocumentError for a zip file that is broken, unpacks to too much, or holds unsafe or bottomless XML."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise TooLargeError("dit bestand wordt te groot als het wordt uitgepakt")
            names = {part.filename for part in parts}
            # OpenDocument locks the parts themselves, and says so here.
            locked = MANIFEST in names and b"encryption-data" in archive.read(MANIFEST)
            if locked or any(part.flag_bits & 1 for part in parts):
                raise DocumentError("dit bestand is beveiligd met een wachtwoord")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and part.file_size:  # LibreOffice adds an empty one
                    with archive.open(part) as content:
                        _check_xml(content)
    except BROKEN as error:
        raise DocumentError("dit bestand is beschadigd") from error


def _check_xml(content: IO[bytes]) -> None:
    depth = elements = 0
    try:
        for event, element in iterparse(content, events=("start", "end"), forbid_dtd=True):
            depth += 1 if event == "start" else -1
            elements += event == "end"
            if depth > MOST_DEPTH or elements > MOST_ELEMENTS:
                raise DocumentError("dit bestand is te ingewikkeld")
            if event == "end":
                element.clear()
    except DefusedXmlException as error:
        raise DocumentError("dit bestand bevat XML die niet veilig is") from error
    except (ParseError, ExpatError) as error:
        raise DocumentError("dit bestand is beschadigd") from error
