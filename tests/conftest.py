"""One engine for the whole suite: loading it is the slow part, checking is not."""

import pytest

import schrijfhulp
from schrijfhulp import Engine


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write the snapshots anew")


@pytest.fixture(scope="session")
def engine() -> Engine:
    return schrijfhulp.load()
