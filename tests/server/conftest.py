"""The application with the suite's one engine."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from schrijfhulp import Engine
from schrijfhulp.server.app import create_app
from schrijfhulp.server.settings import Settings


@pytest.fixture
def app(engine: Engine) -> Flask:
    return create_app(Settings(), engine)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
