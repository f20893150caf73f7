"""Check a row of texts: find the files, read them, and check each with the settings that hold where it stands."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from schrijfhulp import documents, examples
from schrijfhulp.configuration import ConfigurationError, Options, Settings, settings, verify
from schrijfhulp.dutch.pipeline import PipelineError
from schrijfhulp.engine import Engine, load
from schrijfhulp.output.places import Checked, in_source
from schrijfhulp.rulebook import RuleError

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Failure:
    """A text that could not be checked, or a setting that is wrong: one Dutch line that says what and where."""

    message: str


@dataclass(slots=True)
class _Engines:
    """One engine for all texts with the same pipeline and rule folders; one that fails to load fails once."""

    loaded: dict[tuple[str | Path | None, tuple[Path, ...]], Engine | ValueError] = field(default_factory=dict)

    def get(self, wanted: Settings) -> Engine:
        key = (wanted.pipeline, wanted.rules)
        if key not in self.loaded:
            try:
                self.loaded[key] = _engine(wanted)
            except (RuleError, PipelineError) as error:
                self.loaded[key] = error
        engine = self.loaded[key]
        if isinstance(engine, ValueError):
            raise engine
        return engine


def find(names: Iterable[str]) -> list[str | Failure]:
    """The texts that are meant, each once: files as named, and all texts in folders and in the folders below."""
    found: list[str | Failure] = []
    for name in names:
        if name != STDIN and Path(name).is_dir():
            inside = [str(path) for path in _texts(Path(name))]
            found += inside or [
                Failure(f"{name}: in deze map staan geen teksten ({', '.join(sorted(documents.SUFFIXES))}).")
            ]
        else:
            found.append(name)
    return list(dict.fromkeys(found))


def check(texts: Iterable[str | Failure], options: Options) -> Iterator[Checked | Failure]:
    """The outcome for each text; a failure does not stop the rest."""
    engines = _Engines()
    settings_in = cache(lambda folder: settings(folder, options))
    for text in texts:
        yield text if isinstance(text, Failure) else _outcome(text, settings_in, engines)


def _outcome(name: str, settings_in: Callable[[Path], Settings], engines: _Engines) -> Checked | Failure:
    shown = "invoer" if name == STDIN else name
    try:
        return _checked(name, settings_in, engines)
    except (ConfigurationError, RuleError, PipelineError) as error:
        return Failure(str(error))
    except documents.DocumentError as error:
        return Failure(f"{shown}: {error}.")
    except OSError as error:
        return Failure(f"{shown}: {_in_dutch(error)}.")


def _checked(name: str, settings_in: Callable[[Path], Settings], engines: _Engines) -> Checked:
    path = Path(name)
    if name != STDIN:
        documents.check_size(path.stat().st_size)  # before it is read
    data = sys.stdin.buffer.read(documents.MOST_BYTES + 1) if name == STDIN else path.read_bytes()
    document = documents.read(data, name=name)
    wanted = settings_in(Path() if name == STDIN else path.parent)
    engine = engines.get(wanted)
    verify(wanted, engine.rulebook)
    report = engine.check(
        document, profile=wanted.profile, enable=wanted.enable, disable=wanted.disable, ignore=wanted.ignore
    )
    source = document.source.text or document.text
    return Checked(name=name, source=source, report=in_source(report, document.source), rules=engine.rulebook.rules)


def _engine(wanted: Settings) -> Engine:
    """An engine whose extra rules do what their own examples say. Raises RuleError and PipelineError."""
    engine = load(pipeline=wanted.pipeline, rules=wanted.rules)
    for file in (file for folder in wanted.rules for file in sorted(folder.glob("*/*.toml"))):
        rule = engine.rulebook.rules[f"{file.parent.name}/{file.stem}"]
        for problem in examples.failures(engine, [rule]):
            raise RuleError(f"{file}: {problem.removeprefix(f'{rule.key}: ')}.")
    return engine


def _texts(folder: Path) -> Iterator[Path]:
    """The texts in a folder and below it, in order; hidden folders are not entered."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(files) if Path(name).suffix.lower() in documents.SUFFIXES)


def _in_dutch(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "dit bestand bestaat niet"
    if isinstance(error, PermissionError):
        return "u mag dit bestand niet lezen"
    return f"dit bestand is niet te lezen ({error.strerror})"
