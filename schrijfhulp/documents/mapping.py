"""The way between a document's plain text and its source."""

from bisect import bisect_right
from itertools import takewhile

from schrijfhulp.types import Piece, Source


def source_range(source: Source, start: int, end: int) -> tuple[int, int]:
    """The range of the source that holds `[start, end)` of the text; markup between the two ends is inside it."""
    if not source.pieces:
        return start, end
    pieces = source.pieces
    at = max(bisect_right(pieces, start, key=lambda piece: piece.start) - 1, 0)
    touched = [piece for piece in takewhile(lambda piece: piece.start < end, pieces[at:]) if start < piece.end]
    if not touched:
        raise ValueError(f"no source for [{start}, {end})")
    return _place(touched[0], start, at_end=False), _place(touched[-1], end, at_end=True)


def _place(piece: Piece, offset: int, *, at_end: bool) -> int:
    if piece.end - piece.start == piece.source_end - piece.source_start:
        return piece.source_start + min(max(offset, piece.start), piece.end) - piece.start
    # An entity such as `&amp;` is one character of text: it maps as a whole.
    return piece.source_end if at_end else piece.source_start
