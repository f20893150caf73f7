"""Many matches, one advice a place: what overlaps is ranked, so that a reader sees what matters first."""

from collections.abc import Iterable, Iterator, Mapping

from schrijfhulp.rulebook import Rule
from schrijfhulp.types import Finding

LANGUAGE = "taal"  # the category of LanguageTool's rules


def one_advice_a_place(findings: Iterable[Finding], rules: Mapping[str, Rule]) -> list[Finding]:
    """Findings sorted by place. Of overlapping wording the longest stays; a rule's finding hides those of the rules it names."""
    kept = [finding for group in _overlapping(findings) for finding in _ranked(group, rules)]
    return sorted(kept, key=lambda item: (item.start, item.end, item.rule))


def _overlapping(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Groups of findings that overlap, directly or through another."""
    group: list[Finding] = []
    end = 0
    for finding in sorted(findings, key=lambda item: item.start):
        if group and finding.start >= end:
            yield group
            group = []
        group.append(finding)
        end = max(end, finding.end)
    if group:
        yield group


def _ranked(group: list[Finding], rules: Mapping[str, Rule]) -> list[Finding]:
    kept: list[Finding] = []
    for finding in sorted(group, key=lambda item: _rank(item, rules)):
        if not any(_hides(winner, finding, rules) for winner in kept):
            kept.append(finding)
    return kept


def _rank(finding: Finding, rules: Mapping[str, Rule]) -> tuple[bool, int, int, int, bool, str]:
    """LanguageTool's come last, but for what is no word at all; then rules that hide others, the longest, the place, lists."""
    return (
        finding.category == LANGUAGE and not rules[finding.rule].hides,
        -len(rules[finding.rule].hides),
        finding.start - finding.end,
        finding.start,
        not rules[finding.rule].is_about_words,
        finding.rule,
    )


def _hides(winner: Finding, finding: Finding, rules: Mapping[str, Rule]) -> bool:
    if winner.end <= finding.start or finding.end <= winner.start:
        return False
    if finding.rule in rules[winner.rule].hides:
        return True
    if finding.category == LANGUAGE:
        return rules[winner.rule].is_about_words or winner.category == LANGUAGE
    same_kind = rules[winner.rule].is_about_words and (
        rules[finding.rule].is_about_words or winner.category == finding.category
    )
    return same_kind or (winner.rule == finding.rule and winner.start <= finding.start and finding.end <= winner.end)
