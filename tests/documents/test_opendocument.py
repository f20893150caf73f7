"""OpenDocument: what a reader sees is what is read."""

import io

import odfdo
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schrijfhulp import Engine
from schrijfhulp.documents import DocumentError, opendocument
from tests.documents.shapes import packed, shown, unpacked


def odt(*elements: str) -> bytes:
    package = odfdo.Document("text")
    package.body.clear()
    for element in elements:
        package.body.append(odfdo.Element.from_tag(element))
    out = io.BytesIO()
    package.save(out)
    return out.getvalue()


def texts(*elements: str) -> list[str]:
    return [text for _, _, text in shown(opendocument.read(odt(*elements)))]


def test_blocks() -> None:
    data = odt(
        '<text:h text:outline-level="2">Uw recht</text:h>',
        "<text:p>U krijgt de vergunning.</text:p>",
        "<text:list><text:list-item><text:p>een foto</text:p><text:list><text:list-item><text:p>van uzelf</text:p>"
        "</text:list-item></text:list></text:list-item></text:list>",
        '<text:p text:style-name="Quotations">Een citaat.</text:p>',
        "<table:table><table:table-row><table:table-cell><text:p>Leges</text:p></table:table-cell>"
        "<table:table-cell><text:p>12 euro</text:p></table:table-cell></table:table-row></table:table>",
    )
    assert shown(opendocument.read(data)) == [
        ("heading", 2, "Uw recht"),
        ("paragraph", 0, "U krijgt de vergunning."),
        ("item", 1, "een foto"),
        ("item", 2, "van uzelf"),
        ("quote", 0, "Een citaat."),
        ("cell", 0, "Leges"),
        ("cell", 0, "12 euro"),
    ]


@pytest.mark.parametrize(
    ("inside", "read"),
    [
        ("Een<text:span>voud</text:span>ig.", ["Eenvoudig."]),
        ("Een<text:s text:c='2'/>brief<text:tab/>van<text:line-break/>ons.", ["Een  brief\tvan\nons."]),
        ("Een \n   brief.", ["Een brief."]),
        (
            "Een <text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Zie de wet.</text:p>"
            "</text:note-body></text:note>brief.",
            ["Een brief.", "Zie de wet."],
        ),
        ("Een <office:annotation><text:p>Klopt dit?</text:p></office:annotation>brief.", ["Een brief."]),
        ("Een <text:a xlink:href='https://example.org'>brief</text:a>.", ["Een brief."]),
        ("Een <draw:frame><draw:text-box><text:p>In de box.</text:p></draw:text-box></draw:frame>brief.", ["Een brief.", "In de box."]),
    ],
    ids=["span", "spaces", "white space", "note", "comment", "link", "text box"],
)  # fmt: skip
def test_what_is_shown(inside: str, read: list[str]) -> None:
    assert texts(f"<text:p>{inside}</text:p>") == read


def test_deleted_text_is_no_text() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="a"><text:deletion><text:p>oude</text:p></text:deletion>'
        "</text:changed-region></text:tracked-changes>"
    )
    paragraph = '<text:p>Dit <text:change text:change-id="a"/>nieuwe woord.</text:p>'
    assert texts(changes, paragraph) == ["Dit nieuwe woord."]


def test_a_span_splits_no_word(engine: Engine) -> None:
    document = opendocument.read(odt("<text:p>Dat kan mid<text:span>dels</text:span> een brief.</text:p>"))
    [finding] = engine.check(document, enable=["ambtelijk-woord"]).findings
    assert document.text[finding.start : finding.end] == "middels"


def test_a_locked_file_says_so() -> None:
    parts = unpacked(odt("<text:p>Geheim.</text:p>"))
    manifest = parts["META-INF/manifest.xml"].decode()
    locked = manifest.replace(
        "</manifest:manifest>",
        '<manifest:file-entry manifest:full-path="x"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
    )
    with pytest.raises(DocumentError, match="wachtwoord"):
        opendocument.read(packed({**parts, "META-INF/manifest.xml": locked}))


@given(st.lists(st.text("abc é😀", min_size=1).map(lambda text: " ".join(text.split())), min_size=1, max_size=4))
def test_the_text_is_what_was_written(written: list[str]) -> None:
    read = texts(*(f"<text:p>{text}</text:p>" for text in written))
    assert read == [text for text in written if text]
