"""The engine and the settings of the application, and a text checked by them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from flask import current_app

from schrijfhulp.engine import Engine
from schrijfhulp.output.places import Checked, in_source
from schrijfhulp.server.settings import Settings
from schrijfhulp.types import Document

EXTENSION = "schrijfhulp"


@dataclass(frozen=True, slots=True)
class Service:
    """What every page and endpoint works with."""

    settings: Settings
    engine: Engine

    def check(
        self,
        document: Document,
        *,
        profile: str,
        enable: Iterable[str] = (),
        disable: Iterable[str] = (),
        ignore: Iterable[str] = (),
    ) -> Checked:
        """The report on a document, with the offsets of its source. Raises RuleError for an unknown profile or rule."""
        report = self.engine.check(document, profile=profile, enable=enable, disable=disable, ignore=ignore)
        return Checked(
            name="",
            source=document.source.text or document.text,
            report=in_source(report, document.source),
            rules=self.engine.rulebook.rules,
        )


def service() -> Service:
    """The service of the application that answers this request."""
    return cast(Service, current_app.extensions[EXTENSION])
