"""The page's editor in a real browser, on the real engine."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.documents.pdfs import pdf
from tests.documents.shapes import in_each_format

LETTER = "Middels deze brief informeren wij u over uw aanvraag."
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin: 0}</style></head><body>
<!--StartFragment--><h1 style='mso-style-name:x'>Uw aanvraag</h1>
<p class=MsoNormal><b>Middels</b> deze <i style='color:red'>brief</i> krijgt u
een <a href="https://www.gemeente.example/loket">antwoord</a>.<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>Vul het formulier in</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o </span>met blauwe inkt</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2. </span>Stuur het op</p>
<table><tr><td>Maandag</td><td>gesloten</td></tr></table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><img src="file:///C:/logo.png"><!--EndFragment--></body></html>"""
PASTE = """(element, [type, data]) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData(type, data);
  element.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
}"""
DROP = """(element, [name, content]) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([typeof content === "string" ? content : new Uint8Array(content)], name));
  const {left, top} = element.getBoundingClientRect();
  element.dispatchEvent(new DragEvent("drop", {dataTransfer, bubbles: true, cancelable: true, clientX: left + 60, clientY: top + 30}));
}"""


@pytest.fixture
def text(page: Page) -> Locator:
    """The editor of a fresh page."""
    page.goto("/")
    return page.get_by_role("textbox", name="Uw tekst", exact=True)


def paste(text: Locator, data: str, kind: str = "text/plain") -> None:
    text.focus()
    text.evaluate(PASTE, [kind, data])


def mark(text: Locator, passage: str) -> Locator:
    return text.locator("mark.vondst", has_text=re.compile(f"^{re.escape(passage)}$"))


def card(page: Page) -> Locator:
    return page.get_by_role("dialog")


def test_word_becomes_plain_structure(page: Page, text: Locator) -> None:
    paste(text, WORD, "text/html")
    expect(mark(text, "Middels")).to_be_visible()
    assert text.locator("h1").inner_text() == "Uw aanvraag"
    assert text.locator("strong").inner_text() == "Middels"
    assert text.locator("em").inner_text() == "brief"
    assert text.locator("a").get_attribute("href") == "https://www.gemeente.example/loket"
    assert text.locator("> ol > li > p").all_inner_texts() == ["Vul het formulier in", "Stuur het op"]
    assert text.locator("> ol > li:first-child > ul > li").all_inner_texts() == ["met blauwe inkt"]
    assert text.locator("> p").all_inner_texts()[1:] == ["Maandag", "gesloten"]
    assert text.locator("img, table, [style], [class^=Mso]").count() == 0


def test_a_suggestion_is_applied_and_undone(
    page: Page, text: Locator, assert_accessible: Callable[[Page], None]
) -> None:
    paste(text, LETTER)
    mark(text, "Middels").click()
    expect(card(page)).to_contain_text("Lezers kennen het gewone woord beter")
    assert_accessible(page)
    card(page).get_by_role("button", name="Met", exact=True).click()
    expect(text).to_have_text(LETTER.replace("Middels", "Met"))
    expect(card(page)).to_be_hidden()
    expect(text).to_be_focused()
    page.keyboard.press("Control+z")
    expect(text).to_have_text(LETTER)
    expect(mark(text, "Middels")).to_be_visible()


def test_ignoring_one_place_leaves_the_other(page: Page, text: Locator) -> None:
    paste(text, f"{LETTER}\n\n{LETTER}")
    mark(text, "Middels").first.click()
    card(page).get_by_role("button", name="Negeer deze").click()
    expect(mark(text, "Middels")).to_have_count(1)
    page.get_by_role("button", name="Toon weer").click()
    expect(mark(text, "Middels")).to_have_count(2)


