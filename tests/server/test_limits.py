"""Keys, the allow-list of sites and the rate limit."""

import pytest
from flask.testing import FlaskClient
from pydantic import SecretStr

from schrijfhulp import Engine
from schrijfhulp.server.app import create_app
from schrijfhulp.server.settings import Settings, SettingsError, from_environment

CHECK = "/api/v1/check"
TEXT = {"text": "Wij helpen u graag."}
FORM = {**TEXT, "language": "nl"}
SITE = "https://cms.example"


class TestKeys:
    @pytest.fixture
    def client(self, engine: Engine) -> FlaskClient:
        return create_app(Settings(api_keys=(SecretStr("één"), SecretStr("twee"))), engine).test_client()

    def test_a_text_without_a_key_is_refused(self, client: FlaskClient) -> None:
        for headers in ({}, {"Authorization": "Bearer drie"}, {"Authorization": "Basic dHdlZTp0d2Vl"}):
            answer = client.post(CHECK, json=TEXT, headers=headers)
            assert answer.status_code == answer.get_json()["status"] == 401
            assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert client.post("/v2/check", data=FORM).status_code == 401

    def test_with_a_key(self, client: FlaskClient) -> None:
        assert client.post(CHECK, json=TEXT, headers={"Authorization": "Bearer twee"}).status_code == 200
        assert client.post("/v2/check", data={**FORM, "apiKey": "één"}).status_code == 200

    def test_what_holds_no_text_and_the_page_itself_need_none(self, client: FlaskClient) -> None:
        assert client.get("/api/v1/rules").status_code == 200
        assert client.post(CHECK, json=TEXT, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200
        assert client.post(CHECK, json=TEXT, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 401


class TestSites:
    def test_none_by_default(self, client: FlaskClient) -> None:
        answer = client.post(CHECK, json=TEXT, headers={"Origin": SITE})
        assert "Access-Control-Allow-Origin" not in answer.headers

    def test_only_those_on_the_list(self, engine: Engine) -> None:
        client = create_app(Settings(cors_origins=(SITE,)), engine).test_client()
        asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
        answer = client.options(CHECK, headers={"Origin": SITE, **asked})
        assert answer.headers["Access-Control-Allow-Origin"] == SITE
        assert answer.headers["Access-Control-Allow-Headers"] == "content-type"
        answer = client.options(CHECK, headers={"Origin": "https://elders.example", **asked})
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_rate_limit(engine: Engine) -> None:
    client = create_app(Settings(rate_limit="2 per minute"), engine).test_client()
    assert [client.post(CHECK, json=TEXT).status_code for _ in range(3)] == [200, 200, 429]
    answer = client.post(CHECK, json=TEXT)
    assert answer.get_json()["detail"].startswith("U stuurt te veel verzoeken")
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert client.get("/v2/check", query_string=FORM).status_code == 429
    assert client.get("/api/v1/rules").status_code == 200


class TestEnvironment:
    def test_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SCHRIJFHULP_CORS_ORIGINS", f"{SITE}, https://intranet.example")
        monkeypatch.setenv("SCHRIJFHULP_API_KEYS", "geheim")
        monkeypatch.setenv("SCHRIJFHULP_MAX_CHARACTERS", "500")
        settings = from_environment()
        assert settings.cors_origins == (SITE, "https://intranet.example")
        assert settings.max_characters == 500
        assert "geheim" not in repr(settings)

    @pytest.mark.parametrize(
        ("name", "value", "message"),
        [
            ("SCHRIJFHULP_MAX_CHARACTERS", "veel", "moet een heel getal zijn"),
            ("SCHRIJFHULP_MAX_CHARACTERS", "0", "moet meer dan 0 zijn"),
            ("SCHRIJFHULP_METRICS", "misschien", "moet ‘true’ of ‘false’ zijn"),
            ("SCHRIJFHULP_THEME_FILE", "/nergens.css", "dit bestand bestaat niet"),
            ("SCHRIJFHULP_RATE_LIMIT", "vaak", "schrijf bijvoorbeeld ‘60 per minute’"),
        ],
    )
    def test_what_is_wrong(self, monkeypatch: pytest.MonkeyPatch, name: str, value: str, message: str) -> None:
        monkeypatch.setenv(name, value)
        with pytest.raises(SettingsError, match=f"^{name}: {message}"):
            from_environment()
