"""The pages in a browser: without JavaScript, by keyboard, small, dark, and for axe."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from schrijfhulp import Engine
from schrijfhulp.documents import text as plain_text
from schrijfhulp.output import Format, lines
from schrijfhulp.output.places import checked
from tests.documents.shapes import in_each_format

LETTER = (Path(__file__).parent.parent.parent / "voorbeelden" / "brief.txt").read_text(encoding="utf-8")
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


@pytest.fixture
def bare(page: Page) -> Page:
    """A page without our scripts, in which the tests and axe can run theirs."""
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    return page


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest, bare: Page) -> str:
    bare.emulate_media(color_scheme=request.param)
    return str(request.param)


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(bare: Page, scheme: str, assert_accessible: Callable[[Page], None], path: str) -> None:
    bare.goto(path)
    assert_accessible(bare)


def test_axe_finds_nothing_in_what_unfolds_or_fails(bare: Page, assert_accessible: Callable[[Page], None]) -> None:
    bare.goto("/")
    bare.get_by_role("button", name="Bekijk het advies").click()
    assert bare.get_by_role("alert").inner_text() == "Er staat nog geen tekst. Plak uw tekst of kies een bestand."
    bare.get_by_text("Welke soort past bij mijn tekst?").click()
    assert bare.get_by_role("definition").first.is_visible()
    assert_accessible(bare)


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_wider_than_a_small_screen(bare: Page, path: str) -> None:
    bare.set_viewport_size(NARROW)  # type: ignore[arg-type]
    bare.goto(path)
    assert bare.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


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


@pytest.mark.parametrize(("suffix", "data"), in_each_format(SENTENCE).items())
def test_a_file_of_each_format_is_checked(plain: Page, suffix: str, data: bytes) -> None:
    plain.goto("/")
    file = {"name": f"brief{suffix}", "mimeType": "application/octet-stream", "buffer": data}
    plain.get_by_label("Of kies een bestand").set_input_files(file)  # type: ignore[arg-type]
    plain.get_by_role("button", name="Bekijk het advies").click()
    assert plain.locator("#tekst").input_value().strip("*") == SENTENCE
    assert plain.locator("#plaats-1").inner_text() == "Middels"


def test_a_file_that_cannot_be_read_is_said_and_the_text_stays(plain: Page) -> None:
    plain.goto("/")
    plain.locator("#tekst").fill(SENTENCE)
    file = {"name": "brief.docx", "mimeType": "application/octet-stream", "buffer": b"Tekst."}
    plain.get_by_label("Of kies een bestand").set_input_files(file)  # type: ignore[arg-type]
    plain.get_by_role("button", name="Bekijk het advies").click()
    assert plain.get_by_role("alert").inner_text() == (
        "Dit kunnen wij niet lezen: dit is geen .docx-bestand, al heet het zo."
    )
    assert plain.locator("#tekst").input_value() == SENTENCE


def test_the_advice_can_be_kept(bare: Page, tmp_path: Path, assert_accessible: Callable[[Page], None]) -> None:
    bare.goto("/?voorbeeld=1")
    with bare.expect_download() as download:
        bare.get_by_role("button", name="Bewaar het advies als bestand").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    bare.goto(file.as_uri())
    assert bare.locator("mark.vondst").count() > 20
    assert_accessible(bare)


def test_the_report_of_the_command_line_is_whole_and_accessible(
    engine: Engine, browser: Browser, tmp_path: Path, scheme: str, assert_accessible: Callable[[Page], None]
) -> None:
    files = [
        checked(document, engine.check(document, profile="participatie"), engine.rulebook.rules, name=name)
        for name, document in (("a.txt", plain_text.read(LETTER)), ("b.txt", plain_text.read(SENTENCE)))
    ]
    file = tmp_path / "rapport.html"
    file.write_text("\n".join(lines(files, Format.HTML)), encoding="utf-8")
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(file.as_uri())
    assert_accessible(page)
    assert requests == [file.as_uri()]
    page.get_by_role("link", name="b.txt").click()
    assert page.locator("mark.vondst").last.is_visible()
    page.close()


def test_the_focus_is_seen(bare: Page) -> None:
    bare.goto("/over")
    for name in ("Vraag Rijk Online Schrijfhulp", "Regels", "Over"):
        link = bare.get_by_role("link", name=name, exact=True).first
        link.focus()
        assert link.evaluate("link => getComputedStyle(link).outlineWidth") == "3px"


def test_nothing_moves_for_who_asked_for_rest(bare: Page) -> None:
    bare.emulate_media(reduced_motion="reduce")
    bare.goto("/?voorbeeld=1")
    moving = (
        "[...document.querySelectorAll('*')].map(e => getComputedStyle(e)).filter(s => s.transitionDuration != '0s')"
    )
    assert bare.evaluate(f"{moving}.length") == 0
    assert bare.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_a_print_shows_the_advice_and_not_the_form(bare: Page) -> None:
    bare.goto("/?voorbeeld=1")
    bare.emulate_media(media="print", color_scheme="dark")
    assert bare.locator("#plaats-1").is_visible()
    assert not bare.locator("#tekst").is_visible()
    assert bare.locator("#plaats-1").evaluate("mark => getComputedStyle(mark).color") == "rgb(28, 36, 48)"


def test_a_theme_can_be_forced(bare: Page) -> None:
    bare.goto("/")
    bare.evaluate("document.documentElement.dataset.theme = 'dark'")
    background = bare.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert background == "rgb(20, 24, 29)"