def test_an_ignored_word_stays_ignored_and_can_be_taken_back(page: Page, text: Locator) -> None:
    paste(text, LETTER)
    mark(text, "Middels").click()
    card(page).get_by_role("button", name="Negeer dit woord").click()
    expect(mark(text, "Middels")).to_have_count(0)
    page.reload()
    paste(text, LETTER)
    expect(page.locator(".stand")).to_have_text("Nagekeken")
    expect(mark(text, "Middels")).to_have_count(0)
    page.get_by_text("Mijn woorden (1)").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    assert download.value.path().read_text(encoding="utf8") == "Middels\n"
    page.get_by_role("button", name="Haal ‘Middels’ weg").click()
    expect(mark(text, "Middels")).to_be_visible()
    page.get_by_label("Bestand met woorden").set_input_files(
        {"name": "woorden.txt", "mimeType": "text/plain", "buffer": b"middels\n"}
    )
    expect(mark(text, "Middels")).to_have_count(0)


def test_places_are_right_after_an_emoji(page: Page, text: Locator) -> None:
    paste(text, "Dag 👩‍👩‍👧 en 😀 allemaal. Wij sturen u middels deze brief een antwoord.")
    mark(text, "middels").click()
    card(page).get_by_role("button", name="met", exact=True).click()
    expect(text).to_have_text("Dag 👩‍👩‍👧 en 😀 allemaal. Wij sturen u met deze brief een antwoord.")


def test_typing_goes_on_while_answers_arrive(page: Page, text: Locator) -> None:
    """Answers come in late and in the wrong order; only the last counts, and the cursor stays."""
    held: list[Route] = []
    page.route("**/api/v1/check", lambda route: held.append(route))
    paste(text, LETTER)
    expect(page.locator(".stand")).to_have_attribute("data-stand", "bezig")
    text.press("End")
    page.keyboard.type(" Wij beslissen aangaande uw plan.", delay=15)
    with page.expect_request("**/api/v1/check") as last:
        pass
    assert json.loads(last.value.post_data or "")["text"].endswith("aangaande uw plan.")
    page.keyboard.type(" En")
    with page.expect_request("**/api/v1/check"):
        pass
    for route in held[::-1]:
        route.continue_()
    page.unroute("**/api/v1/check")
    expect(mark(text, "Middels")).to_be_visible()
    expect(mark(text, "aangaande")).to_be_visible()
    page.keyboard.type(" nu.")
    expect(text).to_have_text(f"{LETTER} Wij beslissen aangaande uw plan. En nu.")


def test_findings_move_with_the_text(page: Page, text: Locator) -> None:
    paste(text, LETTER)
    expect(mark(text, "Middels")).to_be_visible()
    page.route("**/api/v1/check", lambda route: None)
    text.press("Control+Home")
    page.keyboard.type("Dus: ")
    assert mark(text, "Middels").count() == 1


def test_another_kind_of_text_is_checked_anew(page: Page, text: Locator) -> None:
    paste(text, LETTER)
    expect(mark(text, "Middels")).to_be_visible()
    with page.expect_response("**/api/v1/check") as answer:
        page.get_by_label("Webtekst", exact=True).check()
    assert answer.value.json()["profile"] == "web"


