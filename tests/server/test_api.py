"""The API: what it answers, and how it refuses."""

import logging
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openapi_spec_validator import validate

from schrijfhulp import Engine, __version__
from schrijfhulp.grammar.selection import load
from schrijfhulp.server.app import create_app
from schrijfhulp.server.service import EXTENSION
from schrijfhulp.server.settings import Settings
from schrijfhulp.types import Report
from tests.documents.pdfs import pdf
from tests.documents.shapes import in_each_format
from tests.server.forms import FORM, with_file

CHECK = "/api/v1/check"
FILE = "/api/v1/check/file"
STIFF = "Middels deze brief vragen wij geld."
EMOJI = "Beste 😀 lezer.\n\nDag 😀. Middels deze brief vragen wij geld."


def check(client: FlaskClient, **request: Any) -> dict[str, Any]:
    answer = client.post(CHECK, json=request)
    assert answer.status_code == 200
    report: dict[str, Any] = answer.get_json()
    return report


def findings(client: FlaskClient, **request: Any) -> dict[str, dict[str, Any]]:
    return {finding["rule"]: finding for finding in check(client, **request)["findings"]}


class TestCheck:
    def test_the_report_is_that_of_the_command_line(self, client: FlaskClient) -> None:
        report = check(client, text=STIFF)
        assert list(report)[:3] == ["version", "schrijfhulp", "profile"]
        assert set(report) == {"version", "schrijfhulp", *Report.__dataclass_fields__}
        assert (report["version"], report["schrijfhulp"], report["profile"]) == (1, __version__, "brief")
        [finding] = report["findings"]
        assert finding == {
            "rule": "woordkeuze/ambtelijk-woord",
            "category": "woordkeuze",
            "severity": "midden",
            "start": 0,
            "end": 7,
            "message": "‘Middels’ is ambtelijk.",
            "suggestions": [{"text": word, "start": 0, "end": 7} for word in ("Met", "Via", "Door")],
            "line": 1,
            "column": 1,
        }

    def test_an_empty_text_has_no_findings_and_no_measures(self, client: FlaskClient) -> None:
        report = check(client, text="")
        assert report["findings"] == []
        assert report["measures"]["words_per_sentence"] is None

    def test_code_points_by_default(self, client: FlaskClient) -> None:
        finding = findings(client, text=EMOJI)["woordkeuze/ambtelijk-woord"]
        assert EMOJI[finding["start"] : finding["end"]] == "Middels"
        assert (finding["line"], finding["column"]) == (3, 8)

    def test_every_place_counts_in_utf16_when_asked(self, client: FlaskClient) -> None:
        report = check(client, text=EMOJI, offsets="utf16")
        units = EMOJI.encode("utf-16-le")

        def sliced(place: dict[str, int]) -> str:
            return units[2 * place["start"] : 2 * place["end"]].decode("utf-16-le")

        finding = next(item for item in report["findings"] if item["rule"] == "woordkeuze/ambtelijk-woord")
        assert sliced(finding) == "Middels"
        assert {sliced(suggestion) for suggestion in finding["suggestions"]} == {"Middels"}
        assert (finding["line"], finding["column"]) == (3, 9)
        sentences = [sliced(sentence) for sentence in report["measures"]["per_sentence"]]
        assert sentences == ["Beste 😀 lezer.", "Dag 😀.", "Middels deze brief vragen wij geld."]

    def test_places_in_markdown_are_those_of_the_source(self, client: FlaskClient) -> None:
        source = "# Brief\n\n**Middels** deze brief vragen wij geld."
        finding = findings(client, markdown=source)["woordkeuze/ambtelijk-woord"]
        assert source[finding["start"] : finding["end"]] == "Middels"
        assert (finding["line"], finding["column"]) == (3, 3)

    def test_places_in_html_are_those_of_the_source(self, client: FlaskClient) -> None:
        source = "<h1>Brief</h1>\n<p>Mid<b>dels</b> deze brief &amp; zo vragen wij geld.</p>"
        finding = findings(client, html=source)["woordkeuze/ambtelijk-woord"]
        assert source[finding["start"] : finding["end"]] == "Mid<b>dels"
        assert (finding["line"], finding["column"]) == (2, 4)

    def test_ignored_words_and_chosen_rules(self, client: FlaskClient) -> None:
        assert findings(client, text=STIFF, ignore=["middels"]) == {}
        assert findings(client, text=STIFF, rules={"disable": ["woordkeuze"]}) == {}
        assert findings(client, text=STIFF, rules={"enable": ["lange-zin"]}) == {}
        assert set(findings(client, text=STIFF, rules={"enable": ["ambtelijk-woord"]})) == {
            "woordkeuze/ambtelijk-woord"
        }

    def test_the_profile_of_the_settings_unless_one_is_asked(self, engine: Engine) -> None:
        client = create_app(Settings(profile="web"), engine).test_client()
        assert check(client, text=STIFF)["profile"] == "web"
        assert check(client, text=STIFF, profile="besluit")["profile"] == "besluit"


