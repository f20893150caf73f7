"""Checks on how a sentence is built: its length, its halves, its layers."""

from collections.abc import Iterator, Set

from spacy.tokens import Span, Token

from schrijfhulp.checks import Options, on_block
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.syntax import (
    SUBORDINATE,
    clause_openers,
    has,
    is_finite,
    is_infinitive,
    is_known_verb,
    is_participle,
    particle,
    subordinate_clauses,
    words,
)
from schrijfhulp.types import Place, Severity

ATTRIBUTE_OPENERS = frozenset(
    {"ADP", "PRON", "ADV"}
)  # what can stand between a determiner and a participle: "de door u …"
LONGEST_ATTRIBUTE = 25  # tokens
SHORTEST_CLAUSE = 3  # words


@on_block
def lange_zin(parsed: Parsed, options: Options) -> Iterator[Place]:
    """Sentences over the limits `notice` and `warning`, in words."""
    if parsed.kind == "heading":
        return
    for sentence in parsed.sentences:
        count = words(sentence)
        if count > options["notice"]:
            start, end = parsed.place(sentence[0], sentence[-1])
            yield Place(start=start, end=end, values={"count": count}, severity=_weight(count, options))


def _weight(count: int, options: Options) -> Severity:
    if count > options["alarm"]:
        return "hoog"
    return "midden" if count > options["warning"] else "laag"


@on_block
def tangconstructie(parsed: Parsed, options: Options) -> Iterator[Place]:
    """Two halves that belong together with `words` words or more between them: a verb's, or a determiner and its noun."""
    for sentence in parsed.sentences:
        for variant, first, second in (*_verb_brackets(sentence), *_noun_brackets(sentence)):
            count = words(parsed.doc[first.i + 1 : second.start])
            if count >= options["words"]:
                start, end = parsed.place(first, second[-1])
                values = {"first": first.text, "second": second.text, "count": count}
                yield Place(start=start, end=end, values=values, variant=variant)


def _verb_brackets(sentence: Span) -> Iterator[tuple[str, Token, Span]]:
    """The finite verb of a main clause with the infinitives, participle or particle that close it."""
    for token in sentence:
        if not is_finite(token):
            continue
        closing = [item for item in _closing_half(token) if item.i > token.i]
        if closing and not _is_closed_before(token, first := min(closing, key=lambda item: item.i)):
            yield "verb", token, _cluster(first)


def _closing_half(finite: Token) -> Iterator[Token]:
    if finite.dep_ in ("aux", "aux:pass"):
        head = finite.head
        if head.pos_ in ("VERB", "AUX", "ADJ") and (is_participle(head) or is_infinitive(head)):
            yield head
            yield from (item for item in head.children if item.dep_ in ("aux", "aux:pass") and not is_finite(item))
    elif (apart := particle(finite)) is not None:
        if is_known_verb(apart, finite):
            yield apart
    elif finite.lemma_ in words_of("bracket_openers"):
        for item in finite.children:
            if item.dep_ == "xcomp" and is_infinitive(item) and not any(mark.lower_ == "om" for mark in item.children):
                yield item


def _is_closed_before(finite: Token, closing: Token) -> bool:
    """Whether another verb closes the clause first: in `moet goed zijn om te kunnen werken` it is `zijn`."""
    between = finite.doc[finite.i + 1 : closing.i]
    opens_clause = any(token.lower_ == "om" for token in between)
    if is_finite(closing.nbor(-1)) or (opens_clause and _has_te(closing)):
        return True
    for token in between:
        if token.text == "," or token.dep_ == "mark" or has(token, "PronType", "Rel"):
            return False  # a clause between the halves has verbs of its own
        is_bare = is_infinitive(token) and token.nbor(-1).lower_ not in ("te", "het") and token.head.i >= finite.i
        if is_bare and token.dep_ in ("cop", "aux", "xcomp", "ROOT") and not _touches(token, closing):
            return True
    return False


def _has_te(closing: Token) -> bool:
    """Whether `te` comes with the closing verb, as in the clause that `om` opens."""
    return any(token.lower_ == "te" for token in closing.doc[closing.i - 1 : closing.i + 2])


