"""LanguageTool's API: by hand, and with a real client of LanguageTool against a live server."""

import json
from collections.abc import Iterator
from typing import Any

import language_tool_python
import pytest
from flask import Flask
from flask.testing import FlaskClient

from schrijfhulp import Engine
from schrijfhulp.server.app import create_app
from schrijfhulp.server.settings import Settings
from tests.serving import live, running

STIFF = "Dag 😀. Middels deze brief vragen wij geld. De brief wordt door ons verstuurd."


def check(client: FlaskClient, **form: str) -> dict[str, Any]:
    answer = client.post("/v2/check", data={"language": "nl", **form})
    assert answer.status_code == 200
    found: dict[str, Any] = answer.get_json()
    return found


def rules(client: FlaskClient, **form: str) -> list[str]:
    return [match["rule"]["id"] for match in check(client, **form)["matches"]]


class TestMatches:
    def test_a_match_as_languagetool_words_it(self, client: FlaskClient) -> None:
        [match] = check(client, text=STIFF)["matches"]
        assert match == {
            "message": "‘Middels’ is ambtelijk.",
            "shortMessage": "Ambtelijk woord",
            "replacements": [{"value": "Met"}, {"value": "Via"}, {"value": "Door"}],
            "offset": 8,  # the emoji counts for two
            "length": 7,
            "context": {"text": "Dag 😀. Middels deze brief vragen wij geld. De brief wo...", "offset": 8, "length": 7},
            "sentence": "Middels deze brief vragen wij geld.",
            "type": {"typeName": "Other"},
            "rule": {
                "id": "woordkeuze/ambtelijk-woord",
                "description": "Ambtelijk woord",
                "issueType": "style",
                "urls": [{"value": "http://localhost/regels/woordkeuze/ambtelijk-woord"}],
                "category": {"id": "woordkeuze", "name": "Woordkeuze"},
            },
            "ignoreForIncompleteSentence": False,
            "contextForSureMatch": 0,
        }

    def test_sentences_and_language(self, client: FlaskClient) -> None:
        found = check(client, text=STIFF, language="auto")
        assert found["sentenceRanges"] == [[0, 7], [8, 43], [44, 78]]
        assert found["language"]["code"] == "nl"
        assert check(client, text="", language="nl-BE")["language"]["code"] == "nl-BE"

    def test_a_context_is_cut_and_has_no_line_breaks(self, client: FlaskClient) -> None:
        [match] = check(client, text=f"{'Wij helpen u. ' * 5}\nMiddels deze brief vragen wij geld.")["matches"]
        context = match["context"]
        assert context["text"].startswith("...")
        assert "\n" not in context["text"]
        assert context["text"][context["offset"] :][: context["length"]] == "Middels"

    def test_a_wide_suggestion_makes_a_wide_match(self, client: FlaskClient) -> None:
        text = "Het plan wordt door de gemeente uitgevoerd."
        matches = check(client, text=text, level="picky", profile="participatie")["matches"]
        for match in (item for item in matches if item["replacements"]):
            changed = (
                text[: match["offset"]] + match["replacements"][0]["value"] + text[match["offset"] + match["length"] :]
            )
            assert changed == "De gemeente voert het plan uit."
        assert [match["rule"]["id"] for match in matches] == ["zinsbouw/lijdende-vorm"]


class TestChoices:
    def test_the_default_level_leaves_out_what_is_light(self, client: FlaskClient) -> None:
        assert rules(client, text=STIFF) == ["woordkeuze/ambtelijk-woord"]
        assert rules(client, text=STIFF, level="picky") == ["woordkeuze/ambtelijk-woord", "zinsbouw/lijdende-vorm"]

    @pytest.mark.parametrize(
        ("form", "found"),
        [
            ({"disabledRules": "ambtelijk-woord,HUNSPELL_RULE"}, ["zinsbouw/lijdende-vorm"]),
            ({"disabledCategories": "woordkeuze"}, ["zinsbouw/lijdende-vorm"]),
            ({"enabledRules": "zinsbouw/lijdende-vorm", "enabledOnly": "true"}, ["zinsbouw/lijdende-vorm"]),
            ({"enabledCategories": "woordkeuze", "enabledOnly": "true"}, ["woordkeuze/ambtelijk-woord"]),
            ({"enabledRules": "HUNSPELL_RULE", "enabledOnly": "true"}, []),
            ({"enabledRules": "lange-zin"}, ["woordkeuze/ambtelijk-woord", "zinsbouw/lijdende-vorm"]),
        ],
    )
    def test_rules(self, client: FlaskClient, form: dict[str, str], found: list[str]) -> None:
        assert rules(client, text=STIFF, level="picky", **form) == found

    def test_the_profile_of_the_address(self, client: FlaskClient) -> None:
        words = "Wij hebben uw plan gelezen en gaan na of de schuur die u wilt bouwen past in de regels van het gebied rond het dorp."
        found = {
            profile: client.post(f"/v2/check?profile={profile}", data={"language": "nl", "text": words}).get_json()
            for profile in ("brief", "web")
        }
        assert found["brief"]["matches"] == []  # 24 words: from 25 on it is more than a hint
        assert [match["rule"]["id"] for match in found["web"]["matches"]] == ["zinsbouw/lange-zin"]

    def test_parameters_in_the_address(self, client: FlaskClient) -> None:
        found = client.get("/v2/check", query_string={"language": "nl", "text": STIFF}).get_json()
        assert found == check(client, text=STIFF)


