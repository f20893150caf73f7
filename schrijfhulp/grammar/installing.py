"""Puts LanguageTool on this machine where language-tool-python looks for it."""

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from language_tool_python.download_lt import LocalLanguageTool, confirm_java_compatibility
from language_tool_python.exceptions import LanguageToolError

from schrijfhulp.grammar.selection import installations
from schrijfhulp.resources import PACKAGE

VERSION = "6.8"
NAME = f"LanguageTool-{VERSION}"
MAVEN = PACKAGE / "grammar" / "maven"  # what to fetch, and the SHA-256 of each file


class InstallError(RuntimeError):
    """LanguageTool could not be installed; the message says why, in Dutch."""


def install(*, maven: bool) -> Path:
    """The folder of LanguageTool, fetched unless it is there already. Raises InstallError."""
    folder = installations() / NAME
    if folder.is_dir():
        return folder
    _check_java()
    folder.parent.mkdir(parents=True, exist_ok=True)
    if maven:
        _fetch_with_maven(folder)
    else:
        try:
            LocalLanguageTool.from_version_name(VERSION).download()
        except (LanguageToolError, OSError, ValueError) as error:
            raise InstallError(f"LanguageTool is niet op te halen: {error}") from None
    return folder


def _check_java() -> None:
    try:
        confirm_java_compatibility(VERSION)
    except ModuleNotFoundError:
        raise InstallError("Java ontbreekt op deze computer; LanguageTool heeft Java 17 of nieuwer nodig.") from None
    except SystemError:
        raise InstallError("Java op deze computer is te oud; LanguageTool heeft Java 17 of nieuwer nodig.") from None
    except (
        SystemExit,
        subprocess.CalledProcessError,
    ):  # the client ends the program when it cannot read what `java -version` says
        raise InstallError("De versie van Java op deze computer is niet te lezen.") from None


def _fetch_with_maven(folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise InstallError("Maven (mvn) ontbreekt op deze computer.")
    with tempfile.TemporaryDirectory(dir=folder.parent) as work:
        shutil.copy(MAVEN / "pom.xml", work)
        done = subprocess.run(
            [maven, "--batch-mode", "--quiet", "package"], cwd=work, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise InstallError(f"Maven geeft een fout:\n{done.stdout.strip()}")
        _verify(Path(work) / NAME)
        (Path(work) / NAME).rename(folder)


def _verify(folder: Path) -> None:
    """Raises InstallError unless the folder has the files that we know, and no others."""
    lines = (MAVEN / "SHA256SUMS").read_text(encoding="utf8").splitlines()
    known = {name: digest for digest, name in (line.split() for line in lines)}
    found = {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*.jar")
    }
    if wrong := sorted(name for name in {*known, *found} if known.get(name) != found.get(name)):
        raise InstallError(f"Maven gaf een ander bestand dan verwacht: {', '.join(wrong)}.")
