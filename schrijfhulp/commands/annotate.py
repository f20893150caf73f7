"""`schrijfhulp annotate`: the advice as comments in a copy of a Word file."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from schrijfhulp.commands.options import Disable, Enable, Ignore, LanguageTool, Profile, Rules, options
from schrijfhulp.commands.terminal import FAILED, complain

if TYPE_CHECKING:
    from schrijfhulp.batch import Opened
    from schrijfhulp.types import Finding, Report

HELP = """Zet het advies als opmerkingen in een kopie van een Word-bestand.

\b
Voorbeelden:
  schrijfhulp annotate brief.docx
  schrijfhulp annotate brief.docx --suggest --output brief-met-voorstellen.docx

De kopie heet brief.schrijfhulp.docx, tenzij u zelf een naam geeft. Met --suggest staat het eerste voorstel er als
bijgehouden wijziging in: die neemt u in Word over of niet.
"""


def run(
    files: Annotated[list[Path], typer.Argument(metavar="BESTAND", help="Word-bestanden (.docx).")],
    output: Annotated[Path | None, typer.Option(metavar="BESTAND", help="Waar de kopie komt, bij één bestand.")] = None,
    suggest: Annotated[bool, typer.Option("--suggest", help="Zet ook voorstellen in de tekst.")] = False,
    profile: Profile = None,
    enable: Enable = None,
    disable: Disable = None,
    ignore: Ignore = None,
    languagetool: LanguageTool = None,
    rules: Rules = None,
) -> None:
    from schrijfhulp import batch

    if output and len(files) > 1:
        complain("--output kan alleen bij één bestand.")
        raise typer.Exit(FAILED)
    chosen = options(
        profile=profile, enable=enable, disable=disable, ignore=ignore, languagetool=languagetool, rules=rules
    )
    failed = False
    names = [str(file) for file in files]
    for outcome in batch.each(names, chosen, lambda text: (text, *_annotated(text, suggest=suggest))):
        if isinstance(outcome, batch.Failure):
            complain(outcome.message)
            failed = True
            continue
        text, data, count = outcome
        target = output or Path(text.name).with_suffix(f".schrijfhulp{Path(text.name).suffix}")
        target.write_bytes(data)
        typer.echo(f"{target}: {count} opmerkingen")
    raise typer.Exit(FAILED if failed else 0)


def _annotated(text: "Opened", *, suggest: bool) -> tuple[bytes, int]:
    """The file with comments, and how many findings they tell of."""
    from schrijfhulp.documents import DocumentError, word_edits
    from schrijfhulp.fixing import first_changes

    if text.document.source.format != "docx":
        raise DocumentError("opmerkingen kunnen alleen in een Word-bestand (.docx)")
    report = text.check(text.document)
    comments = [
        word_edits.Comment(start=finding.start, end=finding.end, text=_about(text, finding))
        for finding in report.findings
    ]
    changes = first_changes(report) if suggest else ()
    data = word_edits.annotated(text.data, comments, summary=_summary(report), changes=changes)
    return data, len(comments)


def _about(text: "Opened", finding: "Finding") -> str:
    """What a comment says: the finding, the suggestions, and why."""
    parts = [finding.message]
    if finding.suggestions:
        parts.append("Voorstel: " + " / ".join(f"‘{suggestion.text}’" for suggestion in finding.suggestions[:3]))
    if rule := text.rules.get(finding.rule):
        parts.append(f"Waarom: {rule.why}")
    return "\n".join([*parts, f"Regel: {finding.rule}"])


def _summary(report: "Report") -> str:
    counts = Counter(finding.severity for finding in report.findings)
    found = ", ".join(f"{count} {severity}" for severity, count in counts.items()) or "niets gevonden"
    lines = [f"Schrijfhulp las deze tekst als ‘{report.profile}’: {found}."]
    if report.measures.lint:
        lines.append(f"Leesbaarheid: niveau {report.measures.lint.level} van 4 (LiNT). Dat is een indicatie.")
    if report.steering:
        lines.append(report.steering.advice)
    return "\n".join([*lines, *(notice.message for notice in report.notices)])
