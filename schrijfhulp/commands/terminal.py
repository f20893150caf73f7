"""What commands say: on the terminal, as complaints, and as exit codes."""

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.console import Console

CLEAN, FOUND, FAILED = 0, 1, 2


def console(*, stderr: bool = False) -> "Console":
    """A terminal, or a plain stream when there is none."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def complain(message: str) -> None:
    """One line on stderr."""
    typer.echo(f"schrijfhulp: {message}", err=True)
