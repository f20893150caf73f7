"""The rules for a person at a terminal: a list, or one rule's whole page."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from schrijfhulp.output.text import COLOURS, WIDEST
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
        count = len(_entries(rule))
        table.add_row(rule.key, rule.title, Text(rule.severity, COLOURS[rule.severity]), str(count) if count else "–")
    console.print(table)


def show_page(console: Console, rule: Rule) -> None:
    """All that a rule says: what it reports and why, its source, its examples and its words."""
    width = min(console.width, WIDEST)
    title = Text(rule.title, "bold").append(f"  {rule.key} · ", "not bold dim")
    console.print(title.append(rule.severity, f"not bold {COLOURS[rule.severity]}"))
    messages = dict.fromkeys(map(_readable, (rule.message, *rule.messages.values())))
    for line in ("", *messages, "", rule.why, ""):
        console.print(Text(line), width=width)
    console.print(Text("Bron: ", "dim").append(rule.source), soft_wrap=True)
    _show_examples(console, rule, width)
    if entries := _entries(rule):
        console.print(Text(f"\nWoorden ({len(entries)})", "bold"))
        for word, advice in entries:
            _print_indented(console, Text(word).append(" → ", "dim").append(advice, "green"), width)


def _show_examples(console: Console, rule: Rule, width: int) -> None:
    bad = [example for example in rule.examples if example.bad is not None]
    for heading, lines in (
        ("Zo liever niet", [line for example in bad[:EXAMPLES] for line in _bad(example.bad or "", example.good)]),
        ("Dit mag", [_one_row(example.ok) for example in rule.examples if example.ok is not None][:EXAMPLES]),
    ):
        console.print(Text(f"\n{heading}", "bold"))
        for line in lines:
            _print_indented(console, line, width)


def _print_indented(console: Console, text: Text, width: int) -> None:
    for row in text.wrap(console, width - 2):
        row.rstrip()
        console.print(Text("  ") + row, soft_wrap=True)


def _bad(bad: str, good: str | None) -> Iterator[Text]:
    """The example with what is reported underlined, and the better wording below it."""
    line = Text("– ", "dim")
    for part in " ".join(bad.split()).split("{"):
        flagged, closed, rest = part.partition("}")
        line.append(flagged, "bold underline not dim" if closed else "not dim").append(rest, "not dim")
    yield line
    if good is not None:
        yield Text("→ ", "dim").append(" ".join(good.split()), "green not dim")


def _one_row(example: str) -> Text:
    return Text("– ", "dim").append(" ".join(example.split()), "not dim")


def _entries(rule: Rule) -> Sequence[tuple[str, str]]:
    """The words and phrases of a rule, in order, with what to write instead."""
    found: list[tuple[str, str]] = []
    for word_class in ("fixed", "verb", "noun", "adjective"):
        for word, advice in rule.replacements(word_class).items():
            found.append((_plain(word), ", ".join(map(_plain, advice)) or _plain(rule.notes.get(word, "–"))))
    return sorted(found, key=lambda entry: entry[0].casefold())


def _plain(word: str) -> str:
    """The word without the stroke that marks the separable part of a verb."""
    return word.replace("|", "")


def _readable(message: str) -> str:
    """A message with its gaps as dots."""
    text, gap = "", False
    for char in message:
        if char == "{":
            text, gap = f"{text}…", True
        elif char == "}":
            gap = False
        elif not gap:
            text += char
    return text
