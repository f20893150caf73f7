"""`schrijfhulp serve`: the page and the API on this computer or server."""

import errno
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from schrijfhulp.commands.terminal import FAILED, complain

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from schrijfhulp.engine import Engine
    from schrijfhulp.grammar import Grammar
    from schrijfhulp.server.settings import Settings

REASONS = {errno.EADDRINUSE: "de poort is al in gebruik", errno.EACCES: "dat mag u niet"}
HELP = """Start de website en de API van Schrijfhulp.

\b
Voorbeelden:
  schrijfhulp serve
  schrijfhulp serve --host 0.0.0.0 --port 8080 --workers 4

Instellingen geeft u met omgevingsvariabelen die beginnen met SCHRIJFHULP_; ze staan in de README.
"""


def run(
    host: Annotated[str, typer.Option(metavar="ADRES", help="Het adres waarop de server luistert.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="NUMMER", min=0, max=65535, help="De poort.")] = 8000,
    workers: Annotated[
        int, typer.Option(metavar="AANTAL", min=1, help="Hoeveel processen tegelijk teksten lezen.")
    ] = 1,
) -> None:
    if sys.platform == "win32":
        complain("de server draait niet op Windows zelf, wel in WSL of in een container.")
        raise typer.Exit(FAILED)
    from schrijfhulp.server import logs
    from schrijfhulp.server.processes import Server, address, listen, share_metrics
    from schrijfhulp.server.settings import SettingsError, from_environment

    try:
        settings = from_environment()
        listening = listen(host, port)
    except SettingsError as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    except OSError as error:
        complain(
            f"op {host}, poort {port}, kan de server niet luisteren: {REASONS.get(error.errno or 0, 'dit adres is hier niet')}."
        )
        raise typer.Exit(FAILED) from None
    if settings.metrics:
        share_metrics()
    app, engine, start = _application(settings)
    logs.to(sys.stdout)
    typer.echo(f"Schrijfhulp draait op {address(listening)}. Stoppen: Ctrl+C.", err=True)
    Server(app, listening, engine=engine, start=start, workers=workers, timeout=settings.request_timeout).run()


def _application(settings: "Settings") -> "tuple[Flask, Engine, Callable[[], Grammar]]":
    """The application, its engine that has no spelling yet, and what starts that."""
    from schrijfhulp.dutch.pipeline import PipelineError
    from schrijfhulp.engine import load
    from schrijfhulp.grammar import NO_SOURCE
    from schrijfhulp.grammar.selection import LanguageToolError, starter
    from schrijfhulp.rulebook import RuleError
    from schrijfhulp.server.app import create_app

    try:
        start = starter(settings.languagetool)
        engine = load(languagetool=NO_SOURCE)
        return create_app(settings, engine), engine, start
    except (RuleError, PipelineError, LanguageToolError) as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
