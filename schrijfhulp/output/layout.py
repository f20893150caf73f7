"""How a person's view is laid out on a terminal: width, colours, and text that hangs beside its label."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from schrijfhulp.output.excerpts import printable, shortened
from schrijfhulp.types import Severity

MARGIN = 7  # columns for the line number
NOTHING = "–"
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


def print_place(console: Console, line: int, sentence: str, label: str = "") -> None:
    """A sentence of the text, or its beginning, after the number of its line and a label."""
    before = Text.assemble((f"{line:>{MARGIN - 2}}  ", "dim"), label)
    print_beside(console, before, Text(shortened(printable(sentence), width(console) - cell_len(before.plain))))


def number(value: float | None, decimals: int = 0) -> str:
    """A number as the Dutch write it."""
    return NOTHING if value is None else f"{value:.{decimals}f}".replace(".", ",").replace("-", "−")


def with_dots(parts: Sequence[Styled]) -> Sequence[Styled]:
    """Styled pieces with a dot between them."""
    return [piece for part in parts for piece in ((" · ", "dim"), part)][1:]
