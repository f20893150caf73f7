"""The pages as a browser without JavaScript gets them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient

from schrijfhulp import Engine
from schrijfhulp.server.app import create_app
from schrijfhulp.server.service import Service
from schrijfhulp.server.settings import Settings
from schrijfhulp.types import (
    COMMANDING,
    COOPERATIVE,
    Block,
    ChecklistItem,
    Document,
    Finding,
    Notice,
    Range,
    Report,
    Signal,
    Steering,
)
from tests.documents.pdfs import pdf
from tests.documents.shapes import in_each_format
from tests.server.forms import with_file

SENTENCE = "Middels deze brief vragen wij geld."
PAGES = (
    "/",
    "/?voorbeeld=1",
    "/over",
    "/api",
    "/uitleg/sturen",
    "/regels",
    "/regels?zoek=indien",
    "/regels?zoek=bestaatniet",
    "/regels/zinsbouw/lange-zin",
    "/regels/woordkeuze/ambtelijk-woord",
    "/bestaat-niet",
)
SHOWN, QUOTED = ["p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "label", "summary", "legend", "td", "th"], ["q", "del"]
QUOTED_CLASSES = [".woorden", ".regels__woorden", ".samenvatting", ".voorbeelden", ".manuscript", ".plekken"]


def soup(page: str) -> BeautifulSoup:
    return BeautifulSoup(page, "html.parser")


def serve(engine: Engine, **settings: object) -> FlaskClient:
    return create_app(Settings(**settings), engine).test_client()  # type: ignore[arg-type]


def words(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def test_the_form_needs_no_javascript(client: FlaskClient) -> None:
    form = soup(client.get("/").text).select_one("form#controle")
    assert form is not None
    assert (form["method"], form["action"]) == ("post", "/#advies")
    assert [item["value"] for item in form.select("input[name=profiel]")] == [
        "brief", "web", "besluit", "beleid", "participatie",
    ]  # fmt: skip
    assert [item["value"] for item in form.select("input[name=profiel][checked]")] == ["brief"]


def test_the_answer_marks_the_text_and_explains(client: FlaskClient) -> None:
    page = soup(client.post("/", data={"tekst": SENTENCE, "profiel": "web"}).text)
    mark = page.select_one("#plaats-1")
    note = page.select_one("#advies-1")
    assert mark
    assert note
    assert (mark.get_text(), mark["class"]) == ("Middels", ["vondst", "vondst--woordkeuze", "vondst--midden"])
    assert "‘Middels’ is ambtelijk." in words(note)
    assert [item.get_text() for item in note.select("ins")] == ["Met", "Via", "Door"]
    assert [link["href"] for link in note.select("details a")] == ["/regels/woordkeuze/ambtelijk-woord"]
    assert page.select_one("#tekst").get_text() == f"\n{SENTENCE}"  # type: ignore[union-attr]
    assert page.select_one("input[value=web][checked]")


def test_every_link_within_the_answer_leads_somewhere(client: FlaskClient) -> None:
    page = soup(client.get("/?voorbeeld=1").text)
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))
    targets = {str(link["href"])[1:] for link in page.select("a[href^='#']")}
    assert len(targets) > 50
    assert targets <= set(ids)


def test_measures_are_an_indication_in_plain_words(client: FlaskClient) -> None:
    page = words(soup(client.get("/?voorbeeld=1").text))
    assert "Niveau 3 van 4: moeilijk te lezen." in page
    assert "Van elke honderd volwassenen hebben er ongeveer 53 moeite met zo’n tekst." in page
    assert "indicatie" in page


def test_a_text_without_findings_says_so(client: FlaskClient) -> None:
    assert "Wij vonden niets om te verbeteren." in client.post("/", data={"tekst": "Wij bellen u morgen."}).text


def test_what_looks_like_html_stays_text(client: FlaskClient) -> None:
    page = client.post("/", data={"tekst": "<script>alert(1)</script></textarea><b>Middels</b> dit."}).text
    assert "<script>" not in page
    assert "</textarea><b>" not in page


@pytest.mark.parametrize(
    ("form", "status", "reason"),
    [
        ({"tekst": "  \n"}, 400, "Er staat nog geen tekst."),
        ({"tekst": SENTENCE, "profiel": "gedicht"}, 400, "Het profiel ‘gedicht’ bestaat niet."),
        ({"tekst": SENTENCE * 4}, 413, "Uw tekst heeft 140 tekens. Dat mogen er 100 zijn."),
        ({"tekst": SENTENCE, "bestand": (BytesIO(b"\x00\x01"), "foto.txt")}, 415, "Dit kunnen wij niet lezen"),
    ],
)
def test_a_refused_form_keeps_its_text(engine: Engine, form: dict[str, object], status: int, reason: str) -> None:
    answer = serve(engine, max_characters=100).post("/", data=form)
    page = soup(answer.text)
    assert answer.status_code == status
    assert reason in words(page.select("[role=alert]")[0])
    assert page.select("textarea")[0].get_text() == f"\n{form['tekst']}"


def test_a_busy_server_keeps_the_text(engine: Engine) -> None:
    app = create_app(Settings(request_timeout=1), engine)
    service: Service = app.extensions["schrijfhulp"]
    while service.turns.acquire(blocking=False):
        pass
    answer = app.test_client().post("/", data={"tekst": SENTENCE})
    assert answer.status_code == 503
    assert SENTENCE in answer.text


def test_a_request_of_too_many_bytes_gets_a_page(engine: Engine) -> None:
    answer = serve(engine, max_characters=100).post("/", data={"tekst": "a" * 200_000})
    assert answer.status_code == 413
    assert "te lang" in answer.text


def test_a_file_is_read_in_its_own_format(client: FlaskClient) -> None:
    source = b"# Titel\n\n**Middels** deze brief `middels`."
    page = soup(client.post("/", data={"tekst": "", "bestand": (BytesIO(source), "brief.md")}).text)
    assert [mark.get_text() for mark in page.select("mark")] == ["Middels"]
    assert page.select("textarea")[0].get_text() == f"\n{source.decode()}"
    again = soup(client.post("/", data={"tekst": source.decode(), "formaat": "md"}).text)
    assert [mark.get_text() for mark in again.select("mark")] == ["Middels"]


@pytest.mark.parametrize(("suffix", "data"), in_each_format(SENTENCE).items())
def test_a_file_of_each_format_is_checked(client: FlaskClient, suffix: str, data: bytes) -> None:
    page = soup(client.post("/", data={"tekst": "", "bestand": (BytesIO(data), f"brief{suffix}")}).text)
    assert [mark.get_text() for mark in page.select("mark")] == ["Middels"]
    assert SENTENCE in page.select("textarea")[0].get_text()


def test_the_blocks_of_a_file_are_still_blocks_in_the_text_field(client: FlaskClient) -> None:
    data = b"<h1>Uw aanvraag</h1><p>Stuur ons:</p><ul><li>een foto</li><li>een brief</li></ul>"
    page = soup(client.post("/", data={"bestand": (BytesIO(data), "brief.html")}).text)
    assert page.select("textarea")[0].get_text() == "\nUw aanvraag\n\nStuur ons:\n\n- een foto\n\n- een brief"
    assert page.select(".passage__tekst--heading")


@pytest.mark.parametrize(
    ("data", "name", "status", "reason"),
    [
        (b"PK\x03\x04kapot", "brief.docx", 422, "dit bestand is beschadigd"),
        (b"Tekst.", "brief.pdf", 415, "geen .pdf-bestand"),
        (pdf([]), "scan.pdf", 422, "geen tekst, alleen beeld"),
    ],
)
def test_a_file_that_is_refused_keeps_the_text(
    client: FlaskClient, data: bytes, name: str, status: int, reason: str
) -> None:
    answer = client.post("/", data={"tekst": SENTENCE, "bestand": (BytesIO(data), name)})
    page = soup(answer.text)
    assert answer.status_code == status
    assert reason in words(page.select("[role=alert]")[0])
    assert page.select("textarea")[0].get_text() == f"\n{SENTENCE}"


def test_a_file_of_more_than_a_request_may_have_gets_a_page(client: FlaskClient) -> None:
    answer = client.post("/", **with_file("bestand", b"a" * 12_000_000, "groot.txt"))
    assert answer.status_code == 413
    assert "Een bestand mag 10 MB zijn." in answer.text


def test_a_file_never_touches_the_disk(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file")

    monkeypatch.setattr("werkzeug.formparser.SpooledTemporaryFile", forbidden)
    data = f"<!--{'x' * 5_000_000}--><p>{SENTENCE}</p>".encode()
    answer = client.post("/", **with_file("bestand", data, "brief.html"))
    assert [mark.get_text() for mark in soup(answer.text).select("mark")] == ["Middels"]


def test_the_report_is_a_file_that_needs_nothing_else(client: FlaskClient) -> None:
    answer = client.post("/rapport", data={"tekst": SENTENCE})
    page = soup(answer.text)
    assert answer.headers["Content-Disposition"] == "attachment; filename=schrijfadvies.html"
    assert not page.select("script, link, img, [src]")
    assert {str(link["href"])[:1] for link in page.select("a[href]:not([href^=http])")} == {"#"}
    assert page.select("a[href='http://localhost/regels/woordkeuze/ambtelijk-woord']")


def test_a_report_of_nothing_is_refused_with_the_form(client: FlaskClient) -> None:
    answer = client.post("/rapport", data={"tekst": ""})
    assert answer.status_code == 400
    assert soup(answer.text).select("form#controle")


class TestSteering:
    """The panel, from a steering profile made by hand."""

    TEXT = "U moet betalen. Wat vindt u? Het is maandag."

    @pytest.fixture
    def page(self, engine: Engine) -> BeautifulSoup:
        def check(document: Document, **options: object) -> Report:
            return replace(
                engine.check(document),
                signals=(
                    Signal(kind="plicht", start=0, end=15, cues=(Range(start=2, end=6),), legal=True),
                    Signal(kind="vraag", start=16, end=28, cues=()),
                ),
                steering=self.steering(),
                notices=(Notice("grammar", "De spellingcontrole is er nu niet."),),
            )

        app = create_app(Settings(), engine)
        app.extensions["schrijfhulp"] = Service(Settings(), Only(engine, check))  # type: ignore[arg-type]
        return soup(app.test_client().post("/", data={"tekst": self.TEXT}).text)

    def steering(self) -> Steering:
        kinds = (*COMMANDING, *COOPERATIVE)
        counts = dict.fromkeys(kinds, 0) | {"plicht": 1, "vraag": 1}
        return Steering(
            counts=counts,
            shares={kind: count / 3 for kind, count in counts.items()},
            balance=-0.25,
            legal=1,
            expected_low=-0.5,
            expected_high=0.5,
            advice="Deze tekst is in balans.",
            places=(Range(start=0, end=15),),
            checklist=(
                ChecklistItem(id="waarover", question="Waar gaat het over?", evidence=Range(start=29, end=44)),
                ChecklistItem(id="wie", question="Wie beslist?", evidence=None),
            ),
        )

    def test_the_balance_is_drawn_against_the_expected_zone(self, page: BeautifulSoup) -> None:
        assert page.select(".balans__punt")[0]["cx"] == "75.0"
        assert (page.select(".balans__zone")[0]["x"], page.select(".balans__zone")[0]["width"]) == ("50.0", "100.0")
        assert "Uw tekst staat op −0,25." in words(page.select("#balans-uitleg")[0])
        assert "tussen −0,50 en 0,50" in words(page.select("#balans-uitleg")[0])

    def test_each_sentence_has_its_acts_and_a_link(self, page: BeautifulSoup) -> None:
        assert [(words(link), link["href"], link["class"][-1]) for link in page.select(".strook a")] == [
            ("Zin 1 stuurt: plicht", "#zin-1", "vak--sturend"),
            ("Zin 2 nodigt uit: vraag aan de lezer", "#zin-2", "vak--samenwerkend"),
            ("Zin 3 geeft informatie", "#zin-3", "vak--neutraal"),
        ]

    def test_places_and_checklist_lead_to_the_text(self, page: BeautifulSoup) -> None:
        assert [(words(link), link["href"]) for link in page.select(".plekken a")] == [("U moet betalen.", "#zin-1")]
        assert [words(item) for item in page.select(".vragen li")] == [
            "Waar gaat het over? Ja, bekijk de plek bij: Waar gaat het over?",
            "Wie beslist? Niet gevonden",
        ]
        assert page.select(".vragen a")[0]["href"] == "#zin-3"

    def test_what_could_not_be_checked_is_said(self, page: BeautifulSoup) -> None:
        assert "De spellingcontrole is er nu niet." in words(page.select(".utrecht-alert")[0])


class Only:
    """The suite's engine with another way to check, for reports that the engine cannot make yet."""

    def __init__(self, engine: Engine, check: Callable[..., Report]) -> None:
        self.rulebook, self.check = engine.rulebook, check


