"""The rules for a person at a terminal: a list, or one rule's whole page."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from schrijfhulp.output.layout import COLOURS, print_beside
from schrijfhulp.output.words import entries, messages
from schrijfhulp.rulebook import Rule

EXAMPLES = 12  # a word rule has dozens; its words say the rest


def show_list(console: Console, rules: Iterable[Rule]) -> None:
    """A row a rule: key, title, severity and number of entries."""
    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0), header_style="bold")
    table.add_column("Regel", no_wrap=True)
    table.add_column("Gaat over")
    table.add_column("Ernst")
    table.add_column("Woorden", justify="right")
    for rule in sorted(rules, key=lambda item: item.key):
        count = len(entries(rule))
        table.add_row(rule.key, rule.title, Text(rule.severity, COLOURS[rule.severity]), str(count) if count else "–")
    console.print(table)


def show_page(console: Console, rule: Rule) -> None:
    """All that a rule says: what it reports and why, its source, its examples and its words."""
    severity = (rule.severity, COLOURS[rule.severity])
    console.print(Text.assemble((rule.title, "bold"), (f"  {rule.key} · ", "dim"), severity), soft_wrap=True)
    for line in ("", *messages(rule), "", rule.why, ""):
        print_beside(console, "", Text(line))
    console.print(Text.assemble(("Bron: ", "dim"), rule.source), soft_wrap=True)
    _show_examples(console, rule)
    if words := entries(rule):
        console.print(Text(f"\nWoorden ({len(words)})", "bold"))
        for word, advice in words:
            print_beside(console, "  ", Text.assemble(word, (" → ", "dim"), (advice, "green")))


def _show_examples(console: Console, rule: Rule) -> None:
    bad = [(_marked(console, example.bad), example.good) for example in rule.examples if example.bad is not None]
    console.print(Text("\nZo liever niet", "bold"))
    for wrong, good in bad[:EXAMPLES]:
        print_beside(console, "  – ", wrong)
        if good is not None:
            print_beside(console, Text("    → ", "dim"), Text(_one_row(good), "green"))
    console.print(Text("\nDit mag", "bold"))
    for right in [example.ok for example in rule.examples if example.ok is not None][:EXAMPLES]:
        print_beside(console, "  – ", Text(_one_row(right)))


def _marked(console: Console, bad: str) -> Text:
    """An example with what is reported underlined, or in brackets where there is no underlining."""
    line = Text()
    for part in _one_row(bad).split("{"):
        flagged, closed, rest = part.partition("}")
        if closed and console.color_system is None:
            flagged = f"[{flagged}]"
        line.append(flagged, "bold underline" if closed else "").append(rest)
    return line


def _one_row(example: str) -> str:
    return " ".join(example.split())
