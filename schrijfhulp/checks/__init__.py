"""What patterns cannot say: small functions that yield places, registered by their own name.

A block check gets one parsed block, a document check all of them; both get the rule's options. Rules name them in `check`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.types import Block, Place

Options = Mapping[str, Any]
BlockCheck = Callable[[Parsed, Options], Iterator[Place]]
FAMILIES = (
    "sentences",
    "verbs",
    "structure",
    "lists",
    "words",
    "address",
    "negation",
    "commands",
    "deciders",
    "steering",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """A whole document for a check: its text, and its blocks each with its parse (None where nothing is parsed)."""

    text: str
    blocks: Sequence[tuple[Block, Parsed | None]]


DocumentCheck = Callable[[Blocks, Options], Iterator[Place]]

_block_checks: dict[str, BlockCheck] = {}
_document_checks: dict[str, DocumentCheck] = {}


def on_block(check: BlockCheck) -> BlockCheck:
    """Register a check that sees one block at a time."""
    _block_checks[check.__name__] = check
    return check


def on_document(check: DocumentCheck) -> DocumentCheck:
    """Register a check that sees the whole document."""
    _document_checks[check.__name__] = check
    return check


def registered() -> tuple[Mapping[str, BlockCheck], Mapping[str, DocumentCheck]]:
    """All block checks and all document checks by name."""
    for family in FAMILIES:
        import_module(f"{__name__}.{family}")
    return _block_checks, _document_checks
