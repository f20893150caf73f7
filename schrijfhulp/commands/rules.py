"""`schrijfhulp rules`: all rules in a list, or one rule's page."""

from pathlib import Path
from typing import Annotated

import typer

from schrijfhulp.commands.terminal import FAILED, complain, console

HELP = """Toon de regels, of één regel met uitleg en voorbeelden.

\b
Voorbeelden:
  schrijfhulp rules
  schrijfhulp rules zinsbouw
  schrijfhulp rules woordkeuze/ambtelijk-woord
"""


def run(
    name: Annotated[str | None, typer.Argument(metavar="[REGEL]", help="Een regel of een groep regels.")] = None,
    folders: Annotated[
        list[str] | None, typer.Option("--rules", metavar="MAP", help="Een map met eigen regels. Mag vaker.")
    ] = None,
) -> None:
    from schrijfhulp.configuration import ConfigurationError, Options, settings
    from schrijfhulp.output import rules as view
    from schrijfhulp.rulebook import RuleError, load

    try:
        book = load(folders=settings(Path(), Options(rules=tuple(folders or ()))).rules)
        keys = book.select([name]) if name else frozenset(book.rules)
    except (ConfigurationError, RuleError) as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    if name and len(keys) == 1:
        view.show_page(console(), book.rules[min(keys)])
    else:
        view.show_list(console(), (book.rules[key] for key in keys))