class TestMarkup:
    def test_places_count_the_markup(self, client: FlaskClient) -> None:
        annotation = [
            {"markup": "<p>"},
            {"text": "Dag 😀."},
            {"markup": "</p><p>", "interpretAs": "\n\n"},
            {"markup": "<b>"},
            {"text": "Middels"},
            {"markup": "</b>"},
            {"text": " deze brief vragen wij geld."},
        ]
        source = "".join(item.get("text", item.get("markup", "")) for item in annotation)
        [match] = check(client, data=json.dumps({"annotation": annotation}))["matches"]
        units = source.encode("utf-16-le")[2 * match["offset"] :][: 2 * match["length"]]
        assert units.decode("utf-16-le") == "Middels"

    def test_a_word_with_markup_inside(self, client: FlaskClient) -> None:
        annotation = [{"text": "Mid"}, {"markup": "<i>"}, {"text": "dels deze brief vragen wij geld."}]
        [match] = check(client, data=json.dumps({"annotation": annotation}))["matches"]
        assert (match["offset"], match["length"]) == (0, len("Mid<i>dels"))

    def test_a_plain_text_as_data(self, client: FlaskClient) -> None:
        assert rules(client, data=json.dumps({"text": STIFF})) == ["woordkeuze/ambtelijk-woord"]
        assert rules(client, data=json.dumps({"annotation": []})) == []


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ({"text": "x"}, "‘language’ ontbreekt"),
        ({"text": "x", "language": "en-GB"}, "leest alleen Nederlands"),
        ({"language": "nl"}, "precies één van ‘text’ en ‘data’"),
        ({"language": "nl", "text": "x", "data": "{}"}, "precies één van ‘text’ en ‘data’"),
        ({"language": "nl", "text": "x", "level": "hard"}, "‘level’ kan zijn"),
        ({"language": "nl", "text": "x", "enabledOnly": "true"}, "hoort ‘enabledRules’"),
        ({"language": "nl", "text": "x", "profile": "sms"}, "Het profiel ‘sms’ bestaat niet"),
        ({"language": "nl", "data": "[" * 100_000}, "‘data’ is geen JSON"),
        ({"language": "nl", "data": '{"text": "\\ud83d"}'}, "‘data’ is geen JSON"),
        ({"language": "nl", "data": '{"annotation": [{"text": "x", "markup": "<p>"}]}'}, "óf ‘text’, óf ‘markup’"),
    ],
)
def test_a_wrong_request_is_a_line_of_text(client: FlaskClient, form: dict[str, str], message: str) -> None:
    answer = client.post("/v2/check", data=form)
    assert answer.status_code == 400
    assert answer.content_type.startswith("text/plain")
    assert answer.text.startswith("Error: ")
    assert message in answer.text


def test_a_long_text(client: FlaskClient) -> None:
    answer = client.post("/v2/check", data={"language": "nl", "text": "x" * 100_001})
    assert answer.status_code == 413
    assert "100.001 tekens" in answer.text


class TestRealClient:
    @pytest.fixture
    def address(self, app: Flask) -> Iterator[str]:
        with running(live(app)) as address:
            yield address

    def test_language_tool_python(self, address: str) -> None:
        with language_tool_python.LanguageTool("nl", remote_server=address) as tool:
            [match] = tool.check(STIFF)
            assert STIFF[match.offset : match.offset + match.error_length] == "Middels"
            assert match.rule_id == "woordkeuze/ambtelijk-woord"
            assert match.category == "woordkeuze"
            assert match.sentence == "Middels deze brief vragen wij geld."
            assert tool.correct(STIFF).startswith("Dag 😀. Met deze brief vragen wij geld.")
            tool.picky = True
            assert [found.rule_id for found in tool.check(STIFF)][1:] == ["zinsbouw/lijdende-vorm"]
            tool.disabled_rules = {"lijdende-vorm"}
            assert len(tool.check(STIFF)) == 1

    def test_spelling(self, speller: Engine) -> None:
        text = "😀 Wij maken een 😀 feout. Ik wordt blij."
        with (
            running(live(create_app(Settings(), speller))) as address,
            language_tool_python.LanguageTool("nl", remote_server=address) as tool,
        ):
            matches = tool.check(text)
            assert [text[found.offset :][: found.error_length] for found in matches] == ["feout", "Ik wordt"]
            assert {found.category for found in matches} == {"taal"}
            assert all(found.rule_id.startswith("taal/") for found in matches)
            assert tool.correct(text).endswith("fout. Ik word blij.")

    def test_a_language_that_we_do_not_read(self, address: str) -> None:
        with pytest.raises(ValueError, match="en"):
            language_tool_python.LanguageTool("en-US", remote_server=address)