def test_by_keyboard_alone(page: Page, text: Locator) -> None:
    paste(text, LETTER)
    expect(mark(text, "Middels")).to_be_visible()
    text.press("Control+Home")
    page.keyboard.press("Alt+ArrowDown")
    expect(card(page)).to_be_visible()
    expect(text).to_be_focused()
    page.keyboard.press("Alt+Enter")
    expect(card(page).get_by_role("button", name="Met", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(text).to_be_focused()
    page.keyboard.press("Alt+Enter")
    page.keyboard.press("Enter")
    expect(text).to_have_text(LETTER.replace("Middels", "Met"))


def test_the_list_shows_counts_and_opens_a_card(page: Page, text: Locator) -> None:
    paste(text, f"{LETTER} Er wordt door ons gekeken naar uw aanvraag.")
    advice = page.get_by_role("tabpanel", name="Advies")
    expect(advice.get_by_role("heading", name="Woordkeuze (1)")).to_be_visible()
    advice.get_by_role("button", name="Woordkeuze 1").click()
    expect(advice.get_by_role("heading")).to_have_count(1)
    row = advice.get_by_role("button", name="Middels")
    row.click()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(row).to_be_focused()


def test_a_sentence_is_a_bar_that_goes_there(
    page: Page, text: Locator, assert_accessible: Callable[[Page], None]
) -> None:
    paste(text, "Dit is kort. Deze tweede zin heeft acht woorden, denk ik.")
    page.get_by_role("tab", name="Leesbaarheid").click()
    page.get_by_role("button", name="Zin 2: 8 woorden").click()
    assert page.evaluate("getSelection().toString()") == "Deze tweede zin heeft acht woorden, denk ik."
    assert_accessible(page)
    page.keyboard.type("Kort.")
    expect(page.get_by_role("tabpanel", name="Leesbaarheid")).to_contain_text("eerst")


def test_steering_is_shown_when_the_server_measures_it(
    page: Page, text: Locator, assert_accessible: Callable[[Page], None]
) -> None:
    """The server's answer with a steering profile of our own, so that every part of the panel is there."""
    steering = {
        "counts": {}, "shares": {}, "balance": -0.5, "legal": 1, "expected_low": -0.2, "expected_high": 0.4,
        "advice": "Deze tekst stuurt meer dan past.", "places": [{"start": 0, "end": 12}],
        "checklist": [
            {"id": "wie", "question": "Wie beslist?", "evidence": {"start": 0, "end": 3}},
            {"id": "wanneer", "question": "Tot wanneer?", "evidence": None},
        ],
    }  # fmt: skip
    signals = [{"kind": "plicht", "start": 0, "end": 12, "cues": [], "legal": True}]

    def with_steering(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, json={**response.json(), "steering": steering, "signals": signals})

    page.route("**/api/v1/check", with_steering)
    paste(text, "Wij beslissen. Komt u ook?")
    page.get_by_role("tab", name="Sturing").click()
    panel = page.get_by_role("tabpanel", name="Sturing")
    expect(panel).to_contain_text("Deze tekst stuurt meer dan past.")
    expect(panel).to_contain_text("Niet gevonden")
    assert_accessible(page)
    panel.get_by_role("button", name="antwoord op ‘Wie beslist?’").click()
    assert page.evaluate("getSelection().toString()") == "Wij"


def test_the_text_stays_when_the_server_is_away(page: Page, text: Locator) -> None:
    page.route("**/api/v1/check", lambda route: route.abort())
    paste(text, LETTER)
    expect(page.locator(".stand")).to_contain_text("De server is even niet bereikbaar")
    expect(text).to_have_text(LETTER)
    page.unroute("**/api/v1/check")
    page.get_by_role("button", name="Probeer het nu").click()
    expect(mark(text, "Middels")).to_be_visible()
    page.route("**/api/v1/check", lambda route: route.abort())
    text.press("End")
    page.keyboard.type(" Dag.")
    expect(page.locator(".stand")).to_contain_text("De server is even niet bereikbaar")
    page.unroute("**/api/v1/check")
    expect(page.locator(".stand")).to_have_text("Nagekeken")


def test_too_much_text_changes_nothing(page: Page, text: Locator) -> None:
    paste(text, LETTER)
    paste(text, "Te lang. " * 12_000)
    expect(page.locator(".stand")).to_contain_text("Er is niets veranderd in uw tekst.")
    expect(text).to_have_text(LETTER)


def test_a_markdown_file_is_dropped(page: Page, text: Locator) -> None:
    text.evaluate(DROP, ["brief.md", "# Uw aanvraag\n\nMiddels **deze** brief.\n\n- een\n- twee\n"])
    expect(mark(text, "Middels")).to_be_visible()
    assert text.locator("h1").inner_text() == "Uw aanvraag"
    assert text.locator("strong").inner_text() == "deze"
    assert text.locator("ul > li").all_inner_texts() == ["een", "twee"]


FILES = in_each_format("Dat kan middels een brief.")


@pytest.mark.parametrize(("suffix", "data"), FILES.items())
def test_a_file_of_each_format_is_chosen(page: Page, text: Locator, suffix: str, data: bytes) -> None:
    file = {"name": f"brief{suffix}", "mimeType": "application/octet-stream", "buffer": data}
    page.get_by_label("Of kies een bestand").set_input_files(file)  # type: ignore[arg-type]
    expect(mark(text, "middels")).to_be_visible()
    expect(text).to_have_text("Dat kan middels een brief.")


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".pdf", ".html"])
def test_a_file_of_each_format_is_dropped_and_can_be_undone(page: Page, text: Locator, suffix: str) -> None:
    paste(text, LETTER)
    text.evaluate(DROP, [f"brief{suffix}", list(FILES[suffix])])
    expect(text).to_have_text("Dat kan middels een brief.")
    text.press("Control+z")
    expect(text).to_have_text(LETTER)


