"""The engine: a document and a profile in, a report out. Blocks are parsed once and remembered."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from cachetools import LRUCache
from spacy.language import Language

from schrijfhulp import matching, measures, merging, steering, wording
from schrijfhulp.checks import Blocks, registered
from schrijfhulp.documents import text as plain_text
from schrijfhulp.dutch.parsing import Parsed, parse
from schrijfhulp.dutch.pipeline import load as load_pipeline
from schrijfhulp.grammar import Grammar, Question
from schrijfhulp.grammar import findings as language
from schrijfhulp.grammar.choices import choices
from schrijfhulp.grammar.selection import load as load_grammar
from schrijfhulp.resources import path
from schrijfhulp.rulebook import Profile, Rule, Rulebook, RuleError
from schrijfhulp.rulebook import load as load_rules
from schrijfhulp.types import (
    PROSE,
    Block,
    BlockKind,
    Document,
    Finding,
    Notice,
    Place,
    Report,
    Signal,
    Steering,
    Suggestion,
)

CACHED_BLOCKS = 5000  # about five hundred pages
LONGEST_BLOCK = 20_000  # characters parsed in one go; bounds the memory that one paragraph can take

Found = tuple[str, Place]  # a rule's key and a place


def load(
    *, pipeline: str | Path | None = None, rules: Iterable[Path] = (), languagetool: str | None = None
) -> "Engine":
    """An engine on the bundled pipeline and our rules. Raises PipelineError, RuleError and LanguageToolError.

    `pipeline` is another installed or saved Dutch spaCy pipeline; `rules` are folders with extra rules;
    `languagetool` is where spelling and grammar come from (see grammar/selection.py).
    """
    grammar = load_grammar(languagetool)  # first: it starts beside the pipeline
    return Engine(load_pipeline(pipeline), load_rules(folders=rules), grammar)


@dataclass(frozen=True, slots=True)
class Analysed:
    """What is known of a block whatever its profile; places are in its text."""

    parsed: Parsed
    counts: measures.BlockCounts
    acts: steering.Acts


class Engine:
    """Checks documents. Safe to share between threads."""

    def __init__(self, nlp: Language, rulebook: Rulebook, grammar: Grammar | None = None) -> None:
        self.nlp = nlp
        self.rulebook = rulebook
        self.grammar = grammar or Grammar(None, choices())
        self._block_checks, self._document_checks = registered()
        for rule in rulebook.rules.values():
            if rule.check and rule.check not in {**self._block_checks, **self._document_checks}:
                raise RuleError(f"{rule.key}: check: de controle ‘{rule.check}’ bestaat niet.")
        self._wording = wording.build(nlp, rulebook.rules.values())
        self._matchers = matching.build(nlp, rulebook.rules.values())
        self._handbook = steering.load(path("rules"))
        self._acts = steering.ActFinder(self._handbook, steering.Weights.load())
        self._analysed: LRUCache[tuple[str, BlockKind], Analysed] = LRUCache(CACHED_BLOCKS)
        self._found: LRUCache[tuple[str, BlockKind, str], tuple[Found, ...]] = LRUCache(CACHED_BLOCKS)
        self._lock = Lock()

    def check(
        self,
        text: str | Document,
        *,
        profile: str = "brief",
        enable: Iterable[str] = (),
        disable: Iterable[str] = (),
        ignore: Iterable[str] = (),
    ) -> Report:
        """What stands between this text and its reader.

        `enable` keeps only these rules and `disable` drops some, by key, id or category; `ignore` are words to leave
        alone. Raises RuleError for an unknown profile or rule.
        """
        document = plain_text.read(text) if isinstance(text, str) else text
        document = cut(document)
        expectations = self.rulebook.profile(profile)
        enabled = self.rulebook.select(enable) or {*self.rulebook.rules, language.CATEGORY}
        disabled = self.rulebook.select(disable) | {
            key for key, value in expectations.severity.items() if value == "uit"
        }
        active = enabled - disabled
        asked = any(key.split("/")[0] == language.CATEGORY for key in active)
        question = self.grammar.begin(document) if asked else Question({})
        analysed = self._analyse(document)
        found = [(key, place) for key, place in self._find(document, analysed, profile) if key in active]
        spoken_for = {offset for _, place in found for part in place.parts for offset in range(part.start, part.end)}
        findings = [
            self._finding(document, expectations, key, place)
            for key, place in found
            if not spoken_for.issuperset(range(place.start, place.end))
        ]
        mistakes, notices = self._mistakes(question, analysed)
        findings += [one for one in mistakes if {one.rule, one.category} & enabled and one.rule not in disabled]
        ignored = {word.casefold() for word in ignore}
        heard = [
            finding
            for finding in findings
            if not _is_quiet(document, finding) and document.text[finding.start : finding.end].casefold() not in ignored
        ]
        kept = merging.one_advice_a_place(heard, self.rulebook.rules)
        signals = [signal.moved(block.start) for block, item in analysed.items() for signal in item.acts.signals]
        return Report(
            profile=profile,
            findings=tuple(kept),
            measures=measures.of_document([(block, item.counts) for block, item in analysed.items()]),
            signals=tuple(signals),
            steering=self._weigh(signals, analysed, profile),
            notices=notices,
        )

    def _mistakes(
        self, question: Question, analysed: Mapping[Block, "Analysed"]
    ) -> tuple[list[Finding], tuple[Notice, ...]]:
        """What LanguageTool found meanwhile."""
        matches, notices = question.answer()
        return [
            finding
            for block, in_block in matches.items()
            for finding in language.of_block(in_block, analysed[block].parsed, self.grammar.choices, block.start)
        ], notices

    def _weigh(self, signals: Sequence[Signal], analysed: Mapping[Block, "Analysed"], profile: str) -> Steering:
        checklist = self._handbook.checklist if profile in self._handbook.checklist.profiles else None
        answers = (answer.moved(block.start) for block, item in analysed.items() for answer in item.acts.answers)
        return steering.weigh(
            signals,
            sentences=sum(item.acts.sentences for item in analysed.values()),
            profile=self.rulebook.profile(profile),
            checklist=steering.answered(checklist, answers) if checklist else (),
        )

    def _analyse(self, document: Document) -> Mapping[Block, "Analysed"]:
        """What is known of every block of prose, from memory where the same block was seen before."""
        wanted = {
            block: (document.text[block.start : block.end], block.kind)
            for block in document.blocks
            if block.kind in PROSE
        }
        with self._lock:
            known = {key: self._analysed[key] for key in set(wanted.values()) if key in self._analysed}
        missing = [key for key in dict.fromkeys(wanted.values()) if key not in known]
        for key, parsed in zip(missing, parse(self.nlp, missing), strict=True):
            known[key] = Analysed(parsed, measures.of_block(parsed), self._acts.find(parsed))
        with self._lock:
            self._analysed.update({key: known[key] for key in missing})
        return {block: known[key] for block, key in wanted.items()}

    def _find(self, document: Document, analysed: Mapping[Block, "Analysed"], profile: str) -> Iterator[Found]:
        for block, item in analysed.items():
            for key, place in self._find_in_block(item.parsed, profile):
                yield key, place.moved(block.start)
        blocks = Blocks(
            text=document.text,
            blocks=[(block, analysed[block].parsed if block in analysed else None) for block in document.blocks],
        )
        for rule in self.rulebook.rules.values():
            if rule.check is not None and rule.check in self._document_checks:
                options = self._options(rule, self.rulebook.profile(profile))
                yield from ((rule.key, place) for place in self._document_checks[rule.check](blocks, options))

    def _find_in_block(self, parsed: Parsed, profile: str) -> Sequence[Found]:
        cache_key = (parsed.text, parsed.kind, profile)
        with self._lock:
            if cache_key in self._found:
                return self._found[cache_key]
        found = tuple(self._without_quoted(parsed, self._search(parsed, self.rulebook.profile(profile))))
        with self._lock:
            self._found[cache_key] = found
        return found

    def _search(self, parsed: Parsed, profile: Profile) -> Iterator[Found]:
        yield from wording.find(self._wording, parsed)
        yield from matching.find(self._matchers, parsed)
        for rule in self.rulebook.rules.values():
            if rule.check is not None and rule.check in self._block_checks:
                options = self._options(rule, profile)
                places = self._block_checks[rule.check](parsed, options)
                yield from (
                    (rule.key, place) for place in places if not (rule.replace and self._is_listed(parsed, place))
                )

    def _is_listed(self, parsed: Parsed, place: Place) -> bool:
        """Whether a word that a check found is an entry of some rule's list: there the list decides."""
        return parsed.text[place.start : place.end].lower() in self._wording.words

    def _without_quoted(self, parsed: Parsed, found: Iterable[Found]) -> Iterator[Found]:
        """Leave out what the writer quotes, and wording inside names."""
        for key, place in found:
            touched = parsed.tokens_in(place.start, place.end)
            if touched and (touched[0] in parsed.quoted and touched[-1] in parsed.quoted):
                continue
            if self.rulebook.rules[key].is_about_words and any(
                index in parsed.named or index in parsed.quoted for index in touched
            ):
                continue
            yield key, place

    @staticmethod
    def _options(rule: Rule, profile: Profile) -> Mapping[str, object]:
        return {**rule.options, **profile.options.get(rule.key, {})}

    def _finding(self, document: Document, profile: Profile, key: str, place: Place) -> Finding:
        rule = self.rulebook.rules[key]
        match = document.text[place.start : place.end]
        template = rule.messages.get(place.variant or "", rule.message)
        message = template.format_map({"match": " ".join(match.split()), **place.values})
        severity = profile.severity.get(key)
        return Finding(
            rule=key,
            category=rule.category,
            severity=severity if severity and severity != "uit" else place.severity or rule.severity,
            start=place.start,
            end=place.end,
            message=f"{message} {place.advice}" if place.advice else message,
            suggestions=tuple(suggestion for suggestion in place.suggestions if _changes(document, suggestion)),
        )


