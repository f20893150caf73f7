"""A real browser on a real server: Debian's Chromium, and the application on a free port."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, sync_playwright

from schrijfhulp import Engine
from schrijfhulp.server.app import create_app
from schrijfhulp.server.settings import Settings
from tests.serving import live, running

HERE = Path(__file__).parent
CHROMIUM = shutil.which("chromium")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The server runs in this process, and leaves a static file open when a browser walks away from it."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"))


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Flask], str]]:
    """A function that starts an application, and gives its address without a slash at the end."""
    with ExitStack() as stack:
        yield lambda app: stack.enter_context(running(live(app)))


@pytest.fixture(scope="session")
def server(engine: Engine, serve: Callable[[Flask], str]) -> str:
    """The address of the application."""
    return serve(create_app(Settings(), engine))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("chromium is not installed; .ci/run installs it")
        pytest.skip("chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A fresh browser profile at desktop size; paths in `goto` are of the server."""
    context = browser.new_context(base_url=server, locale="nl-NL", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that may not complain: an error in a script, or a policy that blocks something, fails the test."""
    complaints: list[ConsoleMessage | Error] = []
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(error))
    page.on("console", lambda message: complaints.append(message) if message.type == "error" else None)
    yield page
    unexpected = [str(item) for item in complaints if "Failed to load resource" not in str(item)]
    assert not unexpected


@pytest.fixture
def assert_accessible() -> Callable[[Page], None]:
    """A function that fails with what axe finds on a page as it stands."""
    return _assert_accessible


def _assert_accessible(page: Page) -> None:
    page.evaluate(AXE_SCRIPT)
    result = page.evaluate("tags => axe.run(document, {runOnly: tags})", WCAG)
    found = [
        f"{violation['id']}: {node['html'][:200]}: {node['failureSummary']}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
    assert not found, "\n".join(found)
