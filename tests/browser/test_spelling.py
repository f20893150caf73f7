"""A spelling mistake on the page, in a real browser and from the real engine."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Locator, Page, expect

from schrijfhulp import Engine
from schrijfhulp.server.app import create_app
from schrijfhulp.server.settings import Settings

LETTER = "Wij maken een feout in uw brief."


@pytest.fixture(scope="module")
def server(speller: Engine, serve: Callable[[Flask], str]) -> str:
    """The address of an application with spelling."""
    return serve(create_app(Settings(), speller))


@pytest.fixture
def text(page: Page) -> Locator:
    """The editor, with a mistake in it."""
    page.goto("/")
    text = page.get_by_role("textbox", name="Uw tekst", exact=True)
    text.fill(LETTER)
    return text


def mistake(text: Locator) -> Locator:
    return text.locator("mark.vondst", has_text=re.compile("^feout$"))


def test_a_word_is_mended(page: Page, text: Locator) -> None:
    mistake(text).click()
    page.get_by_role("dialog").get_by_role("button", name="fout", exact=True).click()
    expect(text).to_have_text(LETTER.replace("feout", "fout"))
    expect(mistake(text)).to_have_count(0)


def test_a_word_is_added_to_my_words(page: Page, text: Locator) -> None:
    mistake(text).click()
    page.get_by_role("dialog").get_by_role("button", name="Voeg toe aan mijn woorden").click()
    expect(mistake(text)).to_have_count(0)
    expect(page.get_by_text("Mijn woorden (1)")).to_be_visible()
    page.reload()
    text.fill(LETTER)
    expect(page.locator(".stand")).to_have_text("Nagekeken")
    expect(mistake(text)).to_have_count(0)


def test_without_a_script_the_mistake_is_in_the_list(page: Page, server: str) -> None:
    answer = page.request.post(server, form={"tekst": LETTER, "profiel": "brief"})
    assert "feout" in answer.text()
    assert "Spelling" in answer.text()
