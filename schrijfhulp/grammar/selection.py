"""Which source serves: what the setting says, or the best that there is."""

import os
import re
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from schrijfhulp.grammar import NO_SOURCE, Grammar, Source
from schrijfhulp.grammar.choices import choices

AUTO, EMBEDDED = "auto", "embedded"
VARIABLE = "SCHRIJFHULP_LANGUAGETOOL"
TIMEOUT_VARIABLE = "SCHRIJFHULP_LANGUAGETOOL_TIMEOUT"
START_VARIABLE = "SCHRIJFHULP_LANGUAGETOOL_START"
TIMEOUT = 10.0  # seconds an answer
START = 90.0  # seconds; Java starts in two, and the first text takes ten more, but not on a busy machine
FOLDER = re.compile(r"LanguageTool-(\d+)\.(\d+)")
JAR = "languagetool-server.jar"


class LanguageToolError(ValueError):
    """A setting that is not right; the message says what can be chosen, in Dutch."""


def load(setting: str | None = None) -> Grammar:
    """Spelling and grammar from a URL, a folder with LanguageTool, `embedded`, `uit` or `auto`.

    None is what the environment says, or else `auto`: a local installation, else embedded. Raises LanguageToolError.
    """
    return starter(setting)()


def starter(setting: str | None = None) -> Callable[[], Grammar]:
    """What `load` does once it is called, for a server that forks first: each process then has a source of its own.

    Only a LanguageTool on this machine starts at once: it serves all processes. Raises LanguageToolError.
    """
    source = _source(setting or os.environ.get(VARIABLE) or AUTO, _seconds(TIMEOUT_VARIABLE, TIMEOUT))
    return lambda: Grammar(source() if source else None, choices())


def installations() -> Path:
    """The folder where language-tool-python keeps what it installs."""
    return Path(os.environ.get("LTP_PATH") or Path.home() / ".cache" / "language_tool_python")


def newest(folder: Path) -> Path | None:
    """The newest LanguageTool in a folder, or the folder itself when it is one."""
    found = [
        here
        for here in (folder, *folder.glob("LanguageTool-*"))
        if FOLDER.fullmatch(here.name) and (here / JAR).is_file()
    ]
    return max(found, key=_version, default=None)


def _version(folder: Path) -> tuple[int, ...]:
    match = FOLDER.fullmatch(folder.name)
    return tuple(int(part) for part in match.groups()) if match else ()


def _source(setting: str, timeout: float) -> Callable[[], Source] | None:
    if setting == NO_SOURCE:
        return None
    if setting.startswith(("http://", "https://")):
        from schrijfhulp.grammar.remote import Remote

        return partial(Remote, setting, timeout=timeout, switched_off=choices().named)
    installed = newest(installations() if setting == AUTO else Path(setting).expanduser().absolute())
    if installed and setting != EMBEDDED:
        from schrijfhulp.grammar.local import Local

        start = _seconds(START_VARIABLE, START)
        local = Local(installed, timeout=timeout, start=start, switched_off=choices().named)
        return lambda: local
    if setting == EMBEDDED or (setting == AUTO and find_spec("lt_py")):
        from schrijfhulp.grammar.embedded import Embedded

        return partial(Embedded, timeout=timeout)
    if setting == AUTO:
        return None
    raise LanguageToolError(
        f"languagetool: ‘{setting}’ is geen adres (http://…) en geen map met LanguageTool-6.8 of nieuwer. "
        f"Kies ook uit {AUTO}, {EMBEDDED} en {NO_SOURCE}."
    )


def _seconds(variable: str, default: float) -> float:
    try:
        seconds = float(os.environ.get(variable) or default)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 3600:
        raise LanguageToolError(f"{variable}: moet een aantal seconden zijn, meer dan 0.")
    return seconds
