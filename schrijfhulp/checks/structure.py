"""Checks on the shape of a text: its paragraphs, headings and order."""

from collections.abc import Iterator

from schrijfhulp.checks import Blocks, Options, on_document
from schrijfhulp.dutch.syntax import words
from schrijfhulp.types import Place


@on_document
def lange_alinea(blocks: Blocks, options: Options) -> Iterator[Place]:
    """Paragraphs of more than `words` words."""
    for block, parsed in blocks.blocks:
        if parsed is None or block.kind != "paragraph":
            continue
        count = words(parsed.doc)
        if count > options["words"]:
            yield Place(start=block.start, end=block.end, values={"count": count, "limit": options["words"]})
