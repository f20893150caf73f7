"""`schrijfhulp serve` as a program: it starts, shares its work, and stops without dropping anyone."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest
import requests

import schrijfhulp

PROGRAM = [sys.executable, "-c", "from schrijfhulp.cli import main; main()"]
HOME = str(Path(schrijfhulp.__file__).parent.parent)
STIFF = "Middels deze brief vragen wij geld."
SECONDS = 300


def run(*args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONPATH": HOME, **environment}
    return subprocess.run([*PROGRAM, *args], capture_output=True, encoding="utf8", env=surroundings, check=False)


class Running:
    """A server in its own process, and the address that it says it has."""

    def __init__(self, *args: str, **environment: str) -> None:
        self.process = subprocess.Popen(
            [*PROGRAM, "serve", "--port", "0", *args],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf8",
            env={**os.environ, "PYTHONPATH": HOME, **environment},
        )
        assert self.process.stderr is not None
        said = self.process.stderr.readline()
        found = re.search(r"http://\S+:\d+", said)
        assert found, said
        self.address = found.group()

    def check(self, text: str) -> requests.Response:
        return requests.post(f"{self.address}/api/v1/check", json={"text": text}, timeout=SECONDS)

    def stop(self) -> tuple[int, list[dict[str, Any]], str]:
        """Ask it to stop: its exit code, its log, and what it complained of."""
        self.process.send_signal(signal.SIGTERM)
        out, err = self.process.communicate(timeout=SECONDS)
        return self.process.returncode, [json.loads(line) for line in out.splitlines()], err


@pytest.fixture
def server() -> Iterator[Running]:
    running = Running("--workers", "2", SCHRIJFHULP_METRICS="true")
    with running.process:
        yield running
        running.process.kill()


def test_from_start_to_stop(server: Running) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(server.check, [f"{STIFF} {number}" for number in range(16)]))
    assert {answer.status_code for answer in answers} == {200}
    assert all(answer.json()["findings"] for answer in answers)
    figures = requests.get(f"{server.address}/metrics", timeout=SECONDS).text
    assert 'schrijfhulp_request_seconds_count{route="/api/v1/check",status="200"} 16.0' in figures

    code, log, complaints = server.stop()
    assert (code, complaints) == (0, "")
    checks = [line for line in log if line["route"] == "/api/v1/check"]
    assert len(checks) == 16
    assert set(checks[0]) == {"time", "method", "route", "status", "ms", "bytes"}
    assert checks[0]["bytes"] == len(answers[0].content)


def test_a_running_request_is_finished_before_the_stop(server: Running) -> None:
    body = json.dumps({"text": STIFF}).encode()
    head = (
        f"POST /api/v1/check HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    )
    with socket.create_connection(("127.0.0.1", int(server.address.rpartition(":")[2])), SECONDS) as line:
        line.sendall(f"{head}Expect: 100-continue\r\n\r\n".encode())
        assert line.recv(1000).startswith(b"HTTP/1.1 100")
        server.process.send_signal(signal.SIGTERM)
        line.sendall(body)
        assert line.recv(1000).startswith(b"HTTP/1.1 200")
    assert server.process.wait(SECONDS) == 0


def test_a_taken_port_is_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("serve", "--port", str(taken.getsockname()[1]))
    assert result.returncode == 2
    assert "de poort is al in gebruik" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_wrong_setting_is_one_line() -> None:
    result = run("serve", SCHRIJFHULP_MAX_CHARACTERS="veel")
    assert result.returncode == 2
    assert result.stderr == "schrijfhulp: SCHRIJFHULP_MAX_CHARACTERS: moet een heel getal zijn.\n"


def test_a_check_does_not_wait_for_the_server_to_be_imported() -> None:
    program = "import sys; from schrijfhulp.batch import check; import schrijfhulp.cli; print('flask' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf8", cwd=HOME, check=True)
    assert result.stdout == "False\n"


def test_each_process_has_its_own_spelling_and_takes_it_along() -> None:
    running = Running("--workers", "2", SCHRIJFHULP_LANGUAGETOOL="embedded")
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(running.check, [f"Wij maken een feout in brief {number}." for number in range(12)]))
    assert all([one["category"] for one in answer.json()["findings"]] == ["taal"] for answer in answers)
    assert requests.get(f"{running.address}/api/v1/health", timeout=SECONDS).json()["languagetool"] == "ingebouwd"
    below = _below(running.process.pid)
    assert len(below) >= 3  # two workers, and spelling for one at least
    assert running.stop()[0] == 0
    assert not [pid for pid in below if psutil.pid_exists(pid)]


def test_all_processes_share_one_languagetool_and_take_it_along(languagetool: Path) -> None:
    running = Running("--workers", "2", SCHRIJFHULP_LANGUAGETOOL=str(languagetool), SCHRIJFHULP_REQUEST_TIMEOUT="300")
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(running.check, [f"Wij maken een feout in brief {number}." for number in range(12)]))
    assert all([one["category"] for one in answer.json()["findings"]] == ["taal"] for answer in answers)
    health = requests.get(f"{running.address}/api/v1/health", timeout=SECONDS).json()
    assert (health["languagetool"], health["degraded"]) == (languagetool.name, [])
    below = _below(running.process.pid)
    assert len(_javas(running.process.pid)) == 1
    assert running.stop()[0] == 0
    assert not [pid for pid in below if psutil.pid_exists(pid)]


def test_a_killed_server_leaves_nothing_behind(languagetool: Path) -> None:
    with Running("--workers", "2", SCHRIJFHULP_LANGUAGETOOL=str(languagetool)).process as process:
        while not _javas(process.pid):
            time.sleep(0.1)
        below = _below(process.pid)
        process.kill()
        while [pid for pid in below if psutil.pid_exists(pid)]:
            time.sleep(0.1)


def test_a_source_of_spelling_that_is_nothing_is_an_error() -> None:
    result = run("serve", "--port", "0", SCHRIJFHULP_LANGUAGETOOL="geen-map")
    assert result.returncode == 2
    assert "‘geen-map’ is geen adres" in result.stderr


def _below(pid: int) -> list[int]:
    """The processes that a process started, and those that they started."""
    return [child.pid for child in psutil.Process(pid).children(recursive=True)]


def _javas(pid: int) -> list[psutil.Process]:
    """The servers of LanguageTool among them."""
    found = []
    for child in psutil.Process(pid).children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            found += [child] if "org.languagetool.server.HTTPServer" in child.cmdline() else []
    return found
