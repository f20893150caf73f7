"""Does this text command or invite? The balance, the acts behind it, where to let go, and the checklist, for a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from schrijfhulp.output.excerpts import printable, shortened
from schrijfhulp.output.layout import MARGIN, number, print_beside, print_place, width, with_dots
from schrijfhulp.output.places import Checked, Lines
from schrijfhulp.types import COMMANDING, COOPERATIVE, SignalKind, Steering

WIDEST_BAR = 41  # columns; odd, so that 0 has one
NARROWEST_BAR = 5
LEFT, RIGHT = "stuurt ", " nodigt uit"
BAR, ZONE, HERE = "─", "═", "●"
ROOM = 30  # columns beside a question that make a sentence recognisable
ABSENT = "niet gevonden"


def show_steering(console: Console, checked: Checked) -> None:
    """The balance as a bar with the profile's zone, the acts, the advice, the places, and the checklist if there is one."""
    steering, lines = checked.report.steering, Lines(checked.source)
    console.print(Text("\n  Sturen of samenwerken", "bold"))
    if steering.balance is not None:
        room = width(console) - len(f"  {LEFT}{RIGHT}")
        console.print(_bar(steering, steering.balance, max(min(room, WIDEST_BAR), NARROWEST_BAR)), soft_wrap=True)
        print_beside(console, "  ", _legend(steering, steering.balance, checked.report.profile))
    for label, acts in (("Sturend", _acts(steering, COMMANDING)), ("Samenwerkend", _acts(steering, COOPERATIVE))):
        print_beside(console, Text(f"  {label:<15}", "bold"), acts)
    print_beside(console, Text(f"  {'Advies':<15}", "bold"), Text(printable(steering.advice)))
    if steering.places:
        console.print(Text("\n  Hier helpt loslaten het meest", "bold"))
    for place in steering.places:
        print_place(console, lines.place(place.start)[0], checked.source[place.start : place.end])
    if steering.checklist:
        console.print(Text("\n  Wat een lezer wil weten", "bold"))
        _show_checklist(console, checked, lines)


def _bar(steering: Steering, balance: float, columns: int) -> Text:
    """From -1 to +1, with the zone that the profile expects and where this text is."""

    def column(value: float) -> int:
        return round((value + 1) / 2 * (columns - 1))

    low, high, here = column(steering.expected_low), column(steering.expected_high), column(balance)
    bar = Text(BAR * low + ZONE * (high + 1 - low) + BAR * (columns - 1 - high), "dim")
    bar.stylize("not dim green", low, high + 1)
    return Text.assemble("  ", LEFT, bar[:here], (HERE, "bold"), bar[here + 1 :], RIGHT)


def _legend(steering: Steering, balance: float, profile: str) -> Text:
    zone = f"{number(steering.expected_low, 1)} tot {number(steering.expected_high, 1)}"
    return Text.assemble((HERE, "bold"), f" {number(balance, 2)}   ", (ZONE, "green"), f" past bij {profile}: {zone}")


def _acts(steering: Steering, kinds: Sequence[SignalKind]) -> Text:
    """How often each kind of act was found, and how many of the commanding ones rest on a law."""
    found = [(f"{steering.counts[kind]} {kind}", "") for kind in kinds if steering.counts[kind]]
    legal = f" ({steering.legal} op grond van een wet)" if kinds is COMMANDING and steering.legal else ""
    return Text.assemble(*with_dots(found), (legal, "dim")) if found else Text("niets")


def _show_checklist(console: Console, checked: Checked, lines: Lines) -> None:
    """Each question with the line and the sentence that answer it, beside it or, on a narrow terminal, below it."""
    items = checked.report.steering.checklist
    indent = max(len(item.question) for item in items) + 4
    beside = width(console) - indent >= ROOM
    for item in items:
        label = Text(f"  {item.question}".ljust(indent))
        if not beside:
            print_beside(console, "  ", Text(item.question))
            label, indent = Text(" " * MARGIN), MARGIN
        if item.evidence is None:
            print_beside(console, label, Text(ABSENT, "yellow"))
            continue
        line = f"{lines.place(item.evidence.start)[0]:>3}  "
        sentence = printable(checked.source[item.evidence.start : item.evidence.end])
        label.append(line, "dim")
        print_beside(console, label, Text(shortened(sentence, width(console) - len(label))))
