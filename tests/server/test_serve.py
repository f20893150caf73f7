"""`schrijfhulp serve` as a program: it starts, shares its work, and stops without dropping anyone."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests

import schrijfhulp

PROGRAM = [sys.executable, "-c", "from schrijfhulp.cli import main; main()"]
HOME = str(Path(schrijfhulp.__file__).parent.parent)
STIFF = "Middels deze brief vragen wij geld."
SECONDS = 60


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
    yield running
    if running.process.poll() is None:
        running.process.kill()
        running.process.communicate()


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
    text = " ".join(f"Wij hebben uw brief nummer {number} gelezen en sturen u een antwoord." for number in range(1200))
    with ThreadPoolExecutor(1) as pool:
        server.check(STIFF)
        busy = pool.submit(server.check, text)
        while not busy.running():
            pass
        socket.create_connection(("127.0.0.1", int(server.address.rpartition(":")[2]))).close()
        requests.get(f"{server.address}/api/v1/health", timeout=SECONDS)
        code, _, _ = server.stop()
        assert busy.result(SECONDS).status_code == 200
    assert code == 0


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