def send(client: FlaskClient, data: bytes, name: str, **form: Any) -> Any:
    return client.post(FILE, data={"file": (BytesIO(data), name), **form})


class TestFile:
    @pytest.mark.parametrize(("suffix", "data"), in_each_format(STIFF).items())
    def test_the_places_are_those_of_the_text_that_comes_back(
        self, client: FlaskClient, suffix: str, data: bytes
    ) -> None:
        report = send(client, data, f"brief{suffix}", profile="web").get_json()
        assert set(report) == {
            "version", "schrijfhulp", "format", "text", "blocks", *Report.__dataclass_fields__,
        }  # fmt: skip
        assert (report["profile"], report["format"]) == ("web", suffix[1:])
        [finding] = report["findings"]
        assert report["text"][finding["start"] : finding["end"]] == "Middels"
        [block] = report["blocks"]
        assert (block["kind"], report["text"][block["start"] : block["end"]]) == ("paragraph", STIFF)

    def test_the_content_tells_the_format(self, client: FlaskClient) -> None:
        report = send(client, in_each_format(STIFF)[".docx"], "brief.txt").get_json()
        assert (report["format"], report["text"].strip()) == ("docx", STIFF)

    def test_blocks_and_findings_count_in_utf16_when_asked(self, client: FlaskClient) -> None:
        report = send(client, f"<h2>😀 Dag</h2><p>{STIFF}</p>".encode(), "a.html", offsets="utf16").get_json()
        units = report["text"].encode("utf-16-le")
        shown = [units[2 * item["start"] : 2 * item["end"]].decode("utf-16-le") for item in report["blocks"]]
        assert [(item["kind"], item["level"]) for item in report["blocks"]] == [("heading", 2), ("paragraph", 0)]
        assert shown == ["😀 Dag", STIFF]
        [finding] = report["findings"]
        assert units[2 * finding["start"] : 2 * finding["end"]].decode("utf-16-le") == "Middels"

    def test_ignored_words_and_chosen_rules(self, client: FlaskClient) -> None:
        def rules(**form: Any) -> list[str]:
            answer = send(client, STIFF.encode(), "a.txt", **form).get_json()
            return [finding["rule"] for finding in answer["findings"]]

        assert rules(ignore="middels") == []
        assert rules(ignore=["geld", "middels"]) == []
        assert rules(disable="woordkeuze") == []
        assert rules(enable=["lange-zin", "ambtelijk-woord"]) == ["woordkeuze/ambtelijk-woord"]

    def test_a_file_of_ten_megabytes_is_read(self, client: FlaskClient) -> None:
        data = f"<!--{'x' * 9_900_000}--><p>{STIFF}</p>".encode()
        assert client.post(FILE, **with_file("file", data, "a.html")).get_json()["text"].strip() == STIFF

    def test_a_key_is_asked_as_for_a_text(self, engine: Engine) -> None:
        client = create_app(Settings(api_keys=("geheim",)), engine).test_client()  # type: ignore[arg-type]
        assert send(client, b"Tekst.", "a.txt").status_code == 401


