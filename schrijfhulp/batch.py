"""Work through a row of texts: read each, and check it with the settings that hold where it stands."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from schrijfhulp import documents, examples
from schrijfhulp.configuration import ConfigurationError, Options, Settings, settings, verify
from schrijfhulp.dutch.pipeline import PipelineError
from schrijfhulp.engine import Engine, load
from schrijfhulp.grammar.selection import LanguageToolError
from schrijfhulp.output.places import Checked, checked
from schrijfhulp.rulebook import Rule, RuleError
from schrijfhulp.types import Document, Report

STDIN = "-"
Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Failure:
    """A text that could not be checked, or a setting that is wrong: one Dutch line that says what and where."""

    message: str


@dataclass(slots=True)
class _Engines:
    """One engine for all texts with the same pipeline, rule folders and LanguageTool; what fails to load fails once."""

    loaded: dict[tuple[str | Path | None, tuple[Path, ...], str], Engine | ValueError] = field(default_factory=dict)

    def get(self, wanted: Settings) -> Engine:
        key = (wanted.pipeline, wanted.rules, wanted.languagetool)
        if key not in self.loaded:
            try:
                self.loaded[key] = _engine(wanted)
            except (RuleError, PipelineError, LanguageToolError) as error:
                self.loaded[key] = error
        engine = self.loaded[key]
        if isinstance(engine, ValueError):
            raise engine
        return engine

    def close(self) -> None:
        for engine in self.loaded.values():
            if isinstance(engine, Engine):
                engine.grammar.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A text that was read, with the engine and the settings that hold for it."""

    name: str
    data: bytes
    document: Document
    profile: str
    rules: Mapping[str, Rule]
    check: Callable[[Document], Report]


def check(texts: Iterable[str | Failure], options: Options) -> Iterator[Checked | Failure]:
    """What each text has to improve; a failure does not stop the rest."""
    return each(texts, options, _checked)


def each(texts: Iterable[str | Failure], options: Options, work: Callable[[Opened], Done]) -> Iterator[Done | Failure]:
    """What `work` makes of each text; a failure does not stop the rest."""
    engines = _Engines()
    settings_in = cache(lambda folder: settings(folder, options))
    try:
        for text in texts:
            yield text if isinstance(text, Failure) else _outcome(text, settings_in, engines, work)
    finally:
        engines.close()


def _outcome(
    name: str, settings_in: Callable[[Path], Settings], engines: _Engines, work: Callable[[Opened], Done]
) -> Done | Failure:
    shown = "invoer" if name == STDIN else name
    try:
        return work(_open(name, settings_in, engines))
    except (ConfigurationError, RuleError, PipelineError, LanguageToolError) as error:
        return Failure(str(error))
    except documents.DocumentError as error:
        return Failure(f"{shown}: {error}.")
    except OSError as error:
        return Failure(f"{shown}: {_in_dutch(error)}.")


def _open(name: str, settings_in: Callable[[Path], Settings], engines: _Engines) -> Opened:
    path = Path(name)
    if name != STDIN:
        documents.check_size(path.stat().st_size)  # before it is read
    data = sys.stdin.buffer.read(documents.MOST_BYTES + 1) if name == STDIN else path.read_bytes()
    document = documents.read(data, name=name)
    wanted = settings_in(Path() if name == STDIN else path.parent)
    engine = engines.get(wanted)
    verify(wanted, engine.rulebook)
    check = partial(
        engine.check, profile=wanted.profile, enable=wanted.enable, disable=wanted.disable, ignore=wanted.ignore
    )
    return Opened(
        name=name, data=data, document=document, profile=wanted.profile, rules=engine.rulebook.rules, check=check
    )


def _checked(text: Opened) -> Checked:
    return checked(text.document, text.check(text.document), text.rules, name=text.name)


def _engine(wanted: Settings) -> Engine:
    """An engine whose extra rules do what their own examples say. Raises RuleError, PipelineError and LanguageToolError."""
    engine = load(pipeline=wanted.pipeline, rules=wanted.rules, languagetool=wanted.languagetool)
    for file in (file for folder in wanted.rules for file in sorted(folder.glob("*/*.toml"))):
        rule = engine.rulebook.rules[f"{file.parent.name}/{file.stem}"]
        for problem in examples.failures(engine, [rule]):
            raise RuleError(f"{file}: {problem.removeprefix(f'{rule.key}: ')}.")
    return engine


def _in_dutch(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "dit bestand bestaat niet"
    if isinstance(error, PermissionError):
        return "u mag dit bestand niet lezen"
    return f"dit bestand is niet te lezen ({error.strerror})"