def test_the_blocks_of_a_file_keep_their_kind(text: Locator) -> None:
    source = (
        "<h2>Uw 😀 aanvraag</h2><p>Stuur<br>ons:</p><ul><li>een foto<ul><li>van uzelf</li></ul></li><li>geld</li></ul>"
    )
    text.evaluate(DROP, ["brief.html", source])
    expect(text.locator("h2")).to_have_text("Uw 😀 aanvraag")
    assert text.locator("p").first.inner_text() == "Stuur\nons:"
    assert text.locator(":scope > ul > li > p").all_inner_texts() == ["een foto", "geld"]
    assert text.locator("ul ul p").all_inner_texts() == ["van uzelf"]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("brief.docx", b"PK\x03\x04kapot", "Dit kunnen wij niet lezen: dit bestand is beschadigd."),
        ("brief.pdf", b"Tekst.", "geen .pdf-bestand, al heet het zo"),
        ("foto.txt", b"\x89PNG\r\n\x1a\n\x00", "geen tekst maar een binair bestand"),
        ("scan.pdf", pdf([]), "geen tekst, alleen beeld"),
        ("groot.docx", b"a" * 10_000_001, "Dit bestand is te groot. Het mag 10 MB zijn."),
    ],
)
def test_a_file_that_cannot_be_read_changes_nothing(
    page: Page, text: Locator, name: str, data: bytes, says: str
) -> None:
    paste(text, LETTER)
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    page.get_by_label("Of kies een bestand").set_input_files(file)  # type: ignore[arg-type]
    expect(page.locator(".stand")).to_contain_text(says)
    expect(text).to_have_text(LETTER)


def test_the_example_can_be_undone(page: Page, text: Locator) -> None:
    paste(text, LETTER)
    page.get_by_role("link", name="Probeer een voorbeeld").click()
    expect(text).to_contain_text("Geachte heer Jansen")
    text.press("Control+z")
    expect(text).to_have_text(LETTER)


def test_the_text_is_copied_and_the_report_kept(page: Page, text: Locator) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    text.evaluate(DROP, ["brief.md", "1. **een**\n2. middels\n"])
    expect(mark(text, "middels")).to_be_visible()
    page.get_by_role("button", name="Kopieer als platte tekst").click()
    assert page.evaluate("navigator.clipboard.readText()") == "1. een\n2. middels"
    page.get_by_role("button", name="Kopieer met opmaak").click()
    html = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())"
    )
    assert "<strong>een</strong>" in html
    assert "<mark" not in html
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar het verslag").click()
    assert "middels" in download.value.path().read_text(encoding="utf8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_theme_and_width(
    browser: Browser, server: str, assert_accessible: Callable[[Page], None], scheme: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{server}/?voorbeeld=1")
    text = page.get_by_role("textbox", name="Uw tekst", exact=True)
    mark(text, "Middels").click()
    expect(card(page)).to_be_visible()
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
