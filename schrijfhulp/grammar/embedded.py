"""LingoTweaker, a port of LanguageTool to Rust, in a process of its own: it loads beside our pipeline, in another core."""

import threading
from typing import Any

from schrijfhulp.grammar.child import Child
from schrijfhulp.grammar.matches import CODE, Match, Ranges, UnavailableError, annotation, code_points

WORKER = "schrijfhulp.grammar.worker"
START = 60.0  # seconds to load its rules; it takes one


class Embedded:
    """Spelling and grammar without Java. `timeout` is in seconds an answer."""

    name = "ingebouwd"

    def __init__(self, *, timeout: float) -> None:
        self._timeout = timeout
        self._lock = threading.Lock()
        self._ready = False
        self.child = Child(WORKER)

    def ask(self, text: str, markup: Ranges) -> tuple[Match, ...]:
        """The mistakes in a block. Raises UnavailableError; the next question starts a new process."""
        runs = annotation(text, markup)
        read = "".join(run.get("text", CODE) for run in runs)
        place = _places(runs)
        found = self._running().ask(read, self._timeout)
        points = code_points(read, "utf-8")
        matches = (_match(item, points, place) for item in found)
        return tuple(match for match in matches if match.start < match.end)

    def close(self) -> None:
        self.child.close()

    def _running(self) -> Child:
        with self._lock:
            if not self.child.is_alive():
                self.child, self._ready = Child(WORKER), False
            if not self._ready:
                if problem := self.child.read(START).get("error"):
                    raise UnavailableError(problem)
                self._ready = True
            return self.child


def _places(runs: list[dict[str, str]]) -> list[int]:
    """For each code point of what was read, and for its end, the place in the block."""
    places: list[int] = []
    at = 0
    for run in runs:
        if (prose := run.get("text")) is not None:
            places += range(at, at + len(prose))
            at += len(prose)
        else:
            places += [at] * len(CODE)
            at += len(run["markup"])
    return [*places, at]


def _match(item: dict[str, Any], points: dict[int, int], place: list[int]) -> Match:
    start, end = points[item["offset"]], points[item["offset"] + item["length"]]
    return Match(
        rule=item["rule_id"],
        category=item["category_id"],
        kind=item["issue_type"],
        start=place[start],
        end=place[end],
        message=item["message"],
        suggestions=tuple(item["suggestions"]),
    )
