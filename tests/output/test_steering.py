"""The steering on a terminal: a bar in proportion, rows that fit, and nothing but characters when piped."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from schrijfhulp import Engine
from schrijfhulp.documents import text as plain_text
from schrijfhulp.output import places
from schrijfhulp.output.places import Checked
from schrijfhulp.output.steering import show_steering

LETTER = """Beste bewoner,

U dient het formulier in te vullen.

U bent op grond van artikel 5 verplicht om te betalen.
Parkeren is verboden. Denk met ons mee over het plein.
"""


def checked(engine: Engine, text: str, profile: str = "participatie") -> Checked:
    document = plain_text.read(text)
    return places.checked(document, engine.check(document, profile=profile), engine.rulebook.rules, name="-")


def shown(item: Checked, width: int = 90) -> str:
    out = io.StringIO()
    show_steering(Console(file=out, width=width), item)
    return out.getvalue()


def bar_of(text: str) -> str:
    [row] = [row for row in text.splitlines() if row.startswith("  stuurt")]
    return row.removeprefix("  stuurt ").removesuffix(" nodigt uit")


def test_everything_is_said(engine: Engine) -> None:
    text = shown(checked(engine, LETTER))
    assert "● −0,50   ═ past bij participatie: 0,3 tot 1,0" in text
    assert "Sturend        2 plicht · 1 verbod (1 op grond van een wet)" in text
    assert "Samenwerkend   1 uitnodiging" in text
    assert "Advies         Dit stuurt meer dan past" in text
    places = text.split("Hier helpt loslaten het meest\n")[1].split("\n\n")[0]
    assert places.splitlines() == ["    3  U dient het formulier in te vullen.", "    6  Parkeren is verboden."]
    assert "Waar hebben lezers invloed op?        6  Denk met ons mee over het plein." in text
    assert "  Wie beslist?".ljust(38) + "niet gevonden" in text


def test_the_checklist_is_for_its_profiles_only(engine: Engine) -> None:
    assert "Wie beslist?" not in shown(checked(engine, LETTER, "brief"))


def test_a_text_without_acts_has_no_bar(engine: Engine) -> None:
    text = shown(checked(engine, "De balie is open.", "brief"))
    assert "stuurt " not in text.replace("dat stuurt en", "")
    assert text.count("niets") >= 2


@settings(deadline=None)
@given(balance=st.floats(-1, 1), ends=st.tuples(st.floats(-1, 1), st.floats(-1, 1)).map(sorted))
def test_the_bar_is_in_proportion(engine: Engine, balance: float, ends: list[float]) -> None:
    item = checked(engine, LETTER)
    steering = replace(item.report.steering, balance=balance, expected_low=ends[0], expected_high=ends[1])
    bar = bar_of(shown(replace(item, report=replace(item.report, steering=steering))))
    assert len(bar) == 41
    here = bar.index("●")
    assert here == pytest.approx((balance + 1) * 20, abs=0.5)
    low, high = (round((end + 1) * 20) for end in ends)
    assert {column for column in range(41) if bar[column] == "═"} == {*range(low, high + 1)} - {here}


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_rows_fit_and_have_no_colours_when_piped(engine: Engine, width: int) -> None:
    text = shown(checked(engine, LETTER), width)
    assert "\x1b" not in text
    for row in text.splitlines():
        assert len(row) <= min(width, 110)
        assert row == row.rstrip()
