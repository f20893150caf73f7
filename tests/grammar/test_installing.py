"""`schrijfhulp languagetool install`: what it refuses."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from schrijfhulp import cli

JAVA = "#!/bin/sh\necho 'openjdk version \"{}\" 2025-04-15' >&2\n"
MAVEN = "#!/bin/sh\nmkdir LanguageTool-6.8 && echo something else > LanguageTool-6.8/languagetool-server.jar\n"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with programs that are found first."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "installed"))
    return folder


def program(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text)
    (folder / name).chmod(0o755)


def refusal(*options: str) -> str:
    result = CliRunner().invoke(cli.app, ["languagetool", "install", *options])
    assert result.exit_code == 2
    return result.stderr


def test_without_java(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(programs))
    assert "Java ontbreekt" in refusal()


def test_old_java(programs: Path) -> None:
    program(programs, "java", JAVA.format("11.0.2"))
    assert "te oud" in refusal("--maven")


def test_a_file_that_is_not_the_one_we_know(programs: Path, tmp_path: Path) -> None:
    program(programs, "java", JAVA.format("17.0.15"))
    program(programs, "mvn", MAVEN)
    said = refusal("--maven")
    assert "ander bestand dan verwacht" in said
    assert "languagetool-server.jar" in said
    assert not any((tmp_path / "installed").iterdir())