def test_the_list_finds_a_rule_by_a_word_of_it(client: FlaskClient) -> None:
    page = soup(client.get("/regels?zoek=Teneinde").text)
    assert [words(title) for title in page.select(".regels__titel")] == ["Ambtelijk woord"]
    assert ("teneinde", "om") in [
        (words(item.select("del")[0]), words(item.select("ins")[0])) for item in page.select(".regels__woorden li")
    ]


def test_the_list_has_every_rule_with_a_page(client: FlaskClient, engine: Engine) -> None:
    links = [str(link["href"]) for link in soup(client.get("/regels").text).select(".regels__titel")]
    assert sorted(links) == sorted(f"/regels/{key}" for key in engine.rulebook.rules)


def test_a_rule_says_what_why_bad_and_better_and_its_source(client: FlaskClient, engine: Engine) -> None:
    rule = engine.rulebook.rules["zinsbouw/lijdende-vorm"]
    page = soup(client.get("/regels/zinsbouw/lijdende-vorm").text)
    assert (words(page.select("h1")[0]), rule.why in words(page)) == ("Lijdende vorm", True)
    assert page.select(f"a[href='{rule.source}']")
    assert "worden goedgekeurd" in [words(mark) for mark in page.select("mark")]
    assert "De commissie beoordeelt uw aanvraag." in [words(item) for item in page.select(".voorbeeld__goed q")]


