"""A server at an address: away, or something else than LanguageTool. The answers are those of a real HTTP server."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from schrijfhulp import Engine, Report, grammar
from schrijfhulp.grammar.selection import TIMEOUT_VARIABLE, load
from tests.serving import running

STIFF = "Thans is dat zo. Ik wordt blij."
LANGUAGES = json.dumps([{"name": "Dutch", "code": "nl", "longCode": "nl"}])
Answers = dict[str, str | int]  # for the end of an address: a body, or a status


def answer(*, version: int = 1, offset: int = STIFF.index("wordt")) -> str:
    """LanguageTool's answer about STIFF."""
    rule = {"id": "SPELLING", "issueType": "misspelling", "category": {"id": "TYPOS"}}
    match = {"rule": rule, "offset": offset, "length": 5, "message": "Fout.", "replacements": [{"value": "word"}]}
    return json.dumps({"software": {"apiVersion": version}, "matches": [match]})


class Handler(BaseHTTPRequestHandler):
    answers: Answers
    pause = 0.0  # seconds between two bytes of an answer

    def do_GET(self) -> None:
        said = self.answers[self.path.rpartition("/")[2]]
        self.rfile.read(int(self.headers["Content-Length"] or 0))
        body = f"status {said}".encode() if isinstance(said, int) else said.encode()
        self.send_response(said if isinstance(said, int) else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            for byte in range(len(body)):
                self.wfile.write(body[byte : byte + 1])
                time.sleep(self.pause)
        except OSError:
            return  # who asked has left

    do_POST = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Say nothing."""


Serve = Callable[..., str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """A function that starts a server with these answers, which may change, and gives its address."""
    with ExitStack() as stack:
        yield lambda answers, pause=0.0: stack.enter_context(running(_server(answers, pause)))


def _server(answers: Answers, pause: float) -> ThreadingHTTPServer:
    return ThreadingHTTPServer(("127.0.0.1", 0), type("Mine", (Handler,), {"answers": answers, "pause": pause}))


def check(engine: Engine, url: str) -> Report:
    return Engine(engine.nlp, engine.rulebook, load(url)).check(STIFF)


@pytest.mark.parametrize(
    ("languages", "check_answer", "why"),
    [
        ("<html>Welkom</html>", "", "meldt een fout, of is geen LanguageTool"),
        ("{}", "", "kent geen Nederlands"),
        ("[1, 2]", "", "niet van LanguageTool"),
        ('[{"code": "de", "longCode": "de-DE"}]', "", "kent geen Nederlands"),
        (500, "", "meldt een fout, of is geen LanguageTool"),
        (LANGUAGES, "<html>Welkom</html>", "meldt een fout, of is geen LanguageTool"),
        (LANGUAGES, "", "meldt een fout, of is geen LanguageTool"),
        (LANGUAGES, "{}", "niet van LanguageTool"),
        (LANGUAGES, "null", "niet van LanguageTool"),
        (LANGUAGES, "[" * 100_000, "niet van LanguageTool"),
        (LANGUAGES, 500, "meldt een fout, of is geen LanguageTool"),
        (LANGUAGES, answer(offset=1000), "niet van LanguageTool"),
        (LANGUAGES, answer(version=2), "spreekt versie 2 van LanguageTools API en niet 1"),
    ],
)
def test_nonsense_is_a_notice_and_the_other_advice_is_complete(
    engine: Engine, serve: Serve, languages: str | int, check_answer: str | int, why: str
) -> None:
    report = check(engine, serve({"languages": languages, "check": check_answer}))
    assert why in report.notices[0].message
    assert [one.rule for one in report.findings] == ["woordkeuze/ambtelijk-woord"]


def test_an_address_that_does_not_answer_is_a_notice(engine: Engine) -> None:
    report = check(engine, "http://127.0.0.1:9")
    assert "niet te bereiken" in report.notices[0].message
    assert [one.rule for one in report.findings] == ["woordkeuze/ambtelijk-woord"]


@pytest.mark.parametrize("pause", [0.02, 1.0])  # slow as a whole, and slow at each byte
def test_a_slow_server_is_a_notice(engine: Engine, serve: Serve, monkeypatch: pytest.MonkeyPatch, pause: float) -> None:
    monkeypatch.setenv(TIMEOUT_VARIABLE, "0.5")
    report = check(engine, serve({"languages": LANGUAGES, "check": answer()}, pause))
    assert "antwoordt niet op tijd" in report.notices[0].message


def test_a_server_that_comes_back_is_asked_again_after_a_pause(
    engine: Engine, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: Answers = {"languages": LANGUAGES, "check": 503}
    checker = Engine(engine.nlp, engine.rulebook, load(serve(answers)))
    assert checker.check(STIFF).notices
    answers["check"] = answer()
    assert checker.check(STIFF).notices  # it is not asked yet
    monkeypatch.setattr(grammar, "PAUSE", 0.0)
    deadline = time.monotonic() + 60
    while checker.check(STIFF).notices:
        assert time.monotonic() < deadline
        time.sleep(0.5)
    assert [one.rule for one in checker.check(STIFF).findings] == ["woordkeuze/ambtelijk-woord", "taal/SPELLING"]


def test_a_login_is_not_shown(engine: Engine, serve: Serve) -> None:
    address = serve({"languages": LANGUAGES, "check": answer()})
    source = load(address.replace("//", "//piet:geheim@"))
    assert source.source == address
    assert not Engine(engine.nlp, engine.rulebook, source).check(STIFF).notices
