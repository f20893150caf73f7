"""Files that mean harm, or are broken: one clear line each, and the other files go on."""

import functools
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from schrijfhulp import batch, cli
from schrijfhulp.documents import DocumentError, limits, read
from schrijfhulp.engine import load
from tests.documents.pdfs import pdf
from tests.documents.shapes import open_text, packed, unpacked, word

TEXT = "Wij helpen u graag."
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
NO_TEXT = "deze PDF heeft geen tekst, alleen beeld: maak er eerst met tekstherkenning tekst van"
NO_DOCUMENT = "dit is geen Word- of OpenDocument-tekst; bewaar de tekst als .docx of .odt"
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


PORTABLE = pdf([(70, 200, TEXT)])
MAIN_PART = {word: "word/document.xml", open_text: "content.xml"}
Written = Callable[[str], bytes]


def changed(written: Written, change: Callable[[str], str]) -> bytes:
    """The file with another main part."""
    parts = unpacked(written(TEXT))
    name = MAIN_PART[written]
    return packed({**parts, name: change(parts[name].decode())})


def with_doctype(xml: str, doctype: str) -> str:
    head, _, rest = xml.partition("?>")
    return f"{head}?>{doctype}{rest}"


both = pytest.mark.parametrize("written", [word, open_text])


def refused(data: bytes, match: str) -> None:
    with pytest.raises(DocumentError, match=match):
        read(data)


def outcome(data: bytes) -> str:
    """The text of a file that can be read, or what is said about one that cannot."""
    try:
        return read(data).text.strip()
    except DocumentError as error:
        return str(error)


@both
def test_a_file_that_unpacks_to_too_much(written: Written) -> None:
    refused(
        packed({**unpacked(written(TEXT)), "vol.bin": bytes(limits.MOST_UNPACKED)}), "te groot als het wordt uitgepakt"
    )


@both
def test_a_file_of_too_many_parts(written: Written) -> None:
    refused(packed({**unpacked(written(TEXT)), **{f"{n}": "" for n in range(limits.MOST_PARTS)}}), "te groot als")


@both
@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE])
def test_xml_with_a_document_type(written: Written, doctype: str) -> None:
    refused(changed(written, lambda xml: with_doctype(xml, doctype)), "niet veilig")


@both
def test_xml_of_another_encoding_hides_no_document_type(written: Written) -> None:
    parts = unpacked(written(TEXT))
    name = MAIN_PART[written]
    xml = with_doctype('<?xml version="1.0" encoding="UTF-16"?><x/>', OUTSIDE).encode("utf-16")
    refused(packed({**parts, name: xml}), "niet veilig")


def test_bottomless_word() -> None:
    depth = limits.MOST_DEPTH
    refused(changed(word, lambda xml: xml.replace("<w:body>", "<w:body>" + "<w:sdt>" * depth).replace("</w:body>", "</w:sdt>" * depth + "</w:body>")), "te ingewikkeld")  # fmt: skip


def test_bottomless_opendocument() -> None:
    depth = limits.MOST_DEPTH
    deep = "<text:section>" * depth + "</text:section>" * depth
    refused(changed(open_text, lambda xml: xml.replace("</office:text>", f"{deep}</office:text>")), "te ingewikkeld")


def test_bottomless_html_and_markdown_end() -> None:
    assert read(b"<div>" * 20_000 + b"Tekst.", name="a.html").text.strip() == "Tekst."
    assert "Tekst." in read(b"> " * 200 + b"Tekst.", name="a.md").text
    for data in (b"> " * 4_000_000, b"- " * 4_000_000, b"Tekst.\n\n" + b">" * 300 + b"Tekst."):
        with pytest.raises(DocumentError, match="te ingewikkeld"):
            read(data, name="a.md")


@pytest.mark.parametrize("data", [word(TEXT), open_text(TEXT), PORTABLE], ids=["docx", "odt", "pdf"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_that_is_cut_off(data: bytes, share: float) -> None:
    assert outcome(data[: int(len(data) * share)]) in (
        TEXT,
        "dit bestand is beschadigd",
        "deze PDF is beschadigd",
        NO_TEXT,
    )


@both
@pytest.mark.parametrize("content", ["", "<x>", "<x/>", "geen XML", "\0"])
def test_a_main_part_that_is_something_else(written: Written, content: str) -> None:
    assert "beschadigd" in outcome(changed(written, lambda _: content))


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "_rels/.rels", "word/styles.xml", "word/document.xml"])
def test_a_word_file_without_a_part(missing: str) -> None:
    parts = unpacked(word(TEXT))
    del parts[missing]
    assert outcome(packed(parts)) in (TEXT, "dit Word-bestand is beschadigd", NO_DOCUMENT)


def test_a_part_with_another_packed_size() -> None:
    data = word(TEXT)
    at = data.index(b"word/document.xml") + 60
    refused(data[:at] + bytes(40) + data[at + 40 :], "beschadigd")


def test_more_text_than_anyone_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_CHARACTERS", 1000)
    refused(b"woord " * 1000, "te veel tekst")


@pytest.mark.parametrize(("data", "name"), [(b"<p>a" * 100_001, "a.html"), (b"*a* " * 1_000_001, "a.md")])
def test_more_pieces_than_anyone_writes(data: bytes, name: str) -> None:
    with pytest.raises(DocumentError, match="te ingewikkeld"):
        read(data, name=name)


def test_more_pages_than_anyone_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("schrijfhulp.documents.pdf.MOST_PAGES", 2)
    refused(pdf(*[[(70, 200, TEXT)]] * 3), "te lang")


def test_macros_are_not_run_and_not_in_the_way() -> None:
    parts = unpacked(word(TEXT))
    types = parts["[Content_Types].xml"].decode()
    macro_enabled = types.replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    ).replace("</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>')
    data = packed({**parts, "[Content_Types].xml": macro_enabled, "word/vbaProject.bin": b"Sub AutoOpen()"})
    assert read(data, name="brief.docm").text.strip() == TEXT


@both
@pytest.mark.parametrize("name", ["../buiten.txt", "/tmp/buiten.txt", "..\\buiten.txt"])
def test_names_that_lead_elsewhere(
    written: Written, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "hier"
    here.mkdir()
    monkeypatch.chdir(here)
    assert read(packed({**unpacked(written(TEXT)), name: "kwaad"})).text.strip() == TEXT
    assert list(tmp_path.rglob("*")) == [here]


def test_the_other_files_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "load", functools.cache(load))
    monkeypatch.setenv("COLUMNS", "100")
    bad = {
        "bom.docx": packed({**unpacked(word(TEXT)), "vol.bin": bytes(limits.MOST_UNPACKED)}),
        "entiteit.odt": changed(open_text, lambda xml: with_doctype(xml, OUTSIDE)),
        "half.pdf": PORTABLE[:200],
        "ander.docx": b"Tekst.",
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "goed.docx").write_bytes(word(TEXT))
    result = CliRunner().invoke(cli.app, ["check", str(tmp_path)])
    assert result.exit_code == 2
    assert "goed.docx" in result.stdout
    complaints = result.stderr.splitlines()
    assert len(complaints) == len(bad)
    assert all(any(name in complaint for complaint in complaints) for name in bad)
