"""Make the changes that need no second thought: the first suggestion of rules that say so, until none is left."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from schrijfhulp import documents
from schrijfhulp.documents.replacing import can_replace, replaced
from schrijfhulp.rulebook import Rule
from schrijfhulp.types import Document, Report, Suggestion

ROUNDS = 5  # a better wording can bring another to light


def fixed(data: bytes, *, name: str, rules: Mapping[str, Rule], check: Callable[[Document], Report]) -> bytes:
    """The file with every safe suggestion made; the same bytes when there is none. Raises DocumentError."""
    for _ in range(ROUNDS):
        document = documents.read(data, name=name)
        changes = [change for change in safe_changes(check(document), rules) if can_replace(document, change)]
        if not changes:
            break
        data = replaced(data, document, changes)
    return data


def safe_changes(report: Report, rules: Mapping[str, Rule]) -> list[Suggestion]:
    """First suggestions that need no second thought, in order; of two that overlap, the first."""
    safe = [finding for finding in report.findings if finding.rule in rules and rules[finding.rule].safe]
    return first_changes(replace(report, findings=tuple(safe)))


def first_changes(report: Report) -> list[Suggestion]:
    """The first suggestion of each finding, in order; of those that overlap, the first."""
    changes: list[Suggestion] = []
    for change in sorted(
        (finding.suggestions[0] for finding in report.findings if finding.suggestions), key=lambda item: item.start
    ):
        if not changes or changes[-1].end <= change.start:
            changes.append(change)
    return changes
