"""Collect a document's text block by block while a format is read."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from schrijfhulp.documents.limits import MOST_BLOCKS, MOST_PIECES, check_count, check_length
from schrijfhulp.types import Block, BlockKind, Document, Piece, Quiet, Source

Recognise = Callable[[str, Sequence[Block]], Sequence[Block]]

BLOCK_BREAK = "\n\n"
SWITCH = re.compile(r"<!--\s*schrijfhulp-(?:(uit)\s*(?::\s*([^>]*?))?|aan)\s*-->")


class Builder:
    """Text is added piece by piece to the open block, each piece with its place in the source when it has one."""

    def __init__(self) -> None:
        self.length = 0  # of the text so far
        self._done: list[str] = []  # the text of the closed blocks
        self._parts: list[str] = []  # the text of the open block
        self._pieces: list[Piece] = []
        self._blocks: list[Block] = []
        self._quiet: list[Quiet] = []
        self._block_start = 0
        self._off: dict[frozenset[str], int] = {}  # rules switched off, and since where

    @property
    def at_space(self) -> bool:
        """Whether the open block is empty or ends with white space."""
        return not self._parts or self._parts[-1][-1].isspace()

    @property
    def has_words(self) -> bool:
        """Whether the open block holds more than white space."""
        return any(not part.isspace() for part in self._parts)

    @property
    def has_sentence(self) -> bool:
        """Whether the open block ends as a sentence does."""
        return "".join(self._parts).rstrip().endswith((".", "!", "?"))

    def add(self, text: str, place: tuple[int, int] | None = None) -> None:
        """Text that comes from `place` in the source."""
        if not text:
            return
        if place:
            self._add_piece(
                Piece(start=self.length, end=self.length + len(text), source_start=place[0], source_end=place[1])
            )
        self._parts.append(text)
        self.length += len(text)
        check_length(self.length)

    def _add_piece(self, piece: Piece) -> None:
        """One piece for what follows on in the text as in the source, character for character."""
        last = self._pieces[-1] if self._pieces else None
        if last and last.end == piece.start and last.source_end == piece.source_start and _is_literal(last, piece):
            self._pieces[-1] = replace(last, end=piece.end, source_end=piece.source_end)
        else:
            self._pieces.append(piece)
            check_count(len(self._pieces), MOST_PIECES)

    def hush(self, start: int) -> None:
        """From `start` to here no rule speaks."""
        if self._quiet and self._quiet[-1].end == start and not self._quiet[-1].rules:
            self._quiet[-1] = replace(self._quiet[-1], end=self.length)
        elif start < self.length:
            self._quiet.append(Quiet(start=start, end=self.length))

    def close(self, kind: BlockKind, level: int = 0) -> None:
        """Close the open block; one without words is no block."""
        text = "".join(self._parts)
        if text.strip():
            start = self._block_start + len(text) - len(text.lstrip())
            self._blocks.append(Block(kind=kind, start=start, end=start + len(text.strip()), level=level))
            check_count(len(self._blocks), MOST_BLOCKS)
        if text:
            self._done += [text, BLOCK_BREAK]
            self._parts = []
            self.length += len(BLOCK_BREAK)
        self._block_start = self.length

    def switch(self, comment: str) -> None:
        """Obey the comments `schrijfhulp-uit: REGEL` and `schrijfhulp-aan`."""
        for match in SWITCH.finditer(comment):
            if match[1]:
                rules = frozenset((match[2] or "").replace(",", " ").split())
                self._off.setdefault(rules, self.length)
            else:
                self._switch_on()

    def _switch_on(self) -> None:
        for rules, start in self._off.items():
            if start < self.length:
                self._quiet.append(Quiet(start=start, end=self.length, rules=rules))
        self._off.clear()

    def document(self, *, format: str, source: str = "", recognise: Recognise | None = None) -> Document:
        """All closed blocks as a document; `recognise` may see from the text that one is of another kind."""
        self._switch_on()
        text = "".join(self._done)
        return Document(
            text=text,
            blocks=tuple(recognise(text, self._blocks) if recognise else self._blocks),
            quiet=tuple(self._quiet),
            source=Source(format=format, text=source, pieces=tuple(self._pieces)),
        )


def _is_literal(*pieces: Piece) -> bool:
    return all(piece.end - piece.start == piece.source_end - piece.source_start for piece in pieces)
