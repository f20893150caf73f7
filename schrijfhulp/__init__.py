"""Schrijfhulp: what stands between a government's text and its reader.

import schrijfhulp

engine = schrijfhulp.load()
report = engine.check("Middels deze brief verzoeken wij u te betalen.", profile="brief")
for finding in report.findings:
    print(finding.rule, finding.message)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from schrijfhulp.engine import Engine, load
    from schrijfhulp.types import Document, Finding, Report

__all__ = ["Document", "Engine", "Finding", "Report", "load"]
__version__ = "0.1.0"

_HOMES = {"Engine": "engine", "load": "engine", "Document": "types", "Finding": "types", "Report": "types"}


def __getattr__(name: str) -> Any:
    # Importing the engine imports spaCy; `schrijfhulp --help` should not wait for that.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
