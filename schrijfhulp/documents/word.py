"""Word (.docx): the text as it is shown, and the runs that it comes from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from docx.document import Document as Package
from docx.opc.constants import CONTENT_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import PartFactory
from docx.oxml import parse_xml
from docx.oxml.document import CT_Body, CT_Document
from docx.oxml.ns import qn
from docx.package import Package as Container
from docx.parts.document import DocumentPart
from lxml.etree import XMLSyntaxError

from schrijfhulp.documents import archives, text
from schrijfhulp.documents.building import Builder
from schrijfhulp.documents.limits import DocumentError
from schrijfhulp.types import BlockKind, Document

CHARACTERS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
# Deleted or moved away, the other half of a text box, field codes, and comments are no text of the document.
LEFT_OUT = frozenset(map(qn, ("w:del", "w:moveFrom", "w:instrText", "w:delText", "w:pPr", "w:rPr", "w:sdtPr")))
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
HEADING = re.compile(r"(?:heading|kop) (\d)", re.IGNORECASE)
MARGINS = frozenset(map(qn, ("w:hdr", "w:ftr")))
NOTES = ("footnotes", "endnotes")

# A file with macros and a template hold text as any other; python-docx knows the plain one only.
for _content_type in (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    CONTENT_TYPE.WML_DOCUMENT_MAIN.replace(".document.main", ".template.main"),
):
    PartFactory.part_type_for[_content_type] = DocumentPart


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the document's text and the element (`w:t` or a break) that holds it."""

    start: int
    end: int
    element: Any


def read(data: bytes) -> Document:
    """The text of a .docx file. Raises DocumentError for one that is broken, unsafe or locked."""
    return read_runs(open_package(data))[0]


def open_package(data: bytes) -> Package:
    """The file as python-docx has it. Raises DocumentError."""
    archives.check(data)
    try:
        package: Package = Container.open(BytesIO(data)).main_document_part.document
    except (PackageNotFoundError, XMLSyntaxError, AttributeError, KeyError, ValueError) as error:
        raise DocumentError("dit Word-bestand is beschadigd") from error
    if not (isinstance(package.element, CT_Document) and isinstance(package.element.body, CT_Body)):
        raise DocumentError("dit Word-bestand is beschadigd")
    return package


def read_runs(package: Package) -> tuple[Document, list[Run]]:
    """The document, and for all of its text the run that it stands in; the same for the same file."""
    reader = _Reader(package)
    for root in _roots(package):
        reader.in_margin = root.tag in MARGINS
        reader.read(root)
    return reader.builder.document(format="docx", recognise=text.recognised), reader.runs


def _roots(package: Package) -> Iterator[Any]:
    """The elements that hold text: headers once, the body, notes, footers once."""
    parts: dict[str, list[Any]] = {"header": [], "footer": [], "notes": []}
    for relation in package.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in ("header", "footer"):
            parts[kind].append(relation.target_part.element)
        elif kind in NOTES:
            parts["notes"].append(_note_root(relation.target_part))
    yield from parts["header"]
    yield package.element.body
    yield from parts["notes"]
    yield from parts["footer"]


def _note_root(part: Any) -> Any:
    # python-docx knows no notes: it keeps the part as bytes; parsed once, it is written back as it was.
    return parse_xml(part.blob)


class _Reader:
    def __init__(self, package: Package) -> None:
        self.styles = _Styles(package)
        self.builder = Builder()
        self.runs: list[Run] = []
        self.in_margin = False  # in a header or footer

    def read(self, element: Any, *, in_cell: bool = False) -> None:
        """All paragraphs under an element, in order."""
        for child in element:
            if child.tag == qn("w:p"):
                self._paragraph(child, in_cell=in_cell)
            elif child.tag not in LEFT_OUT and child.tag != FALLBACK:
                self.read(child, in_cell=in_cell or child.tag == qn("w:tc"))

    def _paragraph(self, paragraph: Any, *, in_cell: bool) -> None:
        boxes: list[Any] = []
        self._inline(paragraph, boxes)
        kind, level = self.styles.kind(paragraph)
        if self.in_margin and not self.builder.has_sentence:
            kind = "skip"
        self.builder.close("cell" if in_cell and kind == "paragraph" else kind, level)
        for box in boxes:
            self.read(box, in_cell=in_cell)

    def _inline(self, element: Any, boxes: list[Any]) -> None:
        """The text in a paragraph; the text boxes that hang on it are set apart."""
        for child in element:
            if child.tag == qn("w:txbxContent"):
                boxes.append(child)
            elif child.tag == qn("w:t"):
                self._add(child.text or "", child)
            elif child.tag in LEFT_OUT or child.tag == FALLBACK:
                continue
            elif child.tag in _characters():
                self._add(_characters()[child.tag], child)
            else:
                self._inline(child, boxes)

    def _add(self, content: str, element: Any) -> None:
        if content:
            start = self.builder.length
            self.builder.add(content)
            self.runs.append(Run(start, self.builder.length, element))


@lru_cache
def _characters() -> dict[str, str]:
    return {qn(name): character for name, character in CHARACTERS.items()}


class _Styles:
    """What a paragraph is, from its own settings and its style's, and those that the style is based on."""

    def __init__(self, package: Package) -> None:
        self.elements = {style.style_id: style.element for style in package.styles}

    def kind(self, paragraph: Any) -> tuple[BlockKind, int]:
        settings = [paragraph, *self._chain(paragraph)]
        for element in settings:
            if (level := _heading_level(element)) is not None:
                return "heading", level
        for element in settings:
            numbering = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if numbering is not None:
                return _item(numbering)
        names = [_name(element) for element in settings[1:]]
        if any("quot" in name or "citaat" in name for name in names):
            return "quote", 0
        if any(name.startswith(("list ", "lijst")) for name in names):
            return "item", 1
        return "paragraph", 0

    def _chain(self, paragraph: Any) -> Iterator[Any]:
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        seen: set[str] = set()
        while named is not None and (style_id := named.get(qn("w:val"))) in self.elements and style_id not in seen:
            seen.add(style_id)
            yield self.elements[style_id]
            named = self.elements[style_id].find(qn("w:basedOn"))


def _name(style: Any) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val"), "")).lower()


def _heading_level(element: Any) -> int | None:
    outline = element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    if outline is not None and outline.get(qn("w:val"), "9") in "012345678":
        return int(outline.get(qn("w:val"))) + 1
    name = _name(element)
    if match := HEADING.fullmatch(name):
        return int(match[1])
    return 1 if name in ("title", "titel") else None


def _item(numbering: Any) -> tuple[BlockKind, int]:
    number, depth = numbering.find(qn("w:numId")), numbering.find(qn("w:ilvl"))
    if number is not None and number.get(qn("w:val")) == "0":  # numbering switched off here
        return "paragraph", 0
    return "item", 1 + (int(depth.get(qn("w:val"), 0)) if depth is not None else 0)
