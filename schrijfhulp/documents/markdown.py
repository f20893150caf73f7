"""Markdown to plain text in blocks, with every character's place in the Markdown source."""

import re
from collections.abc import Iterator
from typing import Any

import pyromark

from schrijfhulp.types import Block, BlockKind, Document, Piece, Quiet, Source

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
)
LEAVES: dict[str, BlockKind] = {"Paragraph": "paragraph", "Heading": "heading", "TableCell": "cell", "Item": "item"}
SKIPPED = frozenset({"CodeBlock", "MetadataBlock", "HtmlBlock"})
SWITCH = re.compile(r"<!--\s*schrijfhulp-(?:(uit)\s*(?::\s*([^>]*?))?|aan)\s*-->")
BLOCK_BREAK = "\n\n"


def read(markdown: str) -> Document:
    """The prose of a Markdown text; code, front matter and HTML are left out, switched-off passages are quiet."""
    builder = _Builder(markdown)
    for event, start, end in _events(markdown):
        builder.take(event, start, end)
    builder.close()
    text = "".join(builder.done)
    source = Source(format="md", text=markdown, pieces=tuple(builder.pieces))
    return Document(text=text, blocks=tuple(builder.blocks), quiet=tuple(builder.quiet), source=source)


def _events(markdown: str) -> Iterator[tuple[Any, int, int]]:
    """The parser's events with code-point ranges; it counts in UTF-8 bytes, and a lone surrogate as one `?`."""
    safe = markdown.encode("utf-8", "replace").decode("utf-8")
    events = pyromark.events_with_range(safe, options=OPTIONS)
    if safe.isascii():
        yield from ((event, place["start"], place["end"]) for event, place in events)
        return
    at_byte: list[int] = []
    for index, char in enumerate(safe):
        at_byte += [index] * len(char.encode("utf-8"))
    at_byte.append(len(safe))
    yield from ((event, at_byte[place["start"]], at_byte[place["end"]]) for event, place in events)


class _Builder:
    """Collects text, pieces and blocks while the events pass."""

    def __init__(self, markdown: str) -> None:
        self.markdown = markdown
        self.done: list[str] = []  # the text of the closed blocks
        self.parts: list[str] = []  # the text of the open block
        self.pieces: list[Piece] = []
        self.blocks: list[Block] = []
        self.quiet: list[Quiet] = []
        self.length = 0
        self.block_start = 0
        self.open: list[tuple[str, int]] = []  # the open elements with their level
        self.off: dict[frozenset[str], int] = {}  # rules switched off, and since where

    def take(self, event: Any, start: int, end: int) -> None:
        match event:
            case {"Start": tag}:
                self._start(tag)
            case {"End": tag}:
                self._end()
            case {"Text": text} if not self._skipped():
                self._add(text, start, end)
            case {"Code": text}:
                at = self.length
                self._add_code(text, start, end)
                self.quiet.append(Quiet(start=at, end=self.length))
            case {"Html": text} | {"InlineHtml": text}:
                self._switch(text)
            case "SoftBreak" | "HardBreak":
                self._add("\n", start, end)

    def _start(self, tag: Any) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name in LEAVES or name in SKIPPED or name in ("List", "BlockQuote"):
            self._flush()
        level = int(tag["Heading"]["level"][1]) if name == "Heading" else sum(open_ == "List" for open_, _ in self.open)
        self.open.append((name, level))

    def _end(self) -> None:
        name = self.open[-1][0]
        if name in LEAVES:
            self._flush()
        self.open.pop()

    def _skipped(self) -> bool:
        return any(name in SKIPPED for name, _ in self.open)

    def _add(self, text: str, start: int, end: int) -> None:
        if not text:
            return
        self.parts.append(text)
        self.pieces.append(Piece(start=self.length, end=self.length + len(text), source_start=start, source_end=end))
        self.length += len(text)

    def _add_code(self, text: str, start: int, end: int) -> None:
        inner = self.markdown.find(text, start, end)
        self._add(text, inner, inner + len(text)) if inner >= 0 else self._add(text, start, end)

    def _flush(self) -> None:
        """Close the block that has been collected, with the kind of the elements that are open."""
        text = "".join(self.parts)
        if text.strip():
            start = self.block_start + len(text) - len(text.lstrip())
            kind, level = self._kind()
            self.blocks.append(Block(kind=kind, start=start, end=start + len(text.strip()), level=level))
        if text:
            self.done += [text, BLOCK_BREAK]
            self.parts = []
            self.length += len(BLOCK_BREAK)
        self.block_start = self.length

    def _kind(self) -> tuple[BlockKind, int]:
        names = [name for name, _ in self.open]
        if "BlockQuote" in names:
            return "quote", 0
        if "Item" in names and "Heading" not in names:
            return "item", sum(name == "List" for name in names)
        leaves = [(LEAVES[name], level) for name, level in self.open if name in LEAVES]
        return leaves[-1] if leaves else ("paragraph", 0)

    def _switch(self, html: str) -> None:
        for match in SWITCH.finditer(html):
            if match[1]:
                rules = frozenset((match[2] or "").replace(",", " ").split())
                self.off.setdefault(rules, self.length)
            else:
                self._switch_on()

    def _switch_on(self) -> None:
        for rules, start in self.off.items():
            if start < self.length:
                self.quiet.append(Quiet(start=start, end=self.length, rules=rules))
        self.off.clear()

    def close(self) -> None:
        self._flush()
        self._switch_on()
