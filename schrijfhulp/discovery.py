"""Which files are meant: named ones, patterns, and what stands in folders, without what git ignores."""

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from itertools import chain
from pathlib import Path

from pathspec import GitIgnoreSpec

from schrijfhulp.batch import STDIN, Failure
from schrijfhulp.documents import SUFFIXES


def find(names: Iterable[str]) -> list[str | Failure]:
    """The texts that are meant, each once: files as named, and all texts in folders and in the folders below."""
    found: list[str | Failure] = []
    for name in chain.from_iterable(map(_expanded, names)):
        if name != STDIN and Path(name).is_dir():
            inside = [str(path) for path in _texts(Path(name))]
            found += inside or [Failure(f"{name}: in deze map staan geen teksten ({', '.join(sorted(SUFFIXES))}).")]
        else:
            found.append(name)
    return list(dict.fromkeys(found))


def _expanded(name: str) -> list[str]:
    """The files that a pattern matches: not every shell does this itself."""
    if has_magic(name) and not Path(name).exists():
        return sorted(glob(name, recursive=True)) or [name]  # noqa: PTH207  # Path.glob takes no absolute pattern
    return [name]


def _texts(top: Path) -> Iterator[Path]:
    """The texts in a folder and below it, in order; hidden folders are not entered, nor what git ignores."""
    ignored: dict[Path, GitIgnoreSpec] = {
        folder: _spec(folder) for folder in top.resolve().parents if _in_git(top, folder)
    }
    for here, folders, files in os.walk(top):
        ignored[Path(here).resolve()] = _spec(Path(here))
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not _is_ignored(Path(here, name), ignored)
        )
        for name in sorted(files):
            path = Path(here, name)
            if path.suffix.lower() in SUFFIXES and not _is_ignored(path, ignored):
                yield path


def _in_git(top: Path, folder: Path) -> bool:
    """Whether `folder`, above `top`, is in the same git repository."""
    below = [path for path in (top.resolve(), *top.resolve().parents) if folder in path.parents]
    return not any((path / ".git").exists() for path in below)


def _spec(folder: Path) -> GitIgnoreSpec:
    file = folder / ".gitignore"
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines() if file.is_file() else []
    return GitIgnoreSpec.from_lines(lines)


def _is_ignored(path: Path, ignored: dict[Path, GitIgnoreSpec]) -> bool:
    """The nearest .gitignore that has something to say about a path decides."""
    full = path.resolve()
    for folder in full.parents:
        if folder in ignored:
            relative = full.relative_to(folder).as_posix() + ("/" if path.is_dir() else "")
            if (decided := ignored[folder].check_file(relative).include) is not None:
                return decided
    return False
