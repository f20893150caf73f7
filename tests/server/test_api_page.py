"""The page of the API says what the OpenAPI document says."""

from bs4 import BeautifulSoup
from flask.testing import FlaskClient


def test_every_address_and_field_is_on_the_page(client: FlaskClient) -> None:
    page = BeautifulSoup(client.get("/api").text, "html.parser")
    document = client.get("/api/v1/openapi.json").get_json()
    addresses = [f"{method.upper()} {path}" for path, methods in document["paths"].items() for method in methods]
    assert [heading.text for heading in page.select("h2 code")] == addresses
    fields = [cell.text for cell in page.select("td code")]
    assert fields == [
        "text", "markdown", "html", "profile", "rules.enable", "rules.disable", "ignore", "offsets",
        "file", "profile", "enable", "disable", "ignore", "offsets", "name",
    ]  # fmt: skip
    assert all(cell.text for cell in page.select("td:nth-of-type(2)"))


def test_the_example_is_a_real_answer(client: FlaskClient) -> None:
    assert "‘Middels’ is ambtelijk." in client.get("/api").text


def test_nothing_comes_from_elsewhere(client: FlaskClient) -> None:
    page = BeautifulSoup(client.get("/api").text, "html.parser")
    assert all(item["href"].startswith("/") for item in page.select("link[href]"))
    assert not page.select("script:not([src]), [style]")
