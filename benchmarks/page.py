"""What a first visit to the page weighs, compressed as a web server does it."""

import gzip

from bs4 import BeautifulSoup

import schrijfhulp
from schrijfhulp.server.app import create_app
from schrijfhulp.server.settings import Settings

AIM = 250  # kB


def main() -> None:
    client = create_app(Settings(), schrijfhulp.load()).test_client()
    page = client.get("/").text
    needed = BeautifulSoup(page, "html.parser").select("link[href], script[src], img[src]")
    paths = sorted({"/", *(str(tag.get("href") or tag.get("src")) for tag in needed)})
    weights = {path: len(gzip.compress(client.get(path).data)) / 1000 for path in paths}
    for path, weight in weights.items():
        print(f"{path:60} {weight:10.1f} kB")
    print(f"{'page weight, compressed':60} {sum(weights.values()):10.1f} kB  <= {AIM}")