def test_a_rule_that_does_not_exist_is_a_page_too(client: FlaskClient) -> None:
    answer = client.get("/regels/zinsbouw/bestaat-niet")
    assert answer.status_code == 404
    assert soup(answer.text).select("main h1")


def test_an_error_of_ours_is_a_friendly_page(app: Flask) -> None:
    @app.get("/kapot")
    def broken() -> str:
        raise ZeroDivisionError

    answer = app.test_client().get("/kapot")
    assert answer.status_code == 500
    assert "Er ging bij ons iets mis." in answer.text


def test_an_organisation_brands_the_page(engine: Engine, tmp_path: Path) -> None:
    theme = tmp_path / "huisstijl.css"
    theme.write_text(":root { --schrijfhulp-kleur-accent: #154273; }", encoding="utf8")
    client = serve(
        engine, theme_file=theme, logo_text="Gemeente Zee", site_name="Leeswijzer", contact="help@zee.example"
    )
    page = client.get("/over").text
    assert {"Gemeente Zee", "Leeswijzer", "help@zee.example"} <= set(soup(page).stripped_strings)
    assert '<link rel="stylesheet" href="/thema.css">' in page
    assert client.get("/thema.css").text == theme.read_text(encoding="utf8")
    assert "#154273" in client.post("/rapport", data={"tekst": SENTENCE}).text


