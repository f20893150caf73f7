"""The rules about steering beside the other rules, and what a profile and a law change."""

import pytest

from schrijfhulp import Engine


def keys(engine: Engine, text: str, profile: str = "brief") -> list[str]:
    return [finding.rule for finding in engine.check(text, profile=profile).findings]


def severity(engine: Engine, rule: str, text: str, profile: str = "brief") -> str:
    findings = engine.check(text, profile=profile, enable=[rule]).findings
    assert len(findings) == 1
    return findings[0].severity


def test_a_request_gets_one_advice(engine: Engine) -> None:
    assert keys(engine, "Wij verzoeken u het formulier op te sturen.") == ["sturing/bevel"]
    assert keys(engine, "U wordt verzocht het formulier op te sturen.") == ["sturing/bevel"]


def test_a_hidden_decider_takes_the_place_of_a_passive(engine: Engine) -> None:
    assert keys(engine, "Uw aanvraag wordt afgewezen.") == ["sturing/verborgen-beslisser"]
    assert keys(engine, "De brug wordt gebouwd.") == ["zinsbouw/lijdende-vorm"]


def test_a_threat_takes_the_place_of_the_command_in_it(engine: Engine) -> None:
    found = keys(engine, "Reageert u niet, dan dient u zelf de consequenties te dragen.")
    assert found == ["sturing/dreiging"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U dient wijzigingen te melden.", "midden"),
        ("U dient wijzigingen te melden (artikel 17 van de Participatiewet).", "laag"),
        ("U dient wijzigingen te melden. Dat staat in artikel 17 van de Participatiewet.", "laag"),
        ("U bent verplicht wijzigingen te melden.", "laag"),
    ],
)
def test_a_legal_ground_softens_the_finding(engine: Engine, text: str, expected: str) -> None:
    assert severity(engine, "sturing/bevel", text) == expected


def test_a_decision_may_be_firm(engine: Engine) -> None:
    assert severity(engine, "sturing/bevel", "U dient de schuur af te breken.", "besluit") == "laag"


@pytest.mark.parametrize(
    ("profile", "found"), [("brief", 0), ("web", 0), ("besluit", 0), ("beleid", 1), ("participatie", 1)]
)
def test_only_texts_that_ask_for_cooperation_are_one_sided(engine: Engine, profile: str, found: int) -> None:
    report = engine.check("Wij willen draagvlak creëren.", profile=profile, enable=["sturing/eenzijdig"])
    assert len(report.findings) == found


def test_an_amount_makes_a_consequence_civil(engine: Engine) -> None:
    assert "sturing/dreiging" in keys(engine, "U riskeert een boete als u te laat bent.")
    assert "sturing/dreiging" not in keys(engine, "U riskeert een boete van 75 euro als u te laat bent.")
