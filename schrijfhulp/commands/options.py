"""The options that commands share: which texts, and what holds for them."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from schrijfhulp.configuration import Options

Files = Annotated[list[str], typer.Argument(metavar="BESTAND", help="Bestanden of mappen, of - voor de invoer.")]
Profile = Annotated[
    str | None,
    typer.Option(metavar="NAAM", help="Soort tekst: brief (standaard), web, besluit, beleid of participatie."),
]
Enable = Annotated[
    list[str] | None, typer.Option(metavar="REGEL", help="Gebruik alleen deze regel of groep. Mag vaker.")
]
Disable = Annotated[list[str] | None, typer.Option(metavar="REGEL", help="Sla deze regel of groep over. Mag vaker.")]
Ignore = Annotated[list[str] | None, typer.Option(metavar="WOORD", help="Laat dit woord met rust. Mag vaker.")]
Pipeline = Annotated[str | None, typer.Option(metavar="NAAM", help="Een andere Nederlandse taalpijplijn van spaCy.")]
LanguageTool = Annotated[
    str | None,
    typer.Option(
        "--languagetool",
        metavar="BRON",
        envvar="SCHRIJFHULP_LANGUAGETOOL",
        show_envvar=False,
        help="Waar spelling en grammatica vandaan komen: embedded (standaard), auto, uit, een adres of een map.",
    ),
]
Rules = Annotated[list[str] | None, typer.Option(metavar="MAP", help="Een map met eigen regels. Mag vaker.")]


def options(
    *,
    profile: str | None,
    enable: list[str] | None,
    disable: list[str] | None,
    ignore: list[str] | None,
    pipeline: str | None = None,
    languagetool: str | None = None,
    rules: list[str] | None,
) -> "Options":
    """What the command line set."""
    from schrijfhulp.configuration import Options

    return Options(
        profile=profile,
        ignore=tuple(ignore or ()),
        enable=tuple(enable or ()),
        disable=tuple(disable or ()),
        rules=tuple(rules or ()),
        pipeline=pipeline,
        languagetool=languagetool,
    )
