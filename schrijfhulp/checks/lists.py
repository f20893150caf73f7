"""Checks on rows: what a sentence sums up and a list would show better."""

import itertools
import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from schrijfhulp.checks import Options, on_block
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.syntax import is_finite, is_infinitive, is_word, words
from schrijfhulp.types import Place

RUNNING = ("paragraph", "item")
SHOWN = 4  # words of the first part in the message
LETTERED = re.compile(r"(?<![\w(])\(?(?P<mark>[a-k]|\d{1,2}|[ivx]{1,4})(?:(?:\)|°|º)(?=\s)|\.(?=[a-z]{2,}))")
ORDERED = re.compile(r"\bten (?P<mark>eerste|tweede|derde|vierde|vijfde)\b", re.IGNORECASE)
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
CLOSERS = frozenset(("en", "of", "alsmede", "evenals", "en/of", "alsook"))
STARTERS = frozenset(("DET", "NOUN", "ADJ", "NUM", "PROPN"))
ASKING = frozenset(["wanneer", "hoe", "hoeveel", "wie", "wat", "welke", "welk", "waar", "waarom"])
CLAUSE_OPENERS = ASKING | {"of", "dat", "als", "om", "die"}
LEGAL = words_of("reference_parts") | {"artikel", "kenmerk", "nr.", "nummer"}


@on_block
def opsomming_in_zin(parsed: Parsed, options: Options) -> Iterator[Place]:
    """Sentences with `parts` long parallel parts or more, or with parts that are numbered: a list in disguise."""
    if parsed.kind not in RUNNING:
        return
    for sentence in _whole_sentences(parsed):
        found = _numbered(parsed, sentence) or _long_row(parsed, sentence, options)
        if found is not None:
            start, end = parsed.place(sentence[0], sentence[-1])
            row, count = found
            opening = " ".join(parsed.text[row:end].split()[:SHOWN])
            yield Place(start=start, end=end, values={"count": count, "first": opening.rstrip(",;.:")})


def _whole_sentences(parsed: Parsed) -> Iterator[Span]:
    """The sentences; one that ends in a semicolon goes on in the next."""
    start = 0
    for sentence in parsed.sentences:
        if sentence[-1].text not in (";", ":"):
            yield parsed.doc[start : sentence.end]
            start = sentence.end
    if start < len(parsed.doc):
        yield parsed.doc[start:]


def _numbered(parsed: Parsed, sentence: Span) -> tuple[int, int] | None:
    """Start of the first and number of the parts behind `a)`, `b)`, `c)`, `1°`, `2°`, `3°` or `ten eerste`, `ten tweede`, `ten derde`."""
    start, end = parsed.place(sentence[0], sentence[-1])
    text = parsed.text[start:end]
    for pattern in (LETTERED, ORDERED):
        marks = _counted(list(pattern.finditer(text)))
        if len(marks) >= 3:
            return start + marks[0].start(), len(marks)
    return None


