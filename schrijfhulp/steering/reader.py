"""Reads the clauses of a sentence: what each one's subject is, and which phrases, verbs and traits stand in it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from spacy.tokens import Span, Token

from schrijfhulp.dutch.clauses import Clause, clauses
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.phrases import Finder, one_of
from schrijfhulp.dutch.syntax import child
from schrijfhulp.steering.patterns import JOINT, NOBODY, ORGANISATION, OURS, THING, YOURS, Handbook
from schrijfhulp.steering.seen import Index, Seen

TRANSPARENT = "transparent"  # the trait of a clause whose `dat` clause is what the writer says
OWNERS = {**dict.fromkeys(("uw", "je", "jouw", "jullie"), YOURS), **dict.fromkeys(("ons", "onze"), OURS)}


class Reader:
    """Reads sentences for what the patterns ask."""

    def __init__(self, handbook: Handbook) -> None:
        self._finder = Finder(
            phrases=chain(*(pattern.phrases for pattern in handbook.patterns)),
            verbs=chain(*(pattern.verbs for pattern in handbook.patterns)),
            classes=handbook.classes,
        )
        self._traits = Index((name, pattern) for name, patterns in handbook.traits.items() for pattern in patterns)
        self._things = handbook.things.keys()
        named = {**handbook.roles, **handbook.things}
        self._roles = {role: one_of(words, handbook.classes) for role, words in named.items()}
        self._roles_of_word: dict[str, frozenset[str]] = {}

    def read(self, parsed: Parsed, sentence: Span) -> Sequence[Seen]:
        """The clauses of a sentence that are not quoted, with what stands in them, in order."""
        looked: dict[int, Seen] = {}
        found = clauses(sentence)
        depth = {clause.head.i: _depth(clause.head) for clause in found}
        for clause in sorted(found, key=lambda clause: depth[clause.head.i]):  # the one above comes first
            words = [word for word in clause.words if word.i not in parsed.quoted]
            if words and clause.head.i not in parsed.quoted:
                above = looked.get(clause.above.i) if clause.above is not None else None
                looked[clause.head.i] = self._see(clause, words, above, parsed.named)
        return sorted(looked.values(), key=lambda seen: seen.clause.words[0].i)

    def _see(self, clause: Clause, words: Sequence[Token], above: Seen | None, named: frozenset[int]) -> Seen:
        verbs = self._finder.verbs(words)
        if (
            clause.finite is None
            and clause.subjects in ((), (words[0],))
            and clause.kind == "main"
            and words[0].is_sent_start
        ):
            # The tagger takes an unusual imperative for a noun: "Schuif aan".
            clause = replace(
                clause, mood="command" if any(words[0] in found for found in verbs.values()) else clause.mood
            )
        # `welke eisen u moet kennen` tells of a duty, `dat u dit moet weten` lays it down.
        opens = words[0].lower_ == "dat" or words[0].lower_ not in {"om", *words_of("opens_content")}
        is_said = clause.kind == "content" and opens and above is not None and TRANSPARENT in above.traits
        seen = Seen(
            clause=clause,
            kind=above.kind if is_said and above is not None else clause.kind,
            above=above.kind if above is not None else "",
            roles=self._roles_of_all(clause.subjects),
            phrases=self._finder.phrases(words, named),
            verbs=verbs,
            traits={},
        )
        kinds = dict.fromkeys((seen.kind, clause.kind))
        traits: dict[str, tuple[Token, ...]] = dict.fromkeys(kinds, ())
        for kind in kinds:  # what `dat` opens is content, even where the writer says it himself
            for name, _, cues in self._traits.matches(replace(seen, kind=kind)):
                traits[name] = (*traits.get(name, ()), *cues)
        return replace(seen, traits=traits)

    def _roles_of_all(self, subjects: Sequence[Token]) -> frozenset[str]:
        """The roles of a subject and what is coordinated with it: `u en de gemeente` is joint."""
        each = [self._roles_of(subject) for subject in subjects]
        ours = [ORGANISATION in roles for roles in each]
        joint = {JOINT} if any(ours) and not all(ours) else set()
        return frozenset(chain(joint, *each)) or frozenset({NOBODY})

    def _roles_of(self, subject: Token) -> frozenset[str]:
        """The roles of a subject: those of its word, that of what is the reader's, or else a thing's."""
        named = [subject, *(item for item in subject.children if item.dep_.startswith("flat"))]  # `de Vlaamse Overheid`
        if subject.dep_ == "csubj":
            return frozenset({NOBODY})
        roles = {*chain(*(self._listed(item.lower_) for item in named))}
        owner = child(subject, "nmod:poss", "det")
        owned = OWNERS.get(owner.lower_) if owner is not None else None
        if roles <= self._things and owned != YOURS:
            roles.add(THING)
        return frozenset(roles if owned is None else {*roles, owned})

    def _listed(self, word: str) -> frozenset[str]:
        """The roles whose lists have a word; few subjects are new."""
        if word not in self._roles_of_word:
            self._roles_of_word[word] = frozenset(role for role, words in self._roles.items() if words.fits(word))
        return self._roles_of_word[word]


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)
