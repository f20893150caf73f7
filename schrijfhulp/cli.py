"""The command line: `schrijfhulp check` and `schrijfhulp rules`. What a command does not need is not imported."""

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from schrijfhulp import __version__
from schrijfhulp.usage import Command, Group, error_line

if TYPE_CHECKING:
    from rich.console import Console

    from schrijfhulp.batch import Failure
    from schrijfhulp.configuration import Options
    from schrijfhulp.output.places import Checked

CLEAN, FOUND, FAILED = 0, 1, 2
SERIOUS = {"laag": ("hoog", "midden", "laag"), "midden": ("hoog", "midden"), "hoog": ("hoog",), "nooit": ()}


class Format(StrEnum):
    TEKST = "tekst"
    JSON = "json"


class FailOn(StrEnum):
    HOOG = "hoog"
    MIDDEN = "midden"
    LAAG = "laag"
    NOOIT = "nooit"


ABOUT = "Schrijfhulp leest uw tekst mee en zegt wat de lezer in de weg staat."
CHECK = """Controleer teksten: .txt en .md, of mappen met zulke teksten. Een streepje (-) leest de invoer.

\b
Voorbeelden:
  schrijfhulp check brief.txt
  schrijfhulp check teksten/ --profile web --fail-on midden
  schrijfhulp check nota.md --disable lange-zin --ignore Omgevingsloket
  cat brief.txt | schrijfhulp check - --format json

Schrijfhulp eindigt met 0 als er niets ernstigs is gevonden, met 1 als er iets is gevonden van de ernst bij --fail-on of
hoger, en met 2 als er iets misging. Vaste instellingen zet u in schrijfhulp.toml naast uw teksten.
"""
RULES = """Toon de regels, of één regel met uitleg en voorbeelden.

\b
Voorbeelden:
  schrijfhulp rules
  schrijfhulp rules zinsbouw
  schrijfhulp rules woordkeuze/ambtelijk-woord
"""

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
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # older Windows code pages lack our arrows
    try:
        sys.exit(app(standalone_mode=False))
    except typer.TyperException as error:
        typer.echo(f"schrijfhulp: {error_line(error)}. Zie schrijfhulp --help.", err=True)
        sys.exit(FAILED)
    except typer.Abort:
        sys.exit(FAILED)


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


@app.command(cls=Command, help=CHECK, options_metavar="[OPTIES]")
def check(
    files: Annotated[list[str], typer.Argument(metavar="BESTAND", help="Bestanden of mappen, of - voor de invoer.")],
    profile: Annotated[
        str | None,
        typer.Option(metavar="NAAM", help="Soort tekst: brief (standaard), web, besluit, beleid of participatie."),
    ] = None,
    format_: Annotated[
        Format, typer.Option("--format", help="Leesbare tekst, of JSON voor programma’s.")
    ] = Format.TEKST,
    fail_on: Annotated[FailOn, typer.Option(help="Eindig met 1 vanaf deze ernst.")] = FailOn.HOOG,
    enable: Annotated[
        list[str] | None, typer.Option(metavar="REGEL", help="Gebruik alleen deze regel of groep. Mag vaker.")
    ] = None,
    disable: Annotated[
        list[str] | None, typer.Option(metavar="REGEL", help="Sla deze regel of groep over. Mag vaker.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="WOORD", help="Laat dit woord met rust. Mag vaker.")
    ] = None,
    pipeline: Annotated[
        str | None, typer.Option(metavar="NAAM", help="Een andere Nederlandse taalpijplijn van spaCy.")
    ] = None,
    rules: Annotated[list[str] | None, typer.Option(metavar="MAP", help="Een map met eigen regels. Mag vaker.")] = None,
) -> None:
    from schrijfhulp import batch
    from schrijfhulp.configuration import Options

    options = Options(
        profile=profile,
        ignore=tuple(ignore or ()),
        enable=tuple(enable or ()),
        disable=tuple(disable or ()),
        rules=tuple(rules or ()),
        pipeline=pipeline,
    )
    outcomes = _Outcomes(_with_progress(batch.find(files), options), SERIOUS[fail_on])
    if format_ is Format.JSON:
        from schrijfhulp.output import as_json

        typer.echo(as_json.dumps(outcomes).encode("utf-8", "replace"))
    else:
        _show(outcomes)
    raise typer.Exit(outcomes.exit_code)


@app.command(cls=Command, help=RULES, options_metavar="[OPTIES]")
def rules(
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
        _complain(str(error))
        raise typer.Exit(FAILED) from None
    if name and len(keys) == 1:
        view.show_page(_console(), book.rules[min(keys)])
    else:
        view.show_list(_console(), (book.rules[key] for key in keys))


class _Outcomes:
    """The texts that were checked, one by one; failures go to stderr on the way, each once."""

    def __init__(self, outcomes: Iterable["Checked | Failure"], serious: tuple[str, ...]) -> None:
        self._outcomes = outcomes
        self._serious = serious
        self._complaints: set[str] = set()
        self._found = False

    def __iter__(self) -> Iterator["Checked"]:
        from schrijfhulp.batch import Failure

        for outcome in self._outcomes:
            if not isinstance(outcome, Failure):
                self._found |= any(finding.severity in self._serious for finding in outcome.report.findings)
                yield outcome
            elif outcome.message not in self._complaints:
                self._complaints.add(outcome.message)
                _complain(outcome.message)

    @property
    def exit_code(self) -> int:
        """What the texts that have passed by amount to."""
        return FAILED if self._complaints else FOUND if self._found else CLEAN


def _show(outcomes: Iterable["Checked"]) -> None:
    from schrijfhulp.output.text import TextView

    view = TextView(_console())
    for checked in outcomes:
        view.show(checked)
    view.close()


def _with_progress(texts: list["str | Failure"], options: "Options") -> Iterable["Checked | Failure"]:
    """The outcomes; for several texts on a terminal, first all of them while a bar shows how far it is."""
    from schrijfhulp.batch import check as check_all

    outcomes = check_all(texts, options)
    if len(texts) < 2 or not sys.stderr.isatty():
        return outcomes
    from rich.progress import track

    return list(track(outcomes, "Lezen", total=len(texts), console=_console(stderr=True), transient=True))


def _console(*, stderr: bool = False) -> "Console":
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def _complain(message: str) -> None:
    typer.echo(f"schrijfhulp: {message}", err=True)
