"""How a person's view is laid out on a terminal: width, colours, and text that hangs beside its label."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from schrijfhulp.types import Severity

WIDEST = 110  # columns; longer rows are tiring to read
COLOURS: Mapping[Severity, str] = {"hoog": "red", "midden": "yellow", "laag": "cyan"}

Styled = tuple[str, str]


def width(console: Console) -> int:
    """The columns to use."""
    return min(console.width, WIDEST)


def print_beside(console: Console, label: Text | str, body: Text) -> None:
    """The body beside its label; rows that follow are indented as far. No row ends in spaces."""
    indent = cell_len(str(label))
    for row in body.wrap(console, max(width(console) - indent, 1)):
        row.rstrip()
        console.print(Text.assemble(label, row), soft_wrap=True)
        label = " " * indent


def with_dots(parts: Sequence[Styled]) -> Sequence[Styled]:
    """Styled pieces with a dot between them."""
    return [piece for part in parts for piece in ((" · ", "dim"), part)][1:]
