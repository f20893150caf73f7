"""The engine and the settings of the application, and a text checked by them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore
from typing import cast

from flask import current_app

from schrijfhulp import documents
from schrijfhulp.engine import Engine
from schrijfhulp.output.places import Checked, checked
from schrijfhulp.server.settings import Settings
from schrijfhulp.types import Document

EXTENSION = "schrijfhulp"
AT_ONCE = 4  # texts a process; more would only make all of them wait


class TooLongError(ValueError):
    """A text of more characters than the settings allow; the message says how many, in Dutch."""


class BusyError(RuntimeError):
    """So many texts are being read that this one did not get its turn in time."""


@dataclass(frozen=True, slots=True)
class Service:
    """What every page and endpoint works with."""

    settings: Settings
    engine: Engine
    turns: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE))

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self.turns.acquire(timeout=self.settings.request_timeout):
            raise BusyError
        try:
            yield
        finally:
            self.turns.release()

    def read(self, data: bytes, *, name: str) -> Document:
        """The document in a file. Raises DocumentError and BusyError."""
        with self._turn():
            return documents.read(data, name=name)

    def check(
        self,
        document: Document,
        *,
        profile: str | None = None,
        enable: Iterable[str] = (),
        disable: Iterable[str] = (),
        ignore: Iterable[str] = (),
    ) -> Checked:
        """The report on a document, with the offsets of its source.

        Raises RuleError for an unknown profile or rule, TooLongError and BusyError.
        """
        length = len(document.text)
        if length > (most := self.settings.max_characters):
            raise TooLongError(f"Uw tekst heeft {_dotted(length)} tekens. Dat mogen er {_dotted(most)} zijn.")
        with self._turn():
            report = self.engine.check(
                document, profile=profile or self.settings.profile, enable=enable, disable=disable, ignore=ignore
            )
        return checked(document, report, self.engine.rulebook.rules)


def service() -> Service:
    """The service of the application that answers this request."""
    return cast(Service, current_app.extensions[EXTENSION])


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")
