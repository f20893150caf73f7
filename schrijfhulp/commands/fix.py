"""`schrijfhulp fix`: show or make the changes that need no second thought."""

from collections.abc import Iterable
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from schrijfhulp.commands.options import Disable, Enable, Files, Ignore, LanguageTool, Profile, Rules, options
from schrijfhulp.commands.terminal import CLEAN, FAILED, FOUND, complain, console

if TYPE_CHECKING:
    from schrijfhulp.batch import Opened
    from schrijfhulp.types import Document

HELP = """Verbeter woorden waarover u niet hoeft na te denken, in .txt, .md, .html en .docx.

\b
Voorbeelden:
  schrijfhulp fix brief.txt
  schrijfhulp fix teksten/ --write
  schrijfhulp fix nota.docx --enable ambtelijk-woord --write

Zonder --write ziet u alleen wat er zou veranderen. Schrijfhulp eindigt met 0 als er niets te veranderen is, met 1 als
u veranderingen ziet die nog niet zijn opgeslagen, en met 2 als er iets misging.
"""


def run(
    files: Files,
    write: Annotated[bool, typer.Option("--write", help="Sla de veranderingen op.")] = False,
    profile: Profile = None,
    enable: Enable = None,
    disable: Disable = None,
    ignore: Ignore = None,
    languagetool: LanguageTool = None,
    rules: Rules = None,
) -> None:
    from schrijfhulp import batch, discovery

    chosen = options(
        profile=profile, enable=enable, disable=disable, ignore=ignore, languagetool=languagetool, rules=rules
    )
    code = CLEAN
    for outcome in batch.each(discovery.find(files), chosen, _fixed):
        if isinstance(outcome, batch.Failure):
            complain(outcome.message)
            code = FAILED
            continue
        text, data = outcome
        if data == text.data:
            continue
        _show(text, data)
        if write and text.name != batch.STDIN:
            Path(text.name).write_bytes(data)
        else:
            code = max(code, FOUND)
    raise typer.Exit(code)


def _fixed(text: "Opened") -> tuple["Opened", bytes]:
    from schrijfhulp.fixing import fixed

    return text, fixed(text.data, name=text.name, rules=text.rules, check=text.check)


def _show(text: "Opened", data: bytes) -> None:
    from schrijfhulp import documents

    before, after = (_lines(document) for document in (text.document, documents.read(data, name=text.name)))
    _print(unified_diff(before, after, text.name, text.name, n=1, lineterm=""))


def _lines(document: "Document") -> list[str]:
    return (document.source.text or document.text).splitlines()


def _print(lines: Iterable[str]) -> None:
    colours = {"+": "green", "-": "red", "@": "cyan"}
    terminal = console()
    for line in lines:
        terminal.print(line, style=colours.get(line[0], ""), soft_wrap=True)
