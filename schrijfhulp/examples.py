"""A rule's own examples, held against the engine: they are its tests and its documentation."""

from collections.abc import Iterable, Iterator

from schrijfhulp.engine import Engine
from schrijfhulp.rulebook import Example, Rule
from schrijfhulp.types import Finding


def failures(engine: Engine, rules: Iterable[Rule]) -> Iterator[str]:
    """What is wrong with the examples of these rules, a line each that names the rule and the example."""
    for rule in rules:
        for example in rule.examples:
            if problem := check(engine, rule, example):
                yield f"{rule.key}: voorbeeld ‘{example.bad or example.ok}’: {problem}"


def check(engine: Engine, rule: Rule, example: Example) -> str | None:
    """What is wrong with one example, or None."""
    if example.bad is None:
        found = findings(engine, rule, example.ok or "", example.profile)
        return (
            f"meldt ‘{(example.ok or '')[found[0].start : found[0].end]}’, maar hoort stil te zijn" if found else None
        )
    text, expected = unbraced(example.bad)
    found = findings(engine, rule, text, example.profile)
    places = [(finding.start, finding.end) for finding in found]
    if places != expected:
        return f"meldt {_quoted(text, places)}, verwacht {_quoted(text, expected)}"
    if example.good is None:
        return None
    better = improved(text, found)
    if better != example.good:
        return f"wordt ‘{better}’, verwacht ‘{example.good}’"
    again = findings(engine, rule, better, example.profile)
    return f"de verbetering meldt weer ‘{better[again[0].start : again[0].end]}’" if again else None


def findings(engine: Engine, rule: Rule, text: str, profile: str) -> list[Finding]:
    """The findings of one rule alone."""
    return list(engine.check(text, profile=profile, enable=[rule.key]).findings)


def improved(text: str, found: Iterable[Finding]) -> str:
    """The text with the first suggestion of each finding applied; of overlapping suggestions the first stays."""
    edits = sorted((finding.suggestions[0] for finding in found if finding.suggestions), key=lambda item: item.start)
    result, at = "", 0
    for edit in edits:
        if edit.start >= at:
            result += text[at : edit.start] + edit.text
            at = edit.end
    return result + text[at:]


def unbraced(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """An example without its braces, and the ranges that they marked."""
    text, places, start = "", [], 0
    for char in marked:
        if char == "{":
            start = len(text)
        elif char == "}":
            places.append((start, len(text)))
        else:
            text += char
    return text, places


def _quoted(text: str, places: Iterable[tuple[int, int]]) -> str:
    return ", ".join(f"‘{text[start:end]}’" for start, end in places) or "niets"
