"""Documents as LibreOffice writes them, and what it sees in the files that we write."""

import functools
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from typer.testing import CliRunner

from schrijfhulp import batch, cli
from schrijfhulp.documents import DocumentError, read, word_edits
from schrijfhulp.engine import load
from schrijfhulp.types import Suggestion
from tests.documents.shapes import shown, unpacked

HERE = Path(__file__).parent / "samples"
SAMPLES = sorted((HERE / "office").iterdir())
EXPECTED = HERE / "expected"  # of .docx and .odt alike; a PDF knows less
LETTER = HERE.parent.parent.parent / "voorbeelden" / "brief.txt"
REJECT, ACCEPT = "RejectAllTrackedChanges", "AcceptAllTrackedChanges"
Convert = Callable[[list[Path], str], Path]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> list[str | Path]:
    """The command that starts LibreOffice with a profile of its own."""
    if shutil.which("soffice") is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is not installed")
        pytest.skip("LibreOffice is not installed")
    home = tmp_path_factory.mktemp("libreoffice")
    return ["soffice", "--headless", f"-env:UserInstallation={home.as_uri()}"]


@pytest.fixture(scope="session")
def convert(office: list[str | Path], tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Convert files to a format with LibreOffice; what comes out is the folder."""

    def to(files: list[Path], format: str) -> Path:
        folder = tmp_path_factory.mktemp(format.partition(":")[0])
        command = [*office, "--convert-to", format]
        if all(file.suffix == ".html" for file in files):
            command.append("--infilter=HTML (StarWriter)")  # as a text, not as a page to edit
        subprocess.run([*command, "--outdir", folder, *files], check=True, capture_output=True, timeout=120)
        return folder

    return to


@pytest.fixture(scope="session")
def converted(convert: Convert, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The samples in each format; first as .odt, since LibreOffice makes no .docx of HTML as it is."""
    pages = [path for path in SAMPLES if path.suffix == ".html"]
    others = [path for path in SAMPLES if path.suffix != ".html"]
    from_pages = convert(pages, "odt")
    odt = convert(others, "odt")
    for path in from_pages.iterdir():
        shutil.copy(path, odt)
    texts = sorted(odt.iterdir())
    return {"odt": odt, "docx": convert(texts, "docx"), "pdf": convert(texts, "pdf")}


@pytest.fixture(scope="session")
def macro(office: list[str | Path], converted: dict[str, Path]) -> Callable[..., None]:
    """Run one of our macros in LibreOffice; its profile has them, once it is there."""
    profile = Path(str(office[-1]).partition("file://")[2])
    shutil.copy(HERE / "Module1.xba", profile / "user" / "basic" / "Standard")

    def run(name: str, *arguments: object) -> None:
        call = f"macro:///Standard.Module1.{name}({','.join(map(str, arguments))})"
        subprocess.run([*office, call], check=True, capture_output=True, timeout=120)

    return run


@pytest.fixture(scope="session")
def text_after(macro: Callable[..., None]) -> Callable[[Path, str], str]:
    """The text of a file after a command of LibreOffice."""

    def after(file: Path, command: str) -> str:
        target = file.with_suffix(f".{command}.txt")
        macro("AsText", file, target, command)
        return target.read_text(encoding="utf-8")

    return after


def shape(path: Path) -> list[str]:
    """A block a line: its kind, level and words."""
    document = read(path.read_bytes(), name=path.name)
    return [f"{kind} {level} {' '.join(text.split())}" for kind, level, text in shown(document)]


@pytest.mark.parametrize("format", ["docx", "odt", "pdf"])
@pytest.mark.parametrize("name", [path.stem for path in SAMPLES])
def test_a_reader_finds_what_is_in_the_document(converted: dict[str, Path], name: str, format: str) -> None:
    """Headings, lists, tables, notes, text boxes, columns, changes, headers and broken words, as a person sees them."""
    expected = EXPECTED / (f"{name}.pdf.txt" if format == "pdf" else f"{name}.txt")
    assert shape(converted[format] / f"{name}.{format}") == expected.read_text(encoding="utf-8").splitlines()


def test_libreoffice_sees_comments_and_changes(convert: Convert, tmp_path: Path) -> None:
    package = docx.Document()
    package.add_paragraph("Dat kan middels een brief.")
    package.save(str(tmp_path / "brief.docx"))
    data = (tmp_path / "brief.docx").read_bytes()
    at = read(data).text.index("middels")
    comment = word_edits.Comment(start=at, end=at + 7, text="Ambtelijk.")
    change = Suggestion(text="met", start=at, end=at + 7)
    (tmp_path / "brief.docx").write_bytes(
        word_edits.annotated(data, [comment], summary="Samengevat.", changes=[change])
    )
    written = (convert([tmp_path / "brief.docx"], "odt") / "brief.odt").read_bytes()
    assert read(written).text.strip() == "Dat kan met een brief."
    root = ElementTree.fromstring(unpacked(written)["content.xml"])
    said = ["".join(element.itertext()) for element in root.iter() if element.tag.endswith("}annotation")]
    assert [any(text in item for item in said) for text in ("Samengevat.", "Ambtelijk.")] == [True, True]
    [deletion] = [element for element in root.iter() if element.tag.endswith("}deletion")]
    assert "".join(deletion.itertext()).endswith("middels")
    assert sum(element.tag.endswith("}insertion") for element in root.iter()) == 1


def test_an_odt_with_a_password_says_so(converted: dict[str, Path], macro: Callable[..., None], tmp_path: Path) -> None:
    locked = tmp_path / "slot.odt"
    macro("Locked", converted["odt"] / "brief.odt", locked)
    with pytest.raises(DocumentError, match="beveiligd met een wachtwoord"):
        read(locked.read_bytes(), name=locked.name)


def test_a_pdf_with_a_password_says_so(converted: dict[str, Path], convert: Convert) -> None:
    lock = {
        "EncryptFile": {"type": "boolean", "value": "true"},
        "DocumentOpenPassword": {"type": "string", "value": "geheim"},
    }
    folder = convert([converted["odt"] / "brief.odt"], f"pdf:writer_pdf_Export:{json.dumps(lock)}")
    with pytest.raises(DocumentError, match="beveiligd met een wachtwoord"):
        read((folder / "brief.pdf").read_bytes())


@pytest.mark.parametrize("name", [path.stem for path in SAMPLES])
def test_all_changes_rejected_gives_the_whole_text_as_it_was(
    converted: dict[str, Path], text_after: Callable[[Path, str], str], tmp_path: Path, name: str
) -> None:
    """Every third word is changed, wherever it stands: in tables, notes, text boxes and earlier changes."""
    given, annotated = tmp_path / "brief.docx", tmp_path / "annotated.docx"
    shutil.copy(converted["docx"] / f"{name}.docx", given)
    places = [found.span() for found in re.finditer(r"\w+", read(given.read_bytes()).text)][::3]
    comments = [word_edits.Comment(start=start, end=end, text="Waarom?") for start, end in places]
    changes = [Suggestion(text="ANDERS", start=start, end=end) for start, end in places]
    annotated.write_bytes(word_edits.annotated(given.read_bytes(), comments, summary="Samengevat.", changes=changes))
    assert text_after(annotated, REJECT) == text_after(given, REJECT)
    assert text_after(annotated, ACCEPT).count("ANDERS") >= len(places) / 2


def test_the_suggestions_of_the_command_are_accepted_or_rejected(
    convert: Convert, text_after: Callable[[Path, str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "load", functools.cache(load))
    monkeypatch.chdir(tmp_path)
    shutil.copy(LETTER, "brief.txt")
    shutil.copy(convert([tmp_path / "brief.txt"], "docx") / "brief.docx", "brief.docx")
    assert CliRunner().invoke(cli.app, ["annotate", "brief.docx", "--suggest"]).exit_code == 0
    given, annotated = tmp_path / "brief.docx", tmp_path / "brief.schrijfhulp.docx"
    assert text_after(annotated, REJECT) == text_after(given, REJECT)
    accepted = text_after(annotated, ACCEPT)
    assert "Middels deze brief" in text_after(given, ACCEPT)
    assert "Met deze brief" in accepted
    assert "Middels" not in accepted
