"""Spelling and grammar through LanguageTool, wherever it comes from: asked a block at a time, beside the parse."""

import time
from collections.abc import Iterable, Mapping
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from cachetools import LRUCache

from schrijfhulp.grammar.choices import Choices
from schrijfhulp.grammar.matches import Match, Ranges, UnavailableError, without_half_characters
from schrijfhulp.types import PROSE, Block, Document, Notice

PART = "taal"
NO_SOURCE = "uit"
AT_ONCE = 4  # questions; a server has more than one core
PAUSE = 5.0  # seconds before a source that failed is asked again
CACHED_BLOCKS = 5000

Key = tuple[str, Ranges]


class Source(Protocol):
    """Something that knows Dutch spelling and grammar. `name` is what `health` says."""

    name: str

    def ask(self, text: str, markup: Ranges) -> tuple[Match, ...]: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Question:
    """Blocks that have been asked about."""

    blocks: Mapping[Block, "Future[tuple[Match, ...]]"]

    def answer(self) -> tuple[Mapping[Block, tuple[Match, ...]], tuple[Notice, ...]]:
        """The matches of each block that got an answer, and a notice when one did not."""
        found: dict[Block, tuple[Match, ...]] = {}
        why = ""
        for block, future in self.blocks.items():
            try:
                found[block] = future.result()
            except UnavailableError as error:
                why = why or str(error)
                for other in self.blocks.values():
                    other.cancel()
            except CancelledError:
                continue
        notice = Notice(PART, f"Spelling en grammatica zijn niet (helemaal) gecontroleerd: {why}.")
        return found, (notice,) if why else ()


class Grammar:
    """Asks the source and remembers its answers. Safe to share between threads."""

    def __init__(self, source: Source | None, choices: Choices) -> None:
        self.choices = choices
        self._source = source
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="taal")
        self._known: LRUCache[Key, tuple[Match, ...]] = LRUCache(CACHED_BLOCKS)
        self._lock = Lock()
        self._again_at = 0.0
        self._why = ""

    @property
    def source(self) -> str:
        """What serves: an address, `LanguageTool-6.8` for one of our own, `ingebouwd` or `uit`."""
        return self._source.name if self._source else NO_SOURCE

    @property
    def problem(self) -> str | None:
        """Why the source gave no answer the last time; None when it did."""
        return self._why or None

    def begin(self, document: Document) -> Question:
        """Ask about all prose of a document; the answer comes later."""
        if self._source is None:
            return Question({})
        wanted = {block: _key(document, block) for block in document.blocks if block.kind in PROSE}
        futures = {key: self._pool.submit(self._ask, key) for key in dict.fromkeys(wanted.values())}
        return Question({block: futures[key] for block, key in wanted.items()})

    def close(self) -> None:
        """Stop what we started."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        if self._source:
            self._source.close()

    def _ask(self, key: Key) -> tuple[Match, ...]:
        assert self._source
        with self._lock:
            if key in self._known:
                return self._known[key]
        if time.monotonic() < self._again_at:
            raise UnavailableError(self._why)
        try:
            matches = self._source.ask(*key)
        except UnavailableError as error:
            self._why, self._again_at = str(error), time.monotonic() + PAUSE
            raise
        with self._lock:
            self._why = ""
            self._known[key] = matches
        return matches


def _key(document: Document, block: Block) -> Key:
    """A block's text, and what in it is code or silenced for all rules."""
    text = without_half_characters(document.text[block.start : block.end])
    inside = [
        (max(quiet.start - block.start, 0), min(quiet.end, block.end) - block.start)
        for quiet in document.quiet
        if not quiet.rules and quiet.start < block.end and block.start < quiet.end
    ]
    return text, tuple(_apart(sorted(inside)))


def _apart(ranges: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Sorted ranges with what they share counted once."""
    done = 0
    for start, end in ranges:
        if end > done:
            yield max(start, done), end
            done = end
