"""Markdown to plain text in blocks, with every character's place in the Markdown source."""

import re
from collections.abc import Iterator
from typing import Any

import pyromark

from schrijfhulp.documents.building import Builder
from schrijfhulp.documents.limits import MOST_DEPTH, DocumentError
from schrijfhulp.types import BlockKind, Document

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
)
LEAVES: dict[str, BlockKind] = {"Paragraph": "paragraph", "Heading": "heading", "TableCell": "cell", "Item": "item"}
TOO_DEEP = re.compile(rf"^(?:[ \t]*(?:>|(?:[-*+]|\d{{1,9}}[.)])[ \t])){{{MOST_DEPTH}}}", re.MULTILINE)
SKIPPED = frozenset({"CodeBlock", "MetadataBlock", "HtmlBlock"})


def read(markdown: str) -> Document:
    """The prose of a Markdown text; code, front matter and HTML are left out, switched-off passages are quiet.

    Raises DocumentError for quotes and lists inside each other without end: the parser's time goes up with their square.
    """
    if TOO_DEEP.search(markdown):
        raise DocumentError("dit bestand is te ingewikkeld")
    reader = _Reader(markdown)
    for event, start, end in _events(markdown):
        reader.take(event, start, end)
    reader.close()
    return reader.builder.document(format="md", source=markdown)


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


class _Reader:
    """Follows the events and knows which elements are open."""

    def __init__(self, markdown: str) -> None:
        self.markdown = markdown
        self.builder = Builder()
        self.open: list[tuple[str, int]] = []  # the open elements with their level

    def take(self, event: Any, start: int, end: int) -> None:
        match event:
            case {"Start": tag}:
                self._start(tag)
            case {"End": _}:
                self._end()
            case {"Text": text} if not self._skipped():
                self.builder.add(text, (start, end))
            case {"Code": text}:
                at = self.builder.length
                inner = self.markdown.find(text, start, end)
                self.builder.add(text, (inner, inner + len(text)) if inner >= 0 else (start, end))
                self.builder.hush(at)
            case {"Html": text} | {"InlineHtml": text}:
                self.builder.switch(text)
            case "SoftBreak" | "HardBreak":
                self.builder.add("\n", (start, end))

    def _start(self, tag: Any) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name in LEAVES or name in SKIPPED or name in ("List", "BlockQuote"):
            self.close()
        level = int(tag["Heading"]["level"][1]) if name == "Heading" else sum(open_ == "List" for open_, _ in self.open)
        self.open.append((name, level))

    def _end(self) -> None:
        if self.open[-1][0] in LEAVES:
            self.close()
        self.open.pop()

    def _skipped(self) -> bool:
        return any(name in SKIPPED for name, _ in self.open)

    def close(self) -> None:
        """Close the block that has been collected, with the kind of the elements that are open."""
        self.builder.close(*self._kind())

    def _kind(self) -> tuple[BlockKind, int]:
        names = [name for name, _ in self.open]
        if "BlockQuote" in names:
            return "quote", 0
        if "Item" in names and "Heading" not in names:
            return "item", sum(name == "List" for name in names)
        leaves = [(LEAVES[name], level) for name, level in self.open if name in LEAVES]
        return leaves[-1] if leaves else ("paragraph", 0)
