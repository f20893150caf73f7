"""`<schrijfhulp-advies>` on a page of somebody else, at another address."""

from collections.abc import Callable

from flask import Flask, Response
from playwright.sync_api import Page, expect

from schrijfhulp import Engine
from schrijfhulp.server.app import create_app
from schrijfhulp.server.settings import Settings

FORM = """<!doctype html><html lang="nl"><title>CMS</title><label for="inhoud">Inhoud</label>
<textarea id="inhoud" rows="6">😀 Wij sturen u middels deze brief een antwoord.</textarea>
<schrijfhulp-advies for="inhoud" profiel="web"></schrijfhulp-advies>
<script src="{server}/static/schrijfhulp.js"></script></html>"""


def test_advice_on_a_text_area(page: Page, engine: Engine, serve: Callable[[Flask], str]) -> None:
    cms = Flask("cms")
    address = serve(cms)
    server = serve(create_app(Settings(cors_origins=(address,)), engine))
    policy = f"default-src 'none'; script-src {server}; connect-src {server}"
    cms.add_url_rule(
        "/", view_func=lambda: Response(FORM.format(server=server), headers={"Content-Security-Policy": policy})
    )
    page.goto(address)
    area = page.get_by_label("Inhoud")
    page.get_by_role("button", name="middels").click()
    assert area.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)") == "middels"
    page.get_by_role("button", name="met", exact=True).click()
    expect(area).to_have_value("😀 Wij sturen u met deze brief een antwoord.")
    expect(page.get_by_role("status")).to_have_text("Geen adviezen.")
    page.keyboard.press("Control+z")
    expect(page.get_by_role("button", name="middels")).to_be_visible()
