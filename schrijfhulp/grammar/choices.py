"""Which of LanguageTool's rules we follow, and how serious each category is. Data: rules/languagetool.toml."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

import tomli

from schrijfhulp.grammar.matches import Match
from schrijfhulp.resources import path
from schrijfhulp.types import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """`rules` and `categories` are switched off, each with its reason; `*` in a rule's name stands for anything."""

    rules: dict[str, str]
    categories: dict[str, str]
    severity: dict[str, Severity]

    @property
    def named(self) -> tuple[str, ...]:
        """The switched-off rules that have a full name: a server need not look for those."""
        return tuple(rule for rule in self.rules if "*" not in rule)

    def is_off(self, match: Match) -> bool:
        return match.category in self.categories or any(fnmatchcase(match.rule, rule) for rule in self.rules)

    def severity_of(self, match: Match) -> Severity:
        return self.severity.get(match.category, "midden")


@cache
def choices() -> Choices:
    """Our choices."""
    table = tomli.loads((path("rules") / "languagetool.toml").read_text(encoding="utf8"))
    return Choices(rules=table["rules"], categories=table["categories"], severity=table["severity"])
