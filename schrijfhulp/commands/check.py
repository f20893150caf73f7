"""`schrijfhulp check`: read texts and show what stands between them and their readers."""

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from schrijfhulp.commands.options import Disable, Enable, Files, Ignore, LanguageTool, Pipeline, Profile, Rules, options
from schrijfhulp.commands.terminal import CLEAN, FAILED, FOUND, complain, console
from schrijfhulp.output import Format, lines

if TYPE_CHECKING:
    from schrijfhulp.batch import Failure
    from schrijfhulp.configuration import Options
    from schrijfhulp.output.places import Checked

SERIOUS = {"laag": ("hoog", "midden", "laag"), "midden": ("hoog", "midden"), "hoog": ("hoog",), "nooit": ()}
HELP = """Controleer teksten: .txt, .md, .html, .docx, .odt en .pdf, of mappen daarmee. Een streepje (-) leest de invoer.

\b
Voorbeelden:
  schrijfhulp check brief.txt
  schrijfhulp check teksten/ --profile web --fail-on midden
  schrijfhulp check nota.md --disable lange-zin --ignore Omgevingsloket
  cat brief.txt | schrijfhulp check - --format json
  schrijfhulp check teksten/ --format html > rapport.html
  schrijfhulp check teksten/ --format sarif --baseline bekend.json

Schrijfhulp eindigt met 0 als er niets ernstigs is gevonden, met 1 als er iets is gevonden van de ernst bij --fail-on of
hoger, en met 2 als er iets misging. Vaste instellingen zet u in schrijfhulp.toml naast uw teksten.
"""


class FailOn(StrEnum):
    HOOG = "hoog"
    MIDDEN = "midden"
    LAAG = "laag"
    NOOIT = "nooit"


def run(
    files: Files,
    profile: Profile = None,
    format_: Annotated[
        Format, typer.Option("--format", help="Leesbare tekst, of een formaat voor programma’s.")
    ] = Format.TEKST,
    fail_on: Annotated[FailOn, typer.Option(help="Eindig met 1 vanaf deze ernst.")] = FailOn.HOOG,
    enable: Enable = None,
    disable: Disable = None,
    ignore: Ignore = None,
    pipeline: Pipeline = None,
    languagetool: LanguageTool = None,
    rules: Rules = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="BESTAND", help="Toon alleen wat niet in deze lijst staat.")
    ] = None,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Zet alles wat er is in die lijst.")
    ] = False,
) -> None:
    from schrijfhulp import discovery

    chosen = options(
        profile=profile,
        enable=enable,
        disable=disable,
        ignore=ignore,
        pipeline=pipeline,
        languagetool=languagetool,
        rules=rules,
    )
    checked = _with_progress(discovery.find(files), chosen)
    if baseline:
        checked = _against(checked, baseline, update=update_baseline)
    elif update_baseline:
        complain("--update-baseline kan alleen samen met --baseline BESTAND.")
        raise typer.Exit(FAILED)
    outcomes = _Outcomes(checked, SERIOUS[fail_on])
    if format_ is Format.TEKST:
        _show(outcomes)
    else:
        for line in lines(outcomes, format_):
            typer.echo(line.encode("utf-8", "replace"))
    raise typer.Exit(outcomes.exit_code)


def _against(outcomes: Iterable["Checked | Failure"], path: Path, *, update: bool) -> Iterable["Checked | Failure"]:
    """The outcomes without known findings; with `update` all that there are now become known."""
    from schrijfhulp import baseline
    from schrijfhulp.batch import Failure
    from schrijfhulp.configuration import ConfigurationError

    if update:
        outcomes = list(outcomes)
        texts = [item for item in outcomes if not isinstance(item, Failure)]
        baseline.write(path, (item for text in texts for item in text.fingerprints))
    try:
        known = baseline.read(path)
    except ConfigurationError as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    return (item if isinstance(item, Failure) else baseline.only_new(item, known) for item in outcomes)


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
                complain(outcome.message)

    @property
    def exit_code(self) -> int:
        """What the texts that have passed by amount to."""
        return FAILED if self._complaints else FOUND if self._found else CLEAN


def _show(outcomes: Iterable["Checked"]) -> None:
    from schrijfhulp.output.overview import worst_first
    from schrijfhulp.output.text import TextView

    view = TextView(console())
    for checked in worst_first(outcomes):
        view.show(checked)
    view.close()


def _with_progress(texts: list["str | Failure"], options: "Options") -> Iterable["Checked | Failure"]:
    """The outcomes; for several texts on a terminal, first all of them while a bar shows how far it is."""
    from schrijfhulp.batch import check as check_all

    outcomes = check_all(texts, options)
    if len(texts) < 2 or not sys.stderr.isatty():
        return outcomes
    from rich.progress import track

    return list(track(outcomes, "Lezen", total=len(texts), console=console(stderr=True), transient=True))