def _counted(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The marks that count on from a first one."""
    row: list[re.Match[str]] = []
    for match in marks:
        mark = match["mark"].lower()
        if mark in ("a", "1", "i", "eerste") and not row:
            row = [match]
        elif row and mark == _next(row[-1]["mark"].lower()):
            row.append(match)
    return row


def _next(mark: str) -> str:
    if mark.isdigit():
        return str(int(mark) + 1)
    if mark in (ordinals := ("eerste", "tweede", "derde", "vierde", "vijfde", "")):
        return ordinals[ordinals.index(mark) + 1]
    if mark in ROMAN[:-1]:
        return ROMAN[ROMAN.index(mark) + 1]
    return chr(ord(mark[0]) + 1)


def _long_row(parsed: Parsed, sentence: Span, options: Options) -> tuple[int, int] | None:
    """Start and number of the parts of the longest row of parts that is worth a list."""
    if sum(token.text in (",", ";") for token in sentence) < options["parts"] - 2:
        return None
    rows = [
        row
        for row in (*_rows(sentence), *_rows_by_ending(sentence))
        if len(row) >= options["parts"] and _is_long(row, options) and not _is_light(parsed, row)
    ]
    if not rows:
        return None
    best = max(rows, key=len)
    return parsed.starts[best[0].start], len(best)


def _rows(sentence: Span) -> Iterator[list[Span]]:
    """Rows of parallel parts: pieces between commas or semicolons of one shape, the last with its `en` or `of`."""
    pieces = list(_pieces(sentence))
    index = 1
    while index < len(pieces):
        first = pieces[index - 1]
        row: list[Span] = []
        while index < len(pieces) and (
            not row or _opening(row[0]) == _opening(pieces[index]) or _is_closer(pieces[index][0])
        ):
            if not _is_part(pieces[index]):
                break
            row.append(pieces[index])
            index += 1
            if _closing(row[-1]) is not None:
                break
        if row and (_closing(row[-1]) is not None or _has_semicolons(sentence, row)):
            parts = [*row[:-1], *_split(row[-1])]
            yield _trimmed([*_start_of_row(first, row[0]), *parts[:-1], _without_rest(parts[-1], row[0])])
        index += 1 if not row else 0
        if row and index < len(pieces):
            index += 1


def _rows_by_ending(sentence: Span) -> Iterator[list[Span]]:
    """Rows of pieces that all end in a verb, after a piece that opens the row: `als u jonger bent dan 18, alleen woont, …`."""
    pieces = list(_pieces(sentence))
    row: list[Span] = []
    for first, piece in itertools.pairwise(pieces):
        closing = _closing(piece)
        parts = _split(piece) if closing is not None else [piece]
        if any(_ending(part) != "ends" for part in parts):
            row = []
            continue
        row = [*(row or [_behind_opener(first)]), *parts]
        if closing is not None:
            yield _trimmed(row)
            row = []


def _behind_opener(piece: Span) -> Span:
    """The first part: what stands behind `als u`, or else behind the first verb."""
    openers = [token.i for token in piece if token.lower_ in CLAUSE_OPENERS]
    verbs = [token.i for token in piece if is_finite(token)]
    start = openers[-1] + 1 if openers else verbs[0] + 1 if verbs else piece.start
    if openers and start < piece.end - 1 and piece.doc[start].pos_ == "PRON":
        start += 1
    return piece.doc[start : piece.end] if start < piece.end else piece


def _pieces(sentence: Span) -> Iterator[Span]:
    """The sentence in pieces between its commas and semicolons, those inside brackets aside."""
    start, depth = sentence.start, 0
    for token in sentence:
        depth += (token.text == "(") - (token.text == ")")
        if token.text in (",", ";") and depth <= 0:
            if token.i > start:
                yield sentence.doc[start : token.i]
            start = token.i + 1
    if start < sentence.end:
        yield sentence.doc[start : sentence.end]


def _opening(piece: Span) -> str:
    """The shape of a piece by its first word: a noun phrase, or the preposition or conjunction that all parts share."""
    token = piece[0]
    if _is_clause(piece):
        return "verb" if is_finite(token) else token.lower_
    if token.lower_ in ASKING:
        return "asks"
    if token.lower_ in CLAUSE_OPENERS or token.pos_ == "ADP":
        return token.lower_
    is_noun_phrase = token.pos_ in STARTERS or "Poss" in token.morph or token.dep_ in ("nmod:poss", "amod")
    return "noun" if is_noun_phrase or _is_attribute(piece) else token.pos_


def _ending(piece: Span) -> str:
    """The shape of a piece by its last word: of `alleen woont` and `de bomen snoeien` the verb."""
    last = [token for token in piece if is_word(token)][-1:]
    finite = [token for token in piece if is_finite(token)]
    ends = bool(last) and last[0].pos_ in ("VERB", "AUX") and len(finite) <= 1 and not _is_clause(piece)
    return "ends" if ends else ""


def _is_attribute(piece: Span) -> bool:
    """`gebruikte olie`: a participle, which the tagger can take for a past tense."""
    token = piece[0]
    return token.lower_.endswith(("te", "de")) and len(piece) > 1 and piece[1].pos_ == "NOUN"


def _is_clause(piece: Span) -> bool:
    """Whether a piece is a main clause: `herstelt de dijk`, `wij bellen u`."""
    if is_finite(piece[0]):
        return not _is_attribute(piece)
    return len(piece) > 1 and piece[0].pos_ == "PRON" and is_finite(piece[1])


def _is_part(piece: Span) -> bool:
    """Whether a piece can be a part: no part of a reference to a law, and no clause of its own unless it opens as one."""
    token = piece[1] if _is_closer(piece[0]) and len(piece) > 1 else piece[0]
    if token.lower_ in LEGAL or (token.lower_ in ("het", "de") and len(piece) > 1 and piece[1].lower_ in LEGAL):
        return False
    if (token.lower_ in CLAUSE_OPENERS and token.pos_ != "DET") or _is_clause(piece.doc[token.i : piece.end]):
        return True
    starts = token.pos_ in STARTERS or token.pos_ == "ADP" or token.dep_ in ("nmod:poss", "amod")
    if not (starts or is_infinitive(token) or _is_attribute(piece)):
        return False
    return _is_attribute(piece) or all(_is_inside(verb, piece) for verb in piece if is_finite(verb))


def _is_inside(verb: Token, piece: Span) -> bool:
    """Whether a finite verb belongs to a clause that hangs on a noun of the piece, or follows the row's last part."""
    closing = _closing(piece)
    head = verb.head if verb.dep_ in ("aux", "aux:pass", "cop") else verb
    hangs = head.dep_ in ("acl:relcl", "acl", "ccomp", "advcl") and head.head in piece
    return hangs or (closing is not None and verb.i > closing.i)


def _closing(piece: Span) -> Token | None:
    """The `en` or `of` that parts the last two parts of a row, best the one before a word like the piece's first."""
    found = [token for token in piece if _is_closer(token) and token.i < piece.end - 1]
    if found and found[0].i == piece.start:
        return found[0]
    alike = [token for token in found if token.nbor(1).pos_ == piece[0].pos_ or token.nbor(1).lower_ == piece[0].lower_]
    return next(iter(alike or found), None)


def _is_closer(token: Token) -> bool:
    """`en`, `of` … between parts; not the `of` that opens a clause, nor the `en` of `in- en uitvoer`."""
    return token.lower_ in CLOSERS and token.dep_ != "mark" and not (token.i and token.nbor(-1).text.endswith("-"))


def _has_semicolons(sentence: Span, row: list[Span]) -> bool:
    return len(row) > 1 and all(sentence.doc[piece.start - 1].text == ";" for piece in row)


def _split(piece: Span) -> list[Span]:
    closing = _closing(piece)
    if closing is None or closing.i == piece.start:
        return [piece]
    return [piece.doc[piece.start : closing.i], piece.doc[closing.i + 1 : piece.end]]


def _start_of_row(piece: Span, second: Span) -> Iterator[Span]:
    """The first part: what stands behind the verb or colon before it, from a word like the one that opens the second part."""
    start = piece.start
    for token in piece:
        if token.text == ":" or (is_finite(token) and token.i < piece.end - 1 and not _is_inside(token, piece)):
            start = token.i + 1
    shape = _opening(second)
    if shape in CLAUSE_OPENERS or _is_clause(second):
        start = piece.start
    if piece[0].is_sent_start and len(piece) > 1 and piece[0].pos_ == "NOUN" and piece[1].pos_ in ("DET", "PRON"):
        start = max(start, piece.start + 1)  # an imperative taken for a noun: "Stuur een kopie"
    alike = [token.i for token in piece.doc[start : piece.end] if _opening(piece.doc[token.i : piece.end]) == shape]
    if alike:
        yield piece.doc[alike[0] : piece.end]


def _without_rest(part: Span, second: Span) -> Span:
    """The last part without the rest of the sentence behind it, unless the parts are verbs or clauses."""
    if second[0].lower_ in CLAUSE_OPENERS or any(is_infinitive(token) for token in second):
        return part
    noun = next((token for token in part if token.pos_ in ("NOUN", "PROPN")), None)
    return part if noun is None else part.doc[part.start : min(part.end, max(noun.i, noun.right_edge.i) + 1)]


def _trimmed(row: list[Span]) -> list[Span]:
    """The parts without conjunctions and punctuation at their edges; empty ones are dropped."""
    parts: list[Span] = []
    for part in row:
        inner = [token.i for token in part if is_word(token) and token.lower_ not in CLOSERS]
        if inner:
            parts.append(part.doc[inner[0] : inner[-1] + 1])
    return parts


def _is_long(parts: list[Span], options: Options) -> bool:
    lengths = sorted(words(part) for part in parts)
    whole = words(parts[0].doc[parts[0].start : parts[-1].end])
    if any(not any(token.pos_ in ("NOUN", "PROPN", "PRON", "VERB", "AUX", "DET") for token in part) for part in parts):
        return False  # adjectives before one noun
    mean = sum(lengths) / len(lengths)
    needed = options["words"] - (0.5 if len(parts) > options["parts"] else 0)
    return (mean >= needed and lengths[1] > 1) or (whole > options["whole"] and mean > 2)


def _is_light(parsed: Parsed, parts: list[Span]) -> bool:
    """Rows of names, dates and amounts read well in a sentence."""

    def is_light(part: Span) -> bool:
        heavy = [
            token
            for token in part
            if is_word(token) and token.i not in parsed.named and not any(char.isdigit() for char in token.text)
        ]
        return len(heavy) <= 1 or part.root.pos_ in ("PROPN", "NUM", "SYM")

    return sum(map(is_light, parts)) * 2 > len(parts)
