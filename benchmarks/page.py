"""The page: what a first visit weighs, compressed as a web server does it, and how soon the editor's findings follow a key."""

import gzip
import logging
import shutil
import statistics
import threading
from pathlib import Path

from bs4 import BeautifulSoup
from flask import Flask
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

import schrijfhulp
from benchmarks.speed import LETTER, variant
from schrijfhulp.server.app import create_app
from schrijfhulp.server.settings import Settings

AIM = 250  # kB
PAGES = 3
KEYS = 10
# Types in the first paragraph; milliseconds until the answer on that text stands in the page, the pause of 400 included.
KEY_TO_FINDINGS = """async () => {
  const line = document.querySelector(".stand");
  const start = performance.now();
  document.execCommand("insertText", false, "x");
  for (const state of ["bezig", "klaar"]) {
    while (line.dataset.stand !== state) await new Promise(requestAnimationFrame);
  }
  return performance.now() - start;
}"""


def main() -> None:
    app = create_app(Settings(), schrijfhulp.load())
    weigh(app)
    if chromium := shutil.which("chromium"):
        print(f"{'key to findings, ms, three pages, of which 400 wait':60} {median_wait(app, chromium):10.0f}")


def weigh(app: Flask) -> None:
    client = app.test_client()
    page = client.get("/").text
    needed = BeautifulSoup(page, "html.parser").select("link[href], script[src], img[src]")
    paths = sorted({"/", *(str(tag.get("href") or tag.get("src")) for tag in needed)})
    weights = {path: len(gzip.compress(client.get(path).data)) / 1000 for path in paths}
    for path, weight in weights.items():
        print(f"{path:60} {weight:10.1f} kB")
    print(f"{'page weight, compressed':60} {sum(weights.values()):10.1f} kB  <= {AIM}")


def median_wait(app: Flask, chromium: str) -> float:
    """Milliseconds between a key and the findings on the text with it."""
    letter = Path(LETTER).read_text(encoding="utf8")
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    running = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{running.server_port}/")
        text = page.get_by_role("textbox", name="Uw tekst", exact=True)
        text.focus()
        page.keyboard.insert_text("\n\n".join(variant(letter, number) for number in range(PAGES)))
        page.wait_for_selector("[data-stand=klaar]")
        page.wait_for_selector("mark.vondst")
        waits = [page.evaluate(KEY_TO_FINDINGS) for _ in range(KEYS)]
        browser.close()
    running.shutdown()
    running.server_close()
    return statistics.median(waits)
