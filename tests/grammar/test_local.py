"""A LanguageTool server of our own: what goes wrong when it starts, and when it is killed."""

import time
from pathlib import Path

import psutil
import pytest

from schrijfhulp import Engine
from schrijfhulp.documents import text
from schrijfhulp.grammar import Grammar
from schrijfhulp.grammar.selection import load

STIFF = "Thans is dat zo. Ik wordt blij."


def test_killed_in_the_middle_of_a_text(engine: Engine, java: Grammar) -> None:
    checker = Engine(engine.nlp, engine.rulebook, java)
    assert not checker.check("Dit is een zin.").notices  # it runs
    [server] = _servers()
    document = text.read("\n\n".join(f"Thans komt er feout nummer {number}." for number in range(300)))
    question = java.begin(document)
    server.kill()
    found, notices = question.answer()
    assert len(found) < 300
    assert len(notices) == 1

    report = checker.check(STIFF)
    assert [one.rule for one in report.findings] == ["woordkeuze/ambtelijk-woord"]
    assert "niet (helemaal) gecontroleerd" in report.notices[0].message
    assert java.problem  # `health` tells

    while checker.check(STIFF).notices:  # until it runs again; a source that is away is asked every five seconds
        time.sleep(1)
    assert [one.category for one in checker.check(STIFF).findings] == ["woordkeuze", "taal"]
    assert java.problem is None
    assert [one.pid for one in _servers()] != [server.pid]


@pytest.mark.parametrize(
    ("program", "why"),
    [
        (None, "Java ontbreekt op deze computer"),
        ("echo 'openjdk version \"11.0.2\" 2019-01-15' >&2", "Java op deze computer is te oud"),
        ("echo onzin >&2", "de versie van Java op deze computer is niet te lezen"),
        ("exit 1", "de versie van Java op deze computer is niet te lezen"),
        ("[ $1 = -version ] && echo 'openjdk version \"17.0.15\"' >&2", "LanguageTool start niet"),
    ],
)
def test_a_start_that_fails_is_a_notice(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str | None, why: str
) -> None:
    folder = tmp_path / "LanguageTool-6.8"
    folder.mkdir()
    (folder / "languagetool-server.jar").touch()
    programs = tmp_path / "bin"
    programs.mkdir()
    if program:
        (programs / "java").write_text(f"#!/bin/sh\n{program}\n")
        (programs / "java").chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))
    grammar = load(str(folder))
    report = Engine(engine.nlp, engine.rulebook, grammar).check(STIFF)
    grammar.close()
    assert why in report.notices[0].message
    assert [one.rule for one in report.findings] == ["woordkeuze/ambtelijk-woord"]


def _servers() -> list[psutil.Process]:
    return [child for child in psutil.Process().children(recursive=True) if child.name() == "java"]
