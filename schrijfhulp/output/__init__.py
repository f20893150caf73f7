"""How a report is shown: on the terminal, and as lines of a format for programs."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from schrijfhulp.output.places import Checked


class Format(StrEnum):
    """What `--format` takes."""

    TEKST = "tekst"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"
    SARIF = "sarif"
    CHECKSTYLE = "checkstyle"
    GITHUB = "github"
    CODEQUALITY = "codequality"


WRITERS = {
    Format.JSON: "as_json.one",
    Format.JSONL: "as_json.one_a_line",
    Format.CSV: "tables.lines",
    Format.HTML: "html_report.lines",
    Format.SARIF: "sarif.lines",
    Format.CHECKSTYLE: "pipelines.checkstyle",
    Format.GITHUB: "pipelines.github",
    Format.CODEQUALITY: "pipelines.gitlab",
}


def lines(files: Iterable["Checked"], format: Format) -> Iterator[str]:
    """The checked files in one of the formats of WRITERS, line by line."""
    module, _, function = WRITERS[format].rpartition(".")
    writer = getattr(import_module(f"schrijfhulp.output.{module}"), function)
    return cast(Callable[[Iterable["Checked"]], Iterator[str]], writer)(files)
