"""The files of the page's editor are what its source builds."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

WEB = Path(__file__).parent.parent / "web"
BUILT = ("editor.js", "editor.css", "components.css", "schrijfhulp.js")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the editor's source with what package-lock.json pins."""
    if shutil.which("npm") is None:
        if os.environ.get("CI"):
            pytest.fail("npm is not installed")
        pytest.skip("npm is not installed")
    copy = tmp_path_factory.mktemp("web") / "editor"
    shutil.copytree(WEB / "editor", copy, ignore=shutil.ignore_patterns("node_modules", "build"))
    npm(copy, "ci")
    return copy


def npm(folder: Path, *arguments: str) -> None:
    ran = subprocess.run(["npm", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_committed_files_are_what_the_source_builds(source: Path) -> None:
    npm(source, "run", "build")
    differ = [
        name for name in BUILT if (source.parent / "static" / name).read_bytes() != (WEB / "static" / name).read_bytes()
    ]
    assert not differ, f"run `npm ci && npm run build` in web/editor and commit {differ}"


def test_units_of_the_editor(source: Path) -> None:
    npm(source, "test")
