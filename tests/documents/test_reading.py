"""Which format a file has, and what is said about files that are no text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schrijfhulp.documents import DocumentError, format_of, read
from tests.documents.pdfs import pdf
from tests.documents.shapes import packed, shown

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = packed({"word/document.xml": "<x/>"})
OPEN = packed({"mimetype": "application/vnd.oasis.opendocument.text"})
SHEET = packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})


@pytest.mark.parametrize(
    ("data", "name", "format"),
    [
        (WORD, "brief.docx", "word"),
        (WORD, "brief.txt", "word"),
        (OPEN, "brief.docx", "opendocument"),
        (pdf([(70, 200, "Tekst.")]), "brief.docx", "pdf"),
        (b"<!DOCTYPE html><p>Tekst", "", "html"),
        (b"# Kop\n\nTekst.", "", "markdown"),
        (b"# Kop\n\nTekst.", "brief.txt", "text"),
        (b"Tekst.", "brief.md", "markdown"),
        (b"Tekst.", "BRIEF.HTM", "html"),
        (b"Tekst.", "brief", "text"),
        (b"", "brief.txt", "text"),
    ],
)
def test_format(data: bytes, name: str, format: str) -> None:
    assert format_of(data, name=name) == format


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"Tekst.", "brief.docx", "geen .docx-bestand"),
        (b"Tekst.", "brief.pdf", "geen .pdf-bestand"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "brief.docx", "wachtwoord"),
        (OLE + "__substg1.0_001A001E".encode("utf-16-le"), "bericht.msg", "Outlook"),
        (OLE + b"\0" * 100, "brief.doc", "oud Office-bestand"),
        (rb"{\rtf1\ansi Tekst.}", "brief.rtf", "rtf"),
        (packed({"foto.jpg": b"\xff\xd8"}), "fotos.zip", "geen Word- of OpenDocument-tekst"),
        (SHEET, "cijfers.ods", "geen Word- of OpenDocument-tekst"),
        (b"\x7fELF\0\0\0\0", "programma", "binair"),
        (b"\xff\xfeT", "brief.txt", "binair"),
        (b"a" * 10_000_001, "brief.txt", "te groot"),
    ],
)
def test_refused(data: bytes, name: str, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        read(data, name=name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = "‘Coördinatie’ kost € 5."
    assert read(text.encode(encoding), name="brief.txt").text == text


def test_mail_is_read_as_text() -> None:
    mail = (
        "Van: Jan Jansen\nAan: Piet\nOnderwerp: afspraak\n\nKunt u morgen komen? Bel ons.\n\n> Wij willen u spreken.\n"
    )
    assert [(kind, text) for kind, _, text in shown(read(mail.encode(), name="mail.eml"))] == [
        ("skip", "Van: Jan Jansen"),
        ("skip", "Aan: Piet"),
        ("skip", "Onderwerp: afspraak"),
        ("paragraph", "Kunt u morgen komen? Bel ons."),
        ("quote", "> Wij willen u spreken."),
    ]


@given(
    st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.4\n", OLE, b"{\\rtf", b"<html>", b"---\n"]),
    st.binary(max_size=200),
    st.sampled_from(["", "a.txt", "a.md", "a.html", "a.docx", "a.odt", "a.pdf"]),
)
def test_bytes_are_read_or_refused(start: bytes, rest: bytes, name: str) -> None:
    try:
        document = read(start + rest, name=name)
    except DocumentError:
        return
    assert all(0 <= block.start < block.end <= len(document.text) for block in document.blocks)
