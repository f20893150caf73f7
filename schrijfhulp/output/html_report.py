"""The advice as one HTML file that needs nothing else: no script, no other file and no network."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from schrijfhulp import __version__, resources
from schrijfhulp.output.advice import present
from schrijfhulp.output.overview import worst_first
from schrijfhulp.output.places import Checked
from schrijfhulp.rulebook import Rule

STYLES = ("components.css", "theme.css", "schrijfhulp.css")


def lines(files: Iterable[Checked]) -> Iterator[str]:
    """The report on all checked files."""
    yield page(list(files), rule_link=lambda rule: rule.source)


def page(
    files: Iterable[Checked],
    *,
    rule_link: Callable[[Rule], str],
    level_link: str = "",
    maker: str = "Schrijfhulp",
    theme: Path | None = None,
) -> str:
    """The report, worst text first.

    The links lead to where more can be read about a rule and about reading levels; `theme` is an organisation's style sheet.
    """
    ordered = worst_first(files)
    return (
        _templates()
        .get_template("report.html")
        .render(
            texts=list(_texts(ordered)),
            styles=[file.read_text(encoding="utf-8") for file in _styles(theme)],
            labels=labels(),
            maker=maker,
            version=__version__,
            rule_link=rule_link,
            level_link=level_link,
            unfolded=True,
        )
    )


@cache
def labels() -> Any:
    """What things are called, as the pages say it (web/labels.json)."""
    return json.loads((resources.path("web") / "labels.json").read_text(encoding="utf-8"))


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(resources.path("web") / "templates"), autoescape=True)


def _styles(theme: Path | None) -> Iterator[Path]:
    yield from (resources.path("web") / "static" / name for name in STYLES)
    if theme:
        yield theme


def _texts(files: Sequence[Checked]) -> Iterator[tuple[Checked, Any]]:
    """Each text with its advice; where there are more, their ids differ."""
    for number, checked in enumerate(files, 1):
        prefix = f"tekst-{number}-" if len(files) > 1 else ""
        yield checked, present(checked.document, checked.plain, checked.rules, prefix=prefix, name=_name(checked))


def _name(checked: Checked) -> str:
    return "Ingevoerde tekst" if checked.name == "-" else checked.name
