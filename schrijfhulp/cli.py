"""The command line `schrijfhulp`: the program and its commands."""

import gc
import sys
from typing import Annotated

import typer

from schrijfhulp import __version__
from schrijfhulp.commands import annotate, check, fix, languagetool, rules, serve
from schrijfhulp.commands.terminal import FAILED
from schrijfhulp.usage import Command, Group, error_line

ABOUT = "Schrijfhulp leest uw tekst mee en zegt wat de lezer in de weg staat."

app = typer.Typer(
    cls=Group,
    help=ABOUT,
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT …",
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,  # a traceback with local variables would show the text
)


def main() -> None:
    """The program `schrijfhulp`; a mistake in how it is called is one line on stderr."""
    gc.set_threshold(500_000)  # what is loaded stays: looking through it for garbage takes a tenth of the run
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # older Windows code pages lack our arrows
    try:
        sys.exit(app(standalone_mode=False))
    except typer.TyperException as error:
        typer.echo(f"schrijfhulp: {error_line(error)}. Zie schrijfhulp --help.", err=True)
        sys.exit(FAILED)
    except typer.Abort:
        sys.exit(FAILED)
    finally:
        gc.freeze()  # nor does the end of the program need to look


@app.callback()
def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Toon het versienummer.")] = False,
) -> None:
    if version:
        typer.echo(f"schrijfhulp {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


COMMANDS = {
    "check": check,
    "fix": fix,
    "annotate": annotate,
    "rules": rules,
    "serve": serve,
    "languagetool": languagetool,
}
for name, command in COMMANDS.items():
    app.command(name, cls=Command, help=command.HELP, options_metavar="[OPTIES]")(command.run)
