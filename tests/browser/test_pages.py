"""The pages in a browser: without JavaScript, by keyboard, small, dark, and for axe."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

SENTENCE = "Middels deze brief vragen wij geld. Wij bellen u morgen."
PATHS = (
    "/",
    "/?voorbeeld=1",
    "/regels",
    "/regels?zoek=indien",
    "/regels/woordkeuze/ambtelijk-woord",
    "/over",
    "/uitleg/sturen",
    "/bestaat-niet",
)
NARROW = {"width": 320, "height": 640}  # also what 1280 pixels are at 400 % zoom


@pytest.fixture
def plain(browser: Browser, server: str) -> Iterator[Page]:
    """A page in a browser without JavaScript."""
    context = browser.new_context(base_url=server, java_script_enabled=False, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest, plain: Page) -> str:
    plain.emulate_media(color_scheme=request.param)
    return str(request.param)


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(plain: Page, scheme: str, assert_accessible: Callable[[Page], None], path: str) -> None:
    plain.goto(path)
    assert_accessible(plain)


def test_axe_finds_nothing_in_what_unfolds_or_fails(plain: Page, assert_accessible: Callable[[Page], None]) -> None:
    plain.goto("/")
    plain.get_by_role("button", name="Bekijk het advies").click()
    assert plain.get_by_role("alert").inner_text() == "Er staat nog geen tekst. Plak uw tekst of kies een bestand."
    plain.get_by_text("Welke soort past bij mijn tekst?").click()
    assert plain.get_by_role("definition").first.is_visible()
    assert_accessible(plain)


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_wider_than_a_small_screen(plain: Page, path: str) -> None:
    plain.set_viewport_size(NARROW)  # type: ignore[arg-type]
    plain.goto(path)
    assert plain.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


def test_a_text_is_checked_without_javascript_and_by_keyboard_alone(plain: Page) -> None:
    plain.goto("/")
    plain.keyboard.press("Tab")
    assert plain.get_by_role("link", name="Naar de inhoud").is_visible()
    plain.keyboard.press("Enter")
    plain.keyboard.press("Tab")
    plain.keyboard.type(SENTENCE)
    plain.keyboard.press("Tab")  # the file
    plain.keyboard.press("Tab")  # the kind of text
    plain.keyboard.press("ArrowRight")
    for _ in range(2):  # the explanation of the kinds, the button
        plain.keyboard.press("Tab")
    plain.keyboard.press("Enter")
    plain.wait_for_url("**/#advies")
    assert plain.get_by_role("radio", name="Webtekst").is_checked()
    assert plain.locator("#plaats-1").inner_text() == "Middels"
    plain.get_by_role("link", name="Advies 1", exact=True).press("Enter")
    plain.wait_for_url("**/#advies-1")
    plain.locator("#advies-1 summary").press("Enter")
    plain.get_by_role("link", name="Meer over ‘Ambtelijk woord’").press("Enter")
    assert plain.get_by_role("heading", level=1).inner_text() == "Ambtelijk woord"


def test_the_example_is_one_click_away(plain: Page) -> None:
    plain.goto("/")
    plain.get_by_role("link", name="Probeer een voorbeeld").click()
    assert plain.locator("mark.vondst").count() > 20


def test_a_file_is_checked(plain: Page, tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_text(SENTENCE, encoding="utf8")
    plain.goto("/")
    plain.get_by_label("Of kies een bestand").set_input_files(file)
    plain.get_by_role("button", name="Bekijk het advies").click()
    assert plain.locator("#tekst").input_value() == SENTENCE
    assert plain.locator("#plaats-1").inner_text() == "Middels"


def test_the_advice_can_be_kept(plain: Page, tmp_path: Path, assert_accessible: Callable[[Page], None]) -> None:
    plain.goto("/?voorbeeld=1")
    with plain.expect_download() as download:
        plain.get_by_role("button", name="Bewaar het advies als bestand").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    plain.goto(file.as_uri())
    assert plain.locator("mark.vondst").count() > 20
    assert_accessible(plain)


def test_the_focus_is_seen(plain: Page) -> None:
    plain.goto("/over")
    for name in ("Vraag Rijk Online Schrijfhulp", "Regels", "Over"):
        link = plain.get_by_role("link", name=name, exact=True).first
        link.focus()
        assert link.evaluate("link => getComputedStyle(link).outlineWidth") == "3px"


def test_nothing_moves_for_who_asked_for_rest(plain: Page) -> None:
    plain.emulate_media(reduced_motion="reduce")
    plain.goto("/?voorbeeld=1")
    moving = (
        "[...document.querySelectorAll('*')].map(e => getComputedStyle(e)).filter(s => s.transitionDuration != '0s')"
    )
    assert plain.evaluate(f"{moving}.length") == 0
    assert plain.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_a_print_shows_the_advice_and_not_the_form(plain: Page) -> None:
    plain.goto("/?voorbeeld=1")
    plain.emulate_media(media="print", color_scheme="dark")
    assert plain.locator("#plaats-1").is_visible()
    assert not plain.locator("#tekst").is_visible()
    assert plain.locator("#plaats-1").evaluate("mark => getComputedStyle(mark).color") == "rgb(28, 36, 48)"


def test_a_theme_can_be_forced(plain: Page) -> None:
    plain.goto("/")
    plain.evaluate("document.documentElement.dataset.theme = 'dark'")
    background = plain.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert background == "rgb(20, 24, 29)"
