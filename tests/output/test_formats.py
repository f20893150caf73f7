"""Formats for programs: each is what its reader expects."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from schrijfhulp import Engine
from schrijfhulp.documents import text
from schrijfhulp.output import Format, lines
from schrijfhulp.output.places import checked

SARIF = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text())
STIFF = "Wij helpen u.\n\nDat kan middels een brief.\n"


def written(engine: Engine, format: Format, *, name: str = "brief.txt", source: str = STIFF) -> str:
    document = text.read(source)
    report = engine.check(document, enable=["ambtelijk-woord"])
    return "\n".join(lines([checked(document, report, engine.rulebook.rules, name=name)], format))


@pytest.mark.parametrize("source", [STIFF, "", "Wij helpen u."])
def test_sarif_keeps_to_its_schema(engine: Engine, source: str) -> None:
    log = json.loads(written(engine, Format.SARIF, name="een map/brief é.txt", source=source))
    jsonschema.Draft7Validator(SARIF).validate(log)
    regions = [
        (place["region"]["startLine"], place["region"]["startColumn"], place["region"]["endColumn"])
        for result in log["runs"][0]["results"]
        for place in (location["physicalLocation"] for location in result["locations"])
    ]
    assert regions == ([(3, 9, 16)] if source == STIFF else [])


def test_checkstyle_is_xml(engine: Engine) -> None:
    root = ElementTree.fromstring(written(engine, Format.CHECKSTYLE, name='a"<&>.txt').encode())
    [file] = root
    [error] = file
    assert (file.get("name"), error.get("line"), error.get("column")) == ('a"<&>.txt', "3", "9")


def test_github_escapes_what_it_would_read(engine: Engine) -> None:
    [command] = written(engine, Format.GITHUB, name="100%,\n:a.txt").splitlines()
    assert "file=100%25%2C%0A%3Aa.txt,line=3,endLine=3,col=9,endColumn=16,title=" in command


def test_codequality_has_what_gitlab_asks(engine: Engine) -> None:
    [issue] = json.loads(written(engine, Format.CODEQUALITY))
    assert {"description", "check_name", "fingerprint", "severity", "location"} <= issue.keys()
    assert issue["location"] == {"path": "brief.txt", "lines": {"begin": 3, "end": 3}}


def test_a_fingerprint_stays_when_a_line_is_put_above(engine: Engine) -> None:
    before, after = (
        [issue["fingerprint"] for issue in json.loads(written(engine, Format.CODEQUALITY, source=source))]
        for source in (STIFF, f"Beste lezer,\n\n{STIFF}")
    )
    assert before == after


def test_the_same_words_twice_are_two_findings(engine: Engine) -> None:
    issues = json.loads(written(engine, Format.CODEQUALITY, source=STIFF + STIFF))
    assert len({issue["fingerprint"] for issue in issues}) == 2


@pytest.mark.parametrize("name", ["=1+1.txt", "+a.txt", "-a.txt", "@a.txt"])
def test_a_spreadsheet_carries_nothing_out(engine: Engine, name: str) -> None:
    rows = list(csv.DictReader(io.StringIO(written(engine, Format.CSV, name=name))))
    assert [(row["bestand"], row["regel"], row["tekst"]) for row in rows] == [(f"'{name}", "3", "middels")]


def test_a_line_of_json_for_each_file(engine: Engine) -> None:
    [line] = written(engine, Format.JSONL).splitlines()
    assert json.loads(line)["file"] == "brief.txt"
