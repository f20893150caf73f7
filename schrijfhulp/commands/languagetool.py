"""`schrijfhulp languagetool`: put LanguageTool itself on this computer."""

from enum import StrEnum
from typing import Annotated

import typer

from schrijfhulp.commands.terminal import FAILED, complain

HELP = """Zet LanguageTool op deze computer. Dat kan, maar hoeft niet: Schrijfhulp kent spelling en grammatica al.

\b
Voorbeelden:
  schrijfhulp languagetool install
  schrijfhulp languagetool install --maven

LanguageTool heeft Java 17 of nieuwer nodig. Met --maven haalt Maven alleen het Nederlands op, van uw eigen mirror.
"""


class Action(StrEnum):
    INSTALL = "install"


def run(
    action: Annotated[Action, typer.Argument(metavar="install", help="Haal LanguageTool op.")],
    maven: Annotated[bool, typer.Option("--maven", help="Haal alleen het Nederlands op, met Maven.")] = False,
) -> None:
    from schrijfhulp.grammar.installing import InstallError, install

    try:
        folder = install(maven=maven)
    except InstallError as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    typer.echo(f"LanguageTool staat in {folder}.")