def _touches(token: Token, closing: Token) -> bool:
    return all(item.pos_ in ("VERB", "AUX") for item in token.doc[token.i : closing.i])


def _cluster(first: Token) -> Span:
    """The verbs that stand together at the end of a clause: `op te sturen`, `worden aangepast`."""
    start, end = first.i, first.i + 1
    if first.nbor(-1).lower_ == "te":
        start -= 2 if first.nbor(-2).dep_ == "compound:prt" else 1
    while end < first.sent.end and first.pos_ in ("VERB", "AUX") and _is_open(first.doc[end]):
        end += 1
    return first.doc[start:end]


def _is_open(token: Token) -> bool:
    return is_infinitive(token) or (is_participle(token) and token.dep_ != "amod")


def _noun_brackets(sentence: Span) -> Iterator[tuple[str, Token, Span]]:
    """A determiner with the noun that it belongs to: `de door het college genomen beslissing`."""
    for token in sentence:
        noun = _attributed_noun(token, sentence)
        if noun is None and token.dep_ in ("det", "nmod:poss") and token.pos_ in ("DET", "PRON"):
            noun = token.head if token.head.pos_ in ("NOUN", "PROPN") and token.i < token.head.i else None
        if noun is not None and any(item.dep_ == "det" and item.i > token.i for item in noun.children):
            continue  # a nearer determiner: the parse is off
        if noun is not None and not (token.lower_ in ("het", "een", "dit", "dat") and has(noun, "Number", "Plur")):
            yield "noun", token, noun.doc[noun.i : noun.i + 1]


def _attributed_noun(determiner: Token, sentence: Span) -> Token | None:
    """The noun behind `de door het college op 3 maart genomen …`: this word order is hard for the parser too."""
    possessive = has(determiner, "Poss", "Yes")
    if (determiner.pos_ != "DET" and not possessive) or determiner.i + 1 >= sentence.end:
        return None
    if determiner.nbor().pos_ not in ATTRIBUTE_OPENERS or determiner.lower_ not in words_of("determiners"):
        return None
    if determiner.lower_ == "een" and determiner.nbor().lower_ in ("van", "op", "uit"):
        return None  # "een van de huizen"
    for token in sentence.doc[determiner.i + 2 : min(determiner.i + LONGEST_ATTRIBUTE, sentence.end - 1)]:
        if is_finite(token) or token.is_punct:
            return None
        if _closes_attribute(token, determiner):
            return next((item for item in sentence.doc[token.i + 1 : token.i + 3] if item.pos_ == "NOUN"), None)
    return None


def _closes_attribute(token: Token, determiner: Token) -> bool:
    """`genomen` in `de door ons genomen beslissing`, `te nemen`, or `bereikbare` before a noun without a preposition of its own."""
    following = token.nbor()
    if is_participle(token) and following.pos_ in ("NOUN", "ADJ"):
        return True
    if following.pos_ != "NOUN":
        return False
    if is_infinitive(token):
        return token.nbor(-1).lower_ == "te"
    own = [
        item for item in following.children if item.i > determiner.i and item.dep_ in ("case", "det", "nmod:poss", "cc")
    ]
    return token.dep_ == "amod" and token.head == following and following.dep_ != "conj" and not own


@on_block
def bijzinnen_stapel(parsed: Parsed, options: Options) -> Iterator[Place]:
    """Sentences with `clauses` subordinate clauses or more; three layers deep weighs more than three in a row."""
    for sentence in parsed.sentences:
        if words(sentence) < SHORTEST_CLAUSE * options["clauses"]:
            continue
        heads = subordinate_clauses(sentence)
        count = max(len(heads), len(clause_openers(sentence, least=options["clauses"])))
        if count >= options["clauses"]:
            depth = max((_depth(head) for head in heads), default=1)
            start, end = parsed.place(sentence[0], sentence[-1])
            nested = depth >= options["depth"]
            yield Place(
                start=start,
                end=end,
                values={"count": count, "depth": depth},
                variant="nested" if nested else None,
                severity="hoog" if nested else None,
            )