class TestInformation:
    def test_rules(self, client: FlaskClient, engine: Engine) -> None:
        rules = {rule["rule"]: rule for rule in client.get("/api/v1/rules").get_json()["rules"]}
        assert set(rules) == set(engine.rulebook.rules)
        assert rules["zinsbouw/lange-zin"]["title"] == "Lange zin"
        assert rules["zinsbouw/lange-zin"]["url"] == "/regels/zinsbouw/lange-zin"

    @pytest.mark.parametrize("name", ["lange-zin", "zinsbouw/lange-zin", "zinsbouw%2Flange-zin"])
    def test_a_rule_by_id_or_key(self, client: FlaskClient, name: str) -> None:
        rule = client.get(f"/api/v1/rules/{name}").get_json()
        assert rule["rule"] == "zinsbouw/lange-zin"
        assert any(example["bad"] for example in rule["examples"])

    def test_profiles(self, client: FlaskClient) -> None:
        profiles = client.get("/api/v1/profiles").get_json()["profiles"]
        assert [item["profile"] for item in profiles] == ["brief", "web", "besluit", "beleid", "participatie"]

    def test_health(self, client: FlaskClient) -> None:
        health = client.get("/api/v1/health").get_json()
        assert health["ready"] is True
        assert health["schrijfhulp"] == __version__
        assert health["pipeline"].startswith("nl_")
        assert health["languagetool"] == "uit"
        assert health["degraded"] == []

    def test_spelling_stands_between_the_other_findings(self, speller: Engine) -> None:
        client = create_app(Settings(), speller).test_client()
        found = client.post(CHECK, json={"text": "Middels dit feout vragen wij geld."}).get_json()["findings"]
        assert [one["rule"] for one in found] == ["woordkeuze/ambtelijk-woord", "taal/MORFOLOGIK_RULE_NL_NL"]
        assert "fout" in [suggestion["text"] for suggestion in found[1]["suggestions"]]
        assert client.get("/api/v1/health").get_json()["languagetool"] == "ingebouwd"

    def test_health_says_that_spelling_does_not_work(self, engine: Engine) -> None:
        spelling = Engine(engine.nlp, engine.rulebook, load("http://127.0.0.1:9"))
        client = create_app(Settings(), spelling).test_client()
        client.post(CHECK, json={"text": "Wij maken een feout."})
        health = client.get("/api/v1/health").get_json()
        assert (health["languagetool"], health["degraded"][0]["part"]) == ("http://127.0.0.1:9", "taal")

    def test_the_specification_is_valid(self, client: FlaskClient) -> None:
        document = client.get("/api/v1/openapi.json").get_json()
        validate(document)
        assert document["openapi"].startswith("3.1")
        assert set(document["paths"]) == {
            "/api/v1/check",
            "/api/v1/check/file",
            "/api/v1/rules",
            "/api/v1/rules/{name}",
            "/api/v1/profiles",
            "/api/v1/health",
        }
        assert "application/problem+json" in document["paths"]["/api/v1/check"]["post"]["responses"]["422"]["content"]


def raw(data: str | bytes, kind: str = "application/json") -> Callable[[FlaskClient], Any]:
    return lambda client: client.post(CHECK, data=data, content_type=kind)


def fields(**request: Any) -> Callable[[FlaskClient], Any]:
    return lambda client: client.post(CHECK, json=request)


REFUSED: dict[str, tuple[int, str, Callable[[FlaskClient], Any]]] = {
    "no JSON": (400, "niet lezen", raw("{")),
    "no body": (400, "niet lezen", raw("")),
    "no UTF-8": (400, "niet lezen", raw(b'{"text": "\xff"}')),
    "deep JSON": (400, "te diep", raw("[" * 100_000)),
    "a form": (415, "application/json", raw("text=x", "application/x-www-form-urlencoded")),
    "no text": (422, "precies één van ‘text’, ‘markdown’ en ‘html’", fields()),
    "two texts": (422, "precies één van", fields(text="", html="")),
    "an array": (422, "precies één", raw("[]")),
    "a number": (422, "text: moet tekst zijn", fields(text=1)),
    "NUL": (422, "text: er staat een NUL-teken in", fields(text="a\0b")),
    "half an emoji": (422, "text: er staat een half teken in", raw('{"text": "\\ud83d"}')),
    "unknown field": (422, "taal: dit veld bestaat niet", fields(text="", taal="nl")),
    "unknown unit": (422, "offsets: kies uit ‘codepoint’ of ‘utf16’", fields(text="", offsets="byte")),
    "unknown profile": (422, "Het profiel ‘sms’ bestaat niet", fields(text="", profile="sms")),
    "unknown rule": (422, "De regel ‘xyz’ bestaat niet", fields(text="", rules={"disable": ["xyz"]})),
    "no list": (422, "ignore: moet een lijst zijn", fields(text="", ignore="woord")),
    "rules as a list": (422, "rules: moet een object zijn", fields(text="", rules=["lange-zin"])),
    "number in a list": (422, "ignore.0: moet tekst zijn", fields(text="", ignore=[1])),
    "long text": (413, "100.001 tekens", fields(text="x" * 100_001)),
    "large body": (413, "te lang", raw(" " * 2_000_000)),
    "broken HTML": (422, "de HTML is kapot", fields(html="<a href='" * 2_000)),
    "no form": (415, "multipart/form-data", lambda client: client.post(FILE, json={"file": "x"})),
    "an empty form": (422, "file: ontbreekt", lambda client: client.post(FILE, data={}, content_type=FORM)),
    "no boundary": (
        422,
        "file: ontbreekt",
        lambda client: client.post(FILE, data=b"x", content_type="multipart/form-data"),
    ),
    "words for a file": (
        422,
        "file: moet één bestand zijn",
        lambda client: client.post(FILE, data={"file": "x"}, content_type=FORM),
    ),
    "unknown field of a form": (
        422,
        "taal: dit veld bestaat niet",
        lambda client: send(client, b"", "a.txt", taal="nl"),
    ),
    "unknown profile of a file": (
        422,
        "Het profiel ‘sms’ bestaat niet",
        lambda client: send(client, b"", "a.txt", profile="sms"),
    ),
    "large file": (
        413,
        "te groot: het mag 10 MB zijn",
        lambda client: client.post(FILE, **with_file("file", b"a" * 10_000_001, "a.txt")),
    ),
    "much larger file": (
        413,
        "te groot",
        lambda client: client.post(FILE, **with_file("file", b"a" * 12_000_000, "a.txt")),
    ),
    "file with much text": (413, "100.001 tekens", lambda client: send(client, b"a" * 100_001, "a.txt")),
    "picture": (
        415,
        "geen tekst maar een binair bestand",
        lambda client: send(client, b"\x89PNG\r\n\x1a\n\0\0", "a.png"),
    ),
    "old Word": (
        415,
        "oud Office-bestand",
        lambda client: send(client, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "a.doc"),
    ),
    "not what it is called": (415, "geen .docx-bestand", lambda client: send(client, b"Tekst.", "a.docx")),
    "damaged file": (422, "beschadigd", lambda client: send(client, b"PK\x03\x04kapot", "a.docx")),
    "scan": (422, "alleen beeld", lambda client: send(client, pdf([]), "a.pdf")),
    "unknown address": (404, "bestaat niet", lambda client: client.get("/api/v1/regels")),
    "unknown rule page": (404, "Deze regel bestaat niet", lambda client: client.get("/api/v1/rules/xyz")),
    "wrong method": (405, "deze methode niet", lambda client: client.get(CHECK)),
}