def test_without_a_theme_there_is_no_theme_file(client: FlaskClient) -> None:
    assert client.get("/thema.css").status_code == 404


@pytest.mark.parametrize("path", PAGES)
def test_pages_name_themselves_and_load_only_from_here(client: FlaskClient, path: str) -> None:
    page = soup(client.get(path).text)
    assert page.html
    assert page.html["lang"] == "nl"
    assert len(page.select("h1")) == 1
    assert not page.select("[style], style, [onclick]")
    assert not [tag for tag in page.select("[src], link[href]") if "//" in str(tag.get("src") or tag.get("href"))]
    assert len(page.select("nav [aria-current]")) <= 1


@pytest.mark.parametrize("path", PAGES)
def test_our_own_texts_follow_the_rules(client: FlaskClient, engine: Engine, path: str) -> None:
    document = prose(soup(client.get(path).text))
    found = engine.check(document, profile="web").findings
    assert document.blocks
    assert [problem(document, finding) for finding in found if finding.severity != "laag"] == []


def test_the_texts_of_rules_follow_the_rules(client: FlaskClient, engine: Engine) -> None:
    problems = []
    for key in engine.rulebook.rules:
        document = prose(soup(client.get(f"/regels/{key}").text))
        found = engine.check(document, profile="web").findings
        problems += [problem(document, finding) for finding in found if finding.severity != "laag"]
    assert problems == []


def prose(page: BeautifulSoup) -> Document:
    """What a page says itself, a block for each element; examples of how not to write are left out."""
    for example in page.select(", ".join([*QUOTED, *QUOTED_CLASSES])):
        example.decompose()
    pieces = list(_pieces(page))
    text, blocks = "", []
    for kind, piece in pieces:
        blocks.append(Block(kind=kind, start=len(text), end=len(text) + len(piece)))  # type: ignore[arg-type]
        text += f"{piece}\n\n"
    return Document(text=text, blocks=tuple(blocks))


def _pieces(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    for tag in page.select(", ".join(SHOWN)):
        if not tag.select(", ".join(SHOWN)) and (piece := words(tag)):
            yield "heading" if tag.name in ("h1", "h2", "h3", "h4", "dt", "th", "label") else "paragraph", piece


def problem(document: Document, finding: Finding) -> str:
    return f"{finding.rule}: {document.text[finding.start - 30 : finding.end + 30]!r}"
