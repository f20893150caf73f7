"""Plain text to blocks: paragraphs, headings and list items, as letters and pasted drafts write them."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from schrijfhulp.types import Block, BlockKind, Document

WRAP_AT_LEAST = 40  # characters; a narrower column is not a wrapped paragraph
WRAP_AT_MOST = 160  # characters; a longer line was not wrapped by hand
HEADING_WORDS = 14
HEADING_LENGTH = 100
TITLE_WORDS = 30  # the title of a regulation, at the top, can be long

BULLET = re.compile(
    r"\s*(?:[–—•*·▪◦o☐→](?=\s)|-(?=[ \ta-zA-Z])|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s)|\d{1,2}(?:\.\d{1,2})+\.?(?=\s))\s*"
)
NUMBERED_HEADING = re.compile(
    r"[ \t]*(?:\d{1,2}(?:\.\d{1,2})*\.?|(?:Artikel|Hoofdstuk|Bijlage|Paragraaf|Art\.)[ \t]+[\w.:]+)[ \t]*"
)
SKIP_LINE = re.compile(
    r"[ \t]*(?:"
    r"(?:postbus|antwoordnummer)[ \t]+\d+"  # a post office box
    r"|[\w.' -]+[ \t]\d+[a-z]?(?:[-/]\d+)?[ \t]*$(?=\n?[ \t]*\d{4}[ \t]?[A-Z]{2}\b)"  # a street above its postcode
    r"|\d{4}[ \t]?[A-Z]{2}[ \t]+[A-Z].*"  # postcode and town
    r"|(?:ons kenmerk|uw kenmerk|kenmerk|datum|behandeld door|telefoon|tel\.|fax|e-?mail|bijlagen?|betreft|onderwerp|iban|kvk|website)[ \t]*:?[ \t]*(?:$|:.*)"
    r"|(?:van|aan|cc|bcc|verzonden|from|to|sent|subject)[ \t]*:.*"
    r"|https?://\S+|www\.\S+|\S+@\S+\.\w+"
    r")[ \t]*$",
    re.IGNORECASE,
)
POSTCODE = re.compile(r"\d{4}[ \t]?[A-Z]{2}[ \t]+[A-Z]")
ADDRESS_LINES, NAME_LENGTH = 6, 60  # above the postcode; characters in each
QUOTED_LINE = re.compile(r"[ \t]*>")  # of the mail that is answered
CLOSING = re.compile(
    r"[ \t]*(?:met (?:vriendelijke|hartelijke) groet(?:en)?|hoogachtend|vriendelijke groet(?:en)?|groet(?:en)?)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?;:,…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    start: int
    end: int


def read(text: str) -> Document:
    """A document whose text is `text`, character for character."""
    groups = [group for chunk in _chunks(text) for group in _paragraphs(text, chunk)]
    return Document(text=text, blocks=tuple(_without_addresses(text, _blocks(text, groups))))


def written(document: Document) -> str:
    """The text of a document as one would write it in a letter: an empty line between blocks, a bullet before an item."""
    return "\n\n".join(
        ("- " if block.kind == "item" else "") + document.text[block.start : block.end] for block in document.blocks
    )


def recognised(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The same blocks; a paragraph that looks like a heading, a list item or a line of an address is named so."""
    lines = [[Line(block.start, block.end)] for block in blocks]
    found = {block.end: block for block in _without_addresses(text, _blocks(text, lines), empty_lines=False)}
    return [found.get(block.end, block) if block.kind == "paragraph" else block for block in blocks]


