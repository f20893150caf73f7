"""`schrijfhulp serve`: the page and the API on this computer or server."""

from typing import Annotated

import typer

from schrijfhulp.commands.terminal import FAILED, complain

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
    from schrijfhulp.dutch.pipeline import PipelineError
    from schrijfhulp.rulebook import RuleError
    from schrijfhulp.server.app import create_app
    from schrijfhulp.server.settings import SettingsError

    try:
        app = create_app()
    except (SettingsError, RuleError, PipelineError) as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    app.run(host=host, port=port)