class TestErrors:
    @pytest.mark.parametrize("case", REFUSED)
    def test_a_problem_in_dutch(self, client: FlaskClient, case: str) -> None:
        status, detail, send = REFUSED[case]
        answer = send(client)
        problem = answer.get_json()
        assert answer.status_code == problem["status"] == status
        assert answer.content_type == "application/problem+json"
        assert detail in problem["detail"]
        assert answer.headers["Cache-Control"] == "no-store"

    def test_each_wrong_field_is_named(self, client: FlaskClient) -> None:
        problem = client.post(CHECK, json={"text": 1, "ignore": [2]}).get_json()
        assert {item["field"] for item in problem["errors"]} == {"text", "ignore.0"}

    def test_a_wrong_method_says_what_is_right(self, client: FlaskClient) -> None:
        assert "POST" in client.get(CHECK).headers["Allow"]

    def test_busy(self, engine: Engine) -> None:
        app = create_app(Settings(request_timeout=1), engine)
        turns = app.extensions[EXTENSION].turns
        while turns.acquire(blocking=False):
            pass
        answer = app.test_client().post(CHECK, json={"text": STIFF})
        assert answer.status_code == answer.get_json()["status"] == 503
        assert int(answer.headers["Retry-After"]) > 0
        turns.release()
        assert app.test_client().post(CHECK, json={"text": STIFF}).status_code == 200

    @pytest.mark.parametrize(
        ("path", "kind"), [("/api/v1/stuk", "application/problem+json"), ("/v2/stuk", "text/plain; charset=utf-8")]
    )
    def test_a_fault_of_ours_is_logged_without_what_it_says(
        self, app: Flask, caplog: pytest.LogCaptureFixture, path: str, kind: str
    ) -> None:
        @app.get(path)
        def broken() -> str:
            raise ValueError("geheime tekst")

        with caplog.at_level(logging.INFO):
            answer = app.test_client().get(path)
        assert answer.status_code == 500
        assert answer.content_type == kind
        assert "niet bewaard" in answer.get_data(as_text=True)
        assert "ValueError" in caplog.text
        assert "broken" in caplog.text
        assert "geheim" not in caplog.text + answer.get_data(as_text=True)


def test_no_text_or_query_is_logged(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.post(CHECK, json={"text": STIFF})
        client.post(CHECK, json={"text": STIFF, "fout": STIFF})
        client.get("/v2/check", query_string={"text": STIFF, "language": "nl"})
        client.get("/api/v1/rules/middels")
    assert '"route": "/api/v1/check", "status": 200' in caplog.text
    assert '"route": "/api/v1/rules/<path:name>", "status": 404' in caplog.text
    assert "iddels" not in caplog.text
