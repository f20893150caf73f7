"""OpenDocument text (.odt), as LibreOffice writes it."""

import re
from io import BytesIO
from typing import Any
from xml.parsers.expat import ExpatError

from lxml.etree import XMLSyntaxError
from odfdo import Document as Package

from schrijfhulp.documents import archives, text
from schrijfhulp.documents.building import Builder
from schrijfhulp.documents.limits import DocumentError
from schrijfhulp.types import BlockKind, Document

LEFT_OUT = frozenset(
    (
        "text:tracked-changes", "office:annotation", "text:note-citation", "office:forms", "text:sequence-decls",
        "text:table-of-content", "text:alphabetical-index", "svg:title", "svg:desc", "text:toc-mark",
    )
)  # fmt: skip
ASIDE = frozenset(("text:note", "draw:text-box"))  # stand in a paragraph, but are blocks of their own
SOFT_HYPHEN = "\u00ad"  # only shown where it ends a line
SPACE = re.compile(r"[ \t\r\n]+")  # the format shows these as one space


def read(data: bytes) -> Document:
    """The text of an .odt file. Raises DocumentError for one that is broken, unsafe or locked."""
    archives.check(data)
    try:
        package = Package(BytesIO(data))
        reader = _Reader()
        reader.read_margins(package, "header")
        reader.read(package.body)
        reader.read_margins(package, "footer")
    except (XMLSyntaxError, ExpatError, KeyError, ValueError, TypeError, AttributeError) as error:
        if isinstance(error, DocumentError):
            raise
        raise DocumentError("dit OpenDocument-bestand is beschadigd") from error
    return reader.builder.document(format="odt", recognise=text.recognised)


class _Reader:
    def __init__(self) -> None:
        self.builder = Builder()
        self.in_margin = False  # in a header or footer

    def read(self, element: Any, kind: BlockKind = "paragraph", level: int = 0) -> None:
        """All paragraphs under an element, in order; lists and tables give theirs a kind."""
        for child in element.children:
            if child.tag == "text:h":
                self._paragraph(child, "heading", int(child.get_attribute("text:outline-level") or 1))
            elif child.tag == "text:p":
                self._paragraph(child, "quote" if "quot" in _style(child) else kind, level)
            elif child.tag == "text:list":
                self.read(child, "item", level + 1)
            elif child.tag == "table:table-cell":
                self.read(child, "cell")
            elif child.tag not in LEFT_OUT:
                self.read(child, kind, level)

    def read_margins(self, package: Package, name: str) -> None:
        """The headers or footers of the pages, once each."""
        for margin in package.get_part("styles.xml").get_elements(f"//style:master-page/style:{name}"):  # type: ignore[union-attr]
            self.in_margin = True
            self.read(margin)
            self.in_margin = False

    def _paragraph(self, paragraph: Any, kind: BlockKind, level: int) -> None:
        aside: list[Any] = []
        self._inline(paragraph, aside)
        if self.in_margin and not self.builder.has_sentence:
            kind = "skip"
        self.builder.close(kind, level)
        for element in aside:
            self.read(element)

    def _inline(self, element: Any, aside: list[Any]) -> None:
        self._add(element.text)
        for child in element.children:
            if child.tag in ASIDE:
                aside.append(child)
            elif child.tag == "text:s":
                self.builder.add(" " * min(int(child.get_attribute("text:c") or 1), 1000))
            elif child.tag == "text:tab":
                self.builder.add("\t")
            elif child.tag == "text:line-break":
                self.builder.add("\n")
            elif child.tag not in LEFT_OUT:
                self._inline(child, aside)
            self._add(child.tail)

    def _add(self, content: str | None) -> None:
        shown = SPACE.sub(" ", (content or "").replace(SOFT_HYPHEN, ""))
        self.builder.add(shown.lstrip(" ") if self.builder.at_space else shown)


def _style(paragraph: Any) -> str:
    return str(paragraph.get_attribute("text:style-name") or "").lower()
