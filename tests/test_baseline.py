"""What is known does not count; what is new does."""

import functools
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from schrijfhulp import batch, cli
from schrijfhulp.engine import load

STIFF = "Middels deze brief vragen wij geld.\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "load", functools.cache(load))
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(STIFF)


def check(*args: str) -> Any:
    return CliRunner().invoke(cli.app, ["check", "a.txt", "--enable", "ambtelijk-woord", "--fail-on", "laag", *args])


def test_only_what_is_new_counts() -> None:
    assert check().exit_code == 1
    assert check("--baseline", "bekend.json", "--update-baseline").exit_code == 0
    assert "iddels" not in Path("bekend.json").read_text()
    Path("a.txt").write_text(f"Beste lezer,\n\n{STIFF}")
    assert check("--baseline", "bekend.json").exit_code == 0
    Path("a.txt").write_text(f"{STIFF}\nMiddels een brief.\n")
    result = check("--baseline", "bekend.json", "--format", "csv")
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 2)


@pytest.mark.parametrize("content", [None, "geen json", "{}", "[1]"])
def test_a_list_that_is_none(content: str | None) -> None:
    if content is not None:
        Path("bekend.json").write_text(content)
    result = check("--baseline", "bekend.json")
    assert (result.exit_code, result.stderr.count("bekend.json")) == (2, 1)


def test_an_update_needs_a_list() -> None:
    assert check("--update-baseline").exit_code == 2


@pytest.mark.parametrize(("format", "print_of"), [("sarif", "schrijfhulp/v1"), ("codequality", "fingerprint")])
def test_a_second_same_finding_keeps_its_own_fingerprint(format: str, print_of: str) -> None:
    def prints(*args: str) -> list[str]:
        return re.findall(rf'"{print_of}": "(\w+)"', check("--format", format, *args).stdout)

    check("--baseline", "bekend.json", "--update-baseline")
    Path("a.txt").write_text(f"{STIFF}\nMiddels een brief.\n")
    first, second = prints()
    assert first != second
    assert prints("--baseline", "bekend.json") == [second]
