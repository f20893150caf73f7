"""Rules with `patterns` or `dependencies` to spaCy matchers, and their matches to places."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import DependencyMatcher, Matcher
from spacy.tokens import Span, Token
from spacy.util import filter_spans

from schrijfhulp.dutch.inflection import like
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.rewriting import REWRITERS
from schrijfhulp.rewriting.pieces import Rewrite
from schrijfhulp.rulebook import Dependency, Pattern, Rule, RuleError
from schrijfhulp.types import Place, Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Matchers:
    """Both matchers, with what each of their keys stands for."""

    patterns: Matcher
    dependencies: DependencyMatcher
    pattern_of: Mapping[int, tuple[str, Pattern]]
    dependency_of: Mapping[int, tuple[str, Dependency]]


def build(nlp: Language, rules: Iterable[Rule]) -> Matchers:
    """The matchers of all rules that are written as patterns. Raises RuleError for a pattern that spaCy refuses."""
    patterns, dependencies = Matcher(nlp.vocab), DependencyMatcher(nlp.vocab)
    pattern_of: dict[int, tuple[str, Pattern]] = {}
    dependency_of: dict[int, tuple[str, Dependency]] = {}
    for rule in rules:
        for index, pattern in enumerate(rule.patterns):
            name = f"{rule.key}.patterns.{index}"
            _add(patterns, name, [pattern.tokens])
            pattern_of[nlp.vocab.strings[name]] = (rule.key, pattern)
        for index, dependency in enumerate(rule.dependencies):
            name = f"{rule.key}.dependencies.{index}"
            _add(dependencies, name, [dependency.nodes])
            dependency_of[nlp.vocab.strings[name]] = (rule.key, dependency)
            if dependency.rewrite is not None and dependency.rewrite not in REWRITERS:
                raise RuleError(
                    f"{name}: rewrite: ‘{dependency.rewrite}’ bestaat niet. Kies uit: {', '.join(REWRITERS)}."
                )
    return Matchers(patterns=patterns, dependencies=dependencies, pattern_of=pattern_of, dependency_of=dependency_of)


def _add(matcher: Matcher | DependencyMatcher, name: str, pattern: list[list[dict[str, object]]]) -> None:
    try:
        matcher.add(name, pattern)
    except (ValueError, KeyError) as error:
        raise RuleError(f"{name}: geen geldig patroon: {error}") from error


def find(matchers: Matchers, parsed: Parsed) -> Iterator[tuple[str, Place]]:
    """The places in a block that the patterns match, each with its rule's key; within a rule the longest wins."""
    yield from _pattern_places(matchers, parsed)
    yield from _dependency_places(matchers, parsed)


def _pattern_places(matchers: Matchers, parsed: Parsed) -> Iterator[tuple[str, Place]]:
    if not matchers.pattern_of:
        return
    spans = matchers.patterns(parsed.doc, as_spans=True)
    by_rule: dict[str, list[Span]] = {}
    for span in spans:
        key, _ = matchers.pattern_of[span.label]
        by_rule.setdefault(key, []).append(span)
    for key, found in by_rule.items():
        for span in filter_spans(found):
            _, pattern = matchers.pattern_of[span.label]
            start, end = parsed.place(span[0], span[-1])
            suggestions = tuple(
                Suggestion(text=like(span.text, text), start=start, end=end) for text in pattern.suggestions
            )
            yield key, Place(start=start, end=end, suggestions=suggestions, variant=pattern.message)


def _dependency_places(matchers: Matchers, parsed: Parsed) -> Iterator[tuple[str, Place]]:
    for match, indices in matchers.dependencies(parsed.doc):
        key, dependency = matchers.dependency_of[match]
        names = [node["RIGHT_ID"] for node in dependency.nodes]
        nodes: dict[str, Token] = {name: parsed.doc[index] for name, index in zip(names, indices, strict=True)}
        marked = sorted(nodes[name] for name in dependency.mark)
        start, end = parsed.place(marked[0], marked[-1])
        rewrite = REWRITERS[dependency.rewrite](parsed, nodes) if dependency.rewrite else Rewrite()
        if rewrite is None:
            continue  # the pattern proposes, the rewriter refuses
        values = {**{name: token.text for name, token in nodes.items()}, **rewrite.values}
        yield (
            key,
            Place(
                start=start,
                end=end,
                suggestions=rewrite.suggestions,
                values=values,
                variant=dependency.message,
                severity=dependency.severity,
            ),
        )
