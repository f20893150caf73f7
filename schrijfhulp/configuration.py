"""Settings beside the texts: `schrijfhulp.toml`, or `[tool.schrijfhulp]` in pyproject.toml, in the nearest folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli
from pydantic import BaseModel, ConfigDict, ValidationError

from schrijfhulp.grammar.selection import EMBEDDED
from schrijfhulp.rulebook import Rulebook, RuleError

FILE = "schrijfhulp.toml"
PROJECT_FILE = "pyproject.toml"


class ConfigurationError(ValueError):
    """A configuration file that is not right; the message names the file and the key, in Dutch."""


class Configuration(BaseModel):
    """What a file may set. Paths are relative to that file; `nearest` makes them absolute."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    profile: str = "brief"
    ignore: tuple[str, ...] = ()
    enable: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    pipeline: str | None = None
    languagetool: str = EMBEDDED  # a program that runs once should not wait for Java


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line sets. Lists are added to the configuration's; `enable` replaces its choice of rules."""

    profile: str | None = None
    ignore: tuple[str, ...] = ()
    enable: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    pipeline: str | None = None
    languagetool: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for one text: the configuration with the command line on top."""

    profile: str
    ignore: tuple[str, ...]
    enable: tuple[str, ...]
    disable: tuple[str, ...]
    rules: tuple[Path, ...]
    pipeline: str | Path | None
    languagetool: str
    file: Path | None
    configuration: Configuration


def nearest(folder: Path) -> tuple[Path | None, Configuration]:
    """The configuration that holds in `folder` and the file it stands in. Raises ConfigurationError."""
    folder = folder.resolve()
    for here in (folder, *folder.parents):
        for file in (here / FILE, here / PROJECT_FILE):
            if file.is_file() and (table := _table(file)) is not None:
                return file, _validated(file, table)
    return None, Configuration()


def settings(folder: Path, options: Options) -> Settings:
    """What holds for the texts in `folder`. Raises ConfigurationError."""
    file, configuration = nearest(folder)
    home = file.parent if file else folder
    chosen = options if options.enable else configuration
    return Settings(
        profile=options.profile or configuration.profile,
        ignore=(*configuration.ignore, *options.ignore),
        enable=chosen.enable,
        disable=options.disable if options.enable else (*configuration.disable, *options.disable),
        rules=(*(home / folder for folder in configuration.rules), *(Path(folder) for folder in options.rules)),
        pipeline=options.pipeline or _beside(home, configuration.pipeline),
        languagetool=options.languagetool or str(_beside(home, configuration.languagetool)),
        file=file,
        configuration=configuration,
    )


def verify(found: Settings, book: Rulebook) -> None:
    """Check that the profile and rules which the configuration names exist. Raises ConfigurationError."""
    for key in ("profile", "enable", "disable"):
        value: str | Sequence[str] = getattr(found.configuration, key)
        try:
            book.profile(value) if isinstance(value, str) else book.select(value)
        except RuleError as error:
            raise ConfigurationError(f"{found.file}: {key}: {error}") from None


def _beside(home: Path, name: str | None) -> str | Path | None:
    """A folder beside the file, or else the name as it is."""
    return home / name if name and (home / name).is_dir() else name


def _table(file: Path) -> dict[str, Any] | None:
    """Our keys in a file; None for a pyproject.toml that has none."""
    try:
        content = tomli.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigurationError(f"{file}: is niet te lezen: {error.strerror}.") from None
    except ValueError as error:
        raise ConfigurationError(f"{file}: geen geldig TOML: {error}.") from None
    if file.name == FILE:
        return content
    table = content.get("tool", {}).get("schrijfhulp")
    if table is not None and not isinstance(table, dict):
        raise ConfigurationError(f"{file}: tool.schrijfhulp: moet een tabel zijn.")
    return table


def _validated(file: Path, table: dict[str, Any]) -> Configuration:
    try:
        return Configuration.model_validate(table)
    except ValidationError as error:
        first = error.errors()[0]
        raise ConfigurationError(f"{file}: {first['loc'][0]}: {_in_dutch(first['type'], len(first['loc']))}.") from None


def _in_dutch(kind: str, depth: int) -> str:
    if kind == "extra_forbidden":
        return f"deze sleutel bestaat niet; kies uit {', '.join(Configuration.model_fields)}"
    if kind == "tuple_type":
        return 'moet een lijst zijn, zoals ["woord"]'
    return "moet een lijst met teksten zijn" if depth > 1 else "moet tekst zijn"
