"""One engine for the whole suite: loading it is the slow part, checking is not."""

import pytest

import schrijfhulp
from schrijfhulp import Engine


@pytest.fixture(scope="session")
def engine() -> Engine:
    return schrijfhulp.load()
