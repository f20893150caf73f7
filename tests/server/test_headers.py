"""What every answer tells the browser."""

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("path", ["/", "/bestaat-niet", "/api/v1/check"])
def test_only_our_own_scripts_and_styles_run(client: FlaskClient, path: str) -> None:
    policy = client.get(path).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_answers_are_not_kept(client: FlaskClient) -> None:
    answer = client.post("/api/v1/check", json={"text": "Middels deze brief vragen wij geld."})
    assert answer.headers["Cache-Control"] == "no-store"
    assert [finding["rule"] for finding in answer.get_json()["findings"]] == ["woordkeuze/ambtelijk-woord"]
