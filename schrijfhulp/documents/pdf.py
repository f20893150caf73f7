"""PDF: the text layer as paragraphs, in the order in which a person reads the columns."""

import logging
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from math import inf

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTPage, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException

from schrijfhulp.documents import text
from schrijfhulp.documents.building import Builder
from schrijfhulp.documents.limits import MOST_CHARACTERS, MOST_PAGES, DocumentError, TooLargeError
from schrijfhulp.types import Document

MARGIN = 0.12  # of the page's height: where headers and footers stand
HEADING_SIZE = 1.15  # times the size of most letters
HEADING_WORDS = 20
COLUMN_LINES, COLUMN_LENGTH = 3, 30  # lines, and characters in the longest
MOST_COLUMNS = 20  # of different widths in a document
GAP = 0.6  # of the height of a line, extra: a new paragraph
WORD = re.compile(r"\w+(?:-\w+)*")
BROKEN_SHARE = 0.03  # of the lines
BROKEN_WORD = re.compile(r"(\w+)([-\u00ad\u2010])$")
# A hyphen behind these is one of the spelling, not of the typesetting: a prefix, a letter, an abbreviation, a figure.
SPELLED_HYPHEN = re.compile(r"(?i:niet|non|vice|adjunct|kandidaat|interim|bijna|\w)|[A-Z]{2,}|\w*\d")
HANGING_HYPHEN = re.compile(r"(?:en|of|tot|dan wel|als|respectievelijk)\b")  # ‘voor- en nadelen’
RAISED_SIZE, RAISED_BY = 0.75, 0.15  # of the size of the letters beside it
NOTED = re.compile(r"(?:^|[^\W\d]{3}|[^\w\s])\s*$")  # what stands before the mark of a note, and not before the 2 of m²
PRIVATE = re.compile("^[\ue000-\uf8ff]")  # the bullets of symbol fonts
BOLD = re.compile("bold|black|heavy", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page, in points from its left and its foot; lines that stand together are in one box."""

    text: str
    size: float
    bold: bool
    page: int
    top: float
    bottom: float
    left: float
    right: float
    box: int
    at_edge: bool  # in the margin above or below


def read(data: bytes) -> Document:
    """The text of a PDF. Raises DocumentError for a scan without text, and for one that is broken or locked."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # its warnings quote the file
    lines = list(_without_running_heads(_lines(data)))
    if not lines:
        raise DocumentError("deze PDF heeft geen tekst, alleen beeld: maak er eerst met tekstherkenning tekst van")
    body_size = _most_common_size(lines)
    known = {word.lower() for line in lines for word in WORD.findall(line.text)}
    broken = sum(bool(BROKEN_WORD.search(line.text)) for line in lines)
    breaks_words = broken > BROKEN_SHARE * len(lines)  # most programs do not; then each hyphen is one of the spelling
    builder = Builder()
    for paragraph in _paragraphs(lines):
        content = _joined([line.text for line in paragraph], known, breaks_words=breaks_words)
        builder.add(content)
        builder.close("heading" if _is_heading(paragraph, body_size) else "paragraph")
    return builder.document(format="pdf", recognise=text.recognised_but_headings)


def _is_heading(paragraph: Sequence[Line], body_size: float) -> bool:
    content = " ".join(line.text for line in paragraph)
    stands_out = all(line.bold or line.size >= HEADING_SIZE * body_size for line in paragraph)
    return stands_out and len(content.split()) <= HEADING_WORDS and not content.endswith((".", ":", ";", ","))


def _lines(data: bytes) -> list[Line]:
    lines: list[Line] = []
    characters = 0
    try:
        for number, page in enumerate(extract_pages(BytesIO(data), laparams=LAParams())):
            if number >= MOST_PAGES:
                raise TooLargeError(f"deze PDF is te lang: hij mag {MOST_PAGES} bladzijden hebben")
            lines += _lines_of(page, number)
            characters += sum(len(line.text) for line in lines if line.page == number)
            if characters > MOST_CHARACTERS:
                raise TooLargeError("in deze PDF staat te veel tekst")
    except PDFPasswordIncorrect as error:
        raise DocumentError("deze PDF is beveiligd met een wachtwoord") from error
    except (PDFException, PSException, ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        if isinstance(error, DocumentError):
            raise
        raise DocumentError("deze PDF is beschadigd") from error  # the library lets many kinds of errors through
    return lines


def _lines_of(page: LTPage, number: int) -> Iterator[Line]:
    boxes = [element for element in page if isinstance(element, LTTextBox)]
    for box_number, box in enumerate(boxes):
        for line in box:
            content = _content(line) if isinstance(line, LTTextLine) else ""
            if content:
                letters = [char for char in line if isinstance(char, LTChar) and not char.get_text().isspace()]
                yield Line(
                    text=content,
                    size=max((letter.size for letter in letters), default=0.0),
                    bold=bool(letters) and all(BOLD.search(letter.fontname) for letter in letters),
                    page=number,
                    top=line.y1,
                    bottom=line.y0,
                    left=line.x0,
                    right=line.x1,
                    box=box_number,
                    at_edge=line.y0 > page.height * (1 - MARGIN) or line.y1 < page.height * MARGIN,
                )


def _content(line: LTTextLine) -> str:
    """The words of a line, without the marks of its notes."""
    full = max((char.size for char in line if isinstance(char, LTChar)), default=0.0)
    content = ""
    for char in line:
        if not (_is_raised(char, line, full) and NOTED.search(content)):
            content += char.get_text()
    return PRIVATE.sub("•", " ".join(content.split()))


def _is_raised(char: object, line: LTTextLine, full: float) -> bool:
    return isinstance(char, LTChar) and char.size < RAISED_SIZE * full and char.y0 > line.y0 + RAISED_BY * full


def _without_running_heads(lines: Sequence[Line]) -> Iterator[Line]:
    """Leave out page numbers, and what stands at the edge of most pages; digits may differ."""
    pages = len({line.page for line in lines})
    at_edge = Counter(shape for shape, _ in {(_shape(line.text), line.page) for line in lines if line.at_edge})
    for line in lines:
        shape = _shape(line.text)
        repeated = pages > 1 and at_edge[shape] * 2 >= pages and at_edge[shape] > 1
        is_number = re.fullmatch(r"(?:pagina |blz\. ?|- ?)?#(?: ?(?:van|/) ?#)?(?: ?-)?", shape)
        if not (line.at_edge and (repeated or is_number)):
            yield line


def _shape(content: str) -> str:
    return re.sub(r"\d+", "#", content.lower())


def _most_common_size(lines: Iterable[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0]


def _edges(lines: Sequence[Line]) -> Mapping[tuple[int, int], float]:
    """How far to the right the text of each box could have gone: as far as the narrowest column that it fits in."""
    boxes: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        boxes.setdefault((line.page, line.box), []).append(line)
    sides = {name: (min(line.left for line in box), max(line.right for line in box)) for name, box in boxes.items()}
    seen = Counter(tuple(map(round, sides[name])) for name, box in boxes.items() if _is_column(box))
    columns = [column for column, _ in seen.most_common(MOST_COLUMNS)]
    edges = {}
    for name, (left, right) in sides.items():
        is_narrow = max(len(line.text) for line in boxes[name]) < COLUMN_LENGTH  # a cell, an address
        around = [end for start, end in columns if start - 2 <= left and right <= end + 2]
        edges[name] = min(around, default=inf if is_narrow else right)
    return edges


def _is_column(box: Sequence[Line]) -> bool:
    """Whether a box holds running text, whose lines show how far its column reaches."""
    lengths = [len(line.text) for line in box]
    longest = max(lengths)
    filled = [length for length in lengths if length > 0.8 * longest]
    return len(lengths) >= COLUMN_LINES and longest >= COLUMN_LENGTH and 2 * len(filled) >= len(lengths)


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    edges = _edges(lines)
    paragraph = [lines[0]]
    for previous, line in pairwise(lines):
        if _goes_on(previous, line, edges[previous.page, previous.box]):
            paragraph.append(line)
        else:
            yield paragraph
            paragraph = [line]
    yield paragraph


def _goes_on(previous: Line, line: Line, edge: float) -> bool:
    """Whether a line is of the paragraph before it: close below it, or after a sentence that was broken off."""
    other_size = abs(previous.size - line.size) > 0.1 * previous.size
    closing = text.CLOSING.match(previous.text) or (text.CLOSING.match(line.text) and line.text[0].isupper())
    if other_size or closing or text.BULLET.match(line.text):
        return False
    if (previous.page, previous.box) != (line.page, line.box):
        is_prose = previous.page != line.page or len(previous.text) >= COLUMN_LENGTH  # no cell beside a cell
        return is_prose and line.text[0].islower() and not SENTENCE_END.search(previous.text)
    height = previous.top - previous.bottom
    is_below = 0.5 * height < previous.top - line.top < (1 + GAP) * height and line.left < previous.right
    return is_below and not _ended_on_purpose(previous, line, edge)


def _ended_on_purpose(previous: Line, line: Line, edge: float) -> bool:
    """Whether the first word of a line would have fitted on the line before it."""
    if BROKEN_WORD.search(previous.text) or (line.text[0].islower() and not SENTENCE_END.search(previous.text)):
        return False
    first_word = len(line.text.split()[0]) + 1
    return edge - previous.right > first_word / len(line.text) * (line.right - line.left)


def _joined(lines: Sequence[str], known: Collection[str], *, breaks_words: bool) -> str:
    """The lines as one text; a word that was broken off at the end of a line is whole again.

    `known` are the words of the document in small letters: they tell whether a hyphen belongs to a word.
    """
    joined = lines[0]
    for line in lines[1:]:
        broken = BROKEN_WORD.search(joined)
        if not broken or HANGING_HYPHEN.match(line):
            joined += " " + line
        elif broken[2] != "\u00ad" and (not breaks_words or _is_spelled(broken[1], line, known)):
            joined += line
        else:
            joined = joined[: broken.start(2)] + line
    return joined


def _is_spelled(before: str, line: str, known: Collection[str]) -> bool:
    """Whether the word that goes on in `line` has a hyphen where it was broken."""
    first = WORD.match(line)
    after = first.group() if first else ""
    if f"{before}-{after}".lower() in known:
        return True
    return not line[0].islower() or bool(SPELLED_HYPHEN.fullmatch(before) and f"{before}{after}".lower() not in known)
