"""Help pages and usage errors in Dutch: typer words them in English and offers no catalogue for other languages."""

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

HELP = {
    r"^Usage:": "Gebruik:",
    r"^Arguments:": "Wat u opgeeft:",
    r"^Options:": "Opties:",
    r"^Commands:": "Opdrachten:",
    r"\[default:(?=\s)": "[standaard:",
    r"\[required\]": "[verplicht]",
    r" <(?:list\[)?str\]?>": "",
    r"\{BESTAND\}\.\.\.": "BESTAND…",
    r"\[\{?\[REGEL\]\}?\]": "[REGEL]",
    r"Show this message and exit\.": "Toon deze uitleg.",
}
ERRORS = {
    r"No such option: (\S+).*": r"de optie ‘\1’ bestaat niet",
    r"No such command '(.*?)'.*": r"de opdracht ‘\1’ bestaat niet",
    r"Missing command.*": "geef een opdracht, zoals ‘check’",
    r"Missing argument '(.*?)'.*": r"geef \1 op",
    r"Option '(.*?)' requires an argument.*": r"de optie ‘\1’ vraagt een waarde",
    r"Got unexpected extra argument(?:s|\(s\))? \((.*)\).*": r"dit is te veel: ‘\1’",
    r"Invalid value for '(.*?)'[^:]*: (?:.*? is not one of|Input should be) (.*?)\.?": r"‘\1’ kan alleen zijn: \2",
    r"Invalid value for '(.*?)'[^:]*: (.*)": r"‘\1’: \2",
}


class Command(TyperCommand):
    """A command with a Dutch help page."""

    def get_help(self, ctx: Any) -> str:
        return _translated(super().get_help(ctx))


class Group(TyperGroup):
    """A group of commands with a Dutch help page."""

    def get_help(self, ctx: Any) -> str:
        return _translated(super().get_help(ctx))


def error_line(error: typer.TyperException) -> str:
    """What was wrong with the command, in one Dutch line; a message that is not known here stays as it is."""
    message = " ".join(error.format_message().split())
    for pattern, dutch in ERRORS.items():
        if match := re.fullmatch(pattern, message):
            return match.expand(dutch).replace(" or ", " of ")
    return message


def _translated(page: str) -> str:
    for pattern, dutch in HELP.items():
        page = re.sub(pattern, dutch, page, flags=re.MULTILINE)
    return page
