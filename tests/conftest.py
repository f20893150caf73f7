"""One engine for the whole suite: loading it is the slow part, checking is not."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import schrijfhulp
from schrijfhulp import Engine
from schrijfhulp.grammar import Grammar
from schrijfhulp.grammar.selection import START_VARIABLE, TIMEOUT_VARIABLE, installations, load, newest

os.environ["SCHRIJFHULP_LANGUAGETOOL"] = "uit"  # only its own tests need spelling; the others stay fast
os.environ.setdefault(START_VARIABLE, "300")  # Java takes its time on a busy machine
os.environ.setdefault(TIMEOUT_VARIABLE, "60")

settings.register_profile("schrijfhulp", deadline=None)  # no test is timed
settings.load_profile("schrijfhulp")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write the snapshots anew")


@pytest.fixture(scope="session")
def engine() -> Engine:
    return schrijfhulp.load(languagetool="uit")


@pytest.fixture(scope="session")
def languagetool() -> Path:
    """The folder of a real LanguageTool, and Java to run it."""
    folder = newest(installations())
    if folder and shutil.which("java"):
        return folder
    lacking = "LanguageTool or Java is not installed"
    if os.environ.get("CI"):
        pytest.fail(f"{lacking}; .ci/run installs both")
    pytest.skip(f"{lacking} (schrijfhulp languagetool install --maven)")


@pytest.fixture(scope="session")
def java(languagetool: Path) -> Iterator[Grammar]:
    """A real LanguageTool server, started once."""
    grammar = load(str(languagetool))
    yield grammar
    grammar.close()


@pytest.fixture(scope="session")
def embedded() -> Iterator[Grammar]:
    """Spelling and grammar without Java."""
    grammar = load("embedded")
    yield grammar
    grammar.close()


@pytest.fixture(scope="session")
def speller(engine: Engine, embedded: Grammar) -> Engine:
    """The engine with spelling and grammar."""
    return Engine(engine.nlp, engine.rulebook, embedded)