def _depth(head: Token) -> int:
    """How many subordinate clauses hold this one, itself included."""
    return 1 + sum(
        1 for item in head.ancestors if item.dep_ in SUBORDINATE and item.pos_ in ("VERB", "AUX", "ADJ", "NOUN")
    )


@on_block
def voorzetselketen(parsed: Parsed, options: Options) -> Iterator[Place]:
    """`phrases` prepositional phrases or more that follow each other directly."""
    for sentence in parsed.sentences:
        if sum(token.pos_ == "ADP" for token in sentence) < options["phrases"]:
            continue
        for chain in _chains(sentence, parsed.named):
            if len(chain) >= options["phrases"]:
                start, end = parsed.place(chain[0][0], _with_number(chain[-1]))
                values = {"count": len(chain), "prepositions": ", ".join(phrase[0].text for phrase in chain)}
                yield Place(start=start, end=end, values=values)


def _with_number(phrase: Span) -> Token:
    """The last token of a phrase with the number behind it: `1 mei 2010`, `artikel 3`."""
    following = phrase.doc[phrase.end : min(phrase.end + 1, phrase.sent.end)]
    return following[0] if len(following) and following[0].pos_ == "NUM" else phrase[-1]


def _chains(sentence: Span, named: Set[int]) -> Iterator[list[Span]]:
    """Runs of prepositional phrases without a word between them; those inside names count for nothing."""
    chain: list[Span] = []
    index = 0
    while index < len(sentence):
        length = 0 if sentence[index].i in named else _phrase_length(sentence, index, opens=not chain)
        if length:
            chain.append(sentence[index : index + length])
            index += length
            continue
        if chain:
            yield chain
            chain = []
        index += 1
    if chain:
        yield chain


INSIDE_PHRASE = frozenset({"DET", "ADJ", "NUM", "ADV", "PRON", "SYM", "X"})


def _phrase_length(sentence: Span, start: int, *, opens: bool) -> int:
    """How many tokens the prepositional phrase has that starts here; 0 when there is none.

    `In verband met` is one preposition where it opens a chain; further on, `op het gebied van` weighs as two.
    """
    if not _opens_phrase(sentence, start):
        return 0
    index = start + 1
    while opens and index < len(sentence) and sentence[index].dep_ == "fixed":
        index += 1
    while index < len(sentence) and (sentence[index].pos_ in INSIDE_PHRASE or _is_attributive(sentence[index])):
        index += 1
    noun = index
    while index < len(sentence) and (sentence[index].pos_ in ("NOUN", "PROPN") or _is_verb_as_noun(sentence[index])):
        index += 1
    if index == noun:
        head = sentence[start].head
        return noun - start if head.pos_ == "ADJ" and head == sentence[noun - 1] else 0  # "aan ouderen"
    if (
        index + 1 < len(sentence)
        and sentence[index].lower_ in ("en", "of")
        and sentence[index + 1].pos_ in ("NOUN", "PROPN")
    ):
        index += 2  # "van burgemeester en wethouders" is one phrase
    return index - start


def _opens_phrase(sentence: Span, start: int) -> bool:
    """Whether a preposition opens a phrase of its own: not `om … te`, a set phrase, or an attribute before a noun."""
    token = sentence[start]
    if token.pos_ != "ADP" or token.dep_ in ("compound:prt", "mark"):
        return False
    following = sentence[start + 1 : start + 2].text.lower()
    if (token.lower_ == "van" and following in words_of("set_phrases_with_van")) or (
        token.lower_ == "in" and following == "werking"
    ):
        return False  # "van toepassing", "treedt in werking"
    if token.lower_ == "om":
        return all(item.lower_ != "te" for item in sentence[start + 1 :])
    attribute = token.head.head
    return not (is_participle(attribute) and attribute.dep_ in ("amod", "acl") and attribute.head.i > attribute.i)


def _is_verb_as_noun(token: Token) -> bool:
    """`het isoleren`"""
    return is_infinitive(token) and token.i > 0 and token.nbor(-1).lower_ == "het"


def _is_attributive(token: Token) -> bool:
    return token.dep_ == "amod" and token.head.i > token.i
