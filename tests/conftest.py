"""One engine for the whole suite: loading it is the slow part, checking is not."""

import os

import pytest
from hypothesis import settings

import schrijfhulp
from schrijfhulp import Engine

os.environ["SCHRIJFHULP_LANGUAGETOOL"] = "uit"  # only its own tests need spelling; the others stay fast


settings.register_profile("schrijfhulp", deadline=None)  # no test is timed
settings.load_profile("schrijfhulp")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write the snapshots anew")


@pytest.fixture(scope="session")
def engine() -> Engine:
    return schrijfhulp.load(languagetool="uit")