def recognised_but_headings(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The same for a format that shows its headings itself: in it, a cell or a caption is short too."""
    named = recognised(text, blocks)
    return [old if new.kind == "heading" else new for old, new in zip(blocks, named, strict=True)]


def _chunks(text: str) -> list[list[Line]]:
    """Runs of lines without an empty line between them; lines lose the white space around them."""
    chunks: list[list[Line]] = [[]]
    for match in re.finditer(r"[^\r\n\v\f\x85\u2028\u2029]*", text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped)
            chunks[-1].append(Line(start, start + len(stripped)))
        elif match.group() or not _single_break(text, match.start()):
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def _single_break(text: str, at: int) -> bool:
    """Whether the empty match at `at` is the end of a line, not an empty line."""
    previous = text[at - 1] if at else "\n"
    return previous not in "\r\n\v\f\x85\u2028\u2029" or (previous == "\r" and text[at : at + 1] == "\n")


def _paragraphs(text: str, lines: list[Line]) -> list[list[Line]]:
    """Split a chunk where a line break was meant, and keep together what was only wrapped."""
    lengths = [line.end - line.start for line in lines if line.end - line.start <= WRAP_AT_MOST]
    width = max([WRAP_AT_LEAST, *lengths])
    groups = [[lines[0]]]
    for previous, line in itertools.pairwise(lines):
        if _is_wrapped(text, previous, line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_wrapped(text: str, previous: Line, line: Line, width: int) -> bool:
    following = text[line.start : line.end]
    if BULLET.match(following) or SKIP_LINE.match(text[previous.start : previous.end]):
        return False
    ended = SENTENCE_END.search(text[previous.start : previous.end])
    if not ended and following[0].islower():
        return True
    length = previous.end - previous.start
    return length <= WRAP_AT_MOST and length + 1 + len(following.split()[0]) > width


def _blocks(text: str, groups: list[list[Line]]) -> list[Block]:
    blocks: list[Block] = []
    signing = False
    for index, group in enumerate(groups):
        start, end = group[0].start, group[-1].end
        content = text[start:end]
        signing = signing or bool(CLOSING.match(content))
        following = _content(text, groups, index + 1)
        kind = _kind(content, following=following, most_words=HEADING_WORDS if blocks else TITLE_WORDS)
        if signing:
            # Below the closing stand names and functions, until prose goes on.
            signing = len(content) <= HEADING_LENGTH and not (kind == "heading" and len(following) > HEADING_LENGTH)
            kind = "skip" if signing else kind
        if kind == "item" and (bullet := BULLET.match(content)):
            start += bullet.end()
        if start < end:
            blocks.append(Block(kind=kind, start=start, end=end, level=1 if kind in ("heading", "item") else 0))
    return blocks


def _without_addresses(text: str, blocks: Sequence[Block], *, empty_lines: bool = True) -> list[Block]:
    """The same blocks; the names and the street above a postcode, and what stands above those in a letterhead, are skipped.

    `empty_lines` tells whether blocks without an empty line between them belong together.
    """
    result = list(blocks)
    for index, block in enumerate(blocks):
        if not POSTCODE.match(text, block.start, block.end):
            continue
        top = index
        while top and index - top < ADDRESS_LINES and _is_name(text, blocks[top - 1]):
            top -= 1
        if top and empty_lines:
            top = next((at + 1 for at in range(index - 1, top - 1, -1) if _are_apart(text, *blocks[at : at + 2])), top)
        result[top:index] = [replace(above, kind="skip", level=0) for above in result[top:index]]
    return result


def _is_name(text: str, block: Block) -> bool:
    content = text[block.start : block.end]
    return (
        block.kind in ("heading", "paragraph", "skip")
        and len(content) <= NAME_LENGTH
        and "\n" not in content
        and not SENTENCE_END.search(content)
    )


def _are_apart(text: str, block: Block, following: Block) -> bool:
    return len(text[block.end : following.start].splitlines()) > 1


def _content(text: str, groups: list[list[Line]], index: int) -> str:
    return text[groups[index][0].start : groups[index][-1].end] if index < len(groups) else ""


def _kind(content: str, *, following: str, most_words: int) -> BlockKind:
    if SKIP_LINE.match(content):
        return "skip"
    if QUOTED_LINE.match(content):
        return "quote"
    if _is_heading(content, following=following, most_words=most_words):
        return "heading"
    return "item" if BULLET.match(content) else "paragraph"


def _is_heading(content: str, *, following: str, most_words: int) -> bool:
    """A short line without a full stop, or a short question, above something else."""
    numbered = NUMBERED_HEADING.match(content)
    if BULLET.match(content) and not numbered:
        return False
    words = len(content.split())
    if (
        not following
        or "\n" in content
        or words > most_words
        or (words <= HEADING_WORDS and len(content) > HEADING_LENGTH)
    ):
        return False
    title = content[numbered.end() :] if numbered else content
    if not title or not title[0].isupper():
        return bool(numbered and not title)
    if numbered and BULLET.match(following) and not numbered.group().strip().startswith(("A", "H", "B", "P")):
        return False  # a numbered list, not a row of headings
    return title.endswith("?") or not SENTENCE_END.search(title)