def cut(document: Document) -> Document:
    """The same document with blocks of at most LONGEST_BLOCK characters, cut at white space where there is any."""
    if all(block.end - block.start <= LONGEST_BLOCK for block in document.blocks):
        return document
    blocks: list[Block] = []
    for block in document.blocks:
        start = block.start
        while block.end - start > LONGEST_BLOCK:
            spaces = [match.end() for match in re.finditer(r"[.!?]\s|\s", document.text[start : start + LONGEST_BLOCK])]
            end = start + (spaces[-1] if spaces else LONGEST_BLOCK)
            blocks.append(Block(kind=block.kind, start=start, end=end, level=block.level))
            start = end
        blocks.append(Block(kind=block.kind, start=start, end=block.end, level=block.level))
    return Document(text=document.text, blocks=tuple(blocks), quiet=document.quiet, source=document.source)


def _is_quiet(document: Document, finding: Finding) -> bool:
    names = {finding.rule, finding.category, finding.rule.split("/")[1]}
    return any(
        quiet.start < finding.end and finding.start < quiet.end and (not quiet.rules or quiet.rules & names)
        for quiet in document.quiet
    )


def _changes(document: Document, suggestion: Suggestion) -> bool:
    return document.text[suggestion.start : suggestion.end] != suggestion.text
