"""Checks on the shape of a text: its paragraphs, headings and order."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Span, Token

from schrijfhulp.checks import Blocks, Options, on_block, on_document
from schrijfhulp.dutch.abbreviations import known
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.quiet import KINDS_OF_LAW
from schrijfhulp.dutch.syntax import is_finite, is_word, words
from schrijfhulp.types import Place

RUNNING = ("paragraph", "item")


@on_document
def lange_alinea(blocks: Blocks, options: Options) -> Iterator[Place]:
    """Paragraphs of more than `words` words."""
    for block, parsed in blocks.blocks:
        if parsed is None or block.kind != "paragraph":
            continue
        count = words(parsed.doc)
        if count > options["words"]:
            yield Place(start=block.start, end=block.end, values={"count": count, "limit": options["words"]})


@on_document
def tekst_zonder_koppen(blocks: Blocks, options: Options) -> Iterator[Place]:
    """The first line of a text of more than `words` words that has no heading, or none but its title."""
    prose = [(block, parsed) for block, parsed in blocks.blocks if parsed is not None and len(parsed.doc)]
    headings = [index for index, (block, _) in enumerate(prose) if block.kind == "heading"]
    if not prose or any(index > 0 for index in headings):
        return
    count = sum(words(parsed.doc) for block, parsed in prose if block.kind in RUNNING)
    if count > options["words"]:
        block, parsed = prose[0]
        start, end = parsed.place(parsed.sentences[0][0], parsed.sentences[0][-1])
        yield Place(start=block.start + start, end=block.start + end, values={"count": count, "limit": options["words"]})


OPENERS = (  # what leads to a law at the start of a paragraph, the longest first
    "met inachtneming van", "in overeenstemming met", "onder verwijzing naar", "met toepassing van", "ter uitvoering van",
    "in het kader van", "op grond van", "op basis van", "krachtens", "ingevolge", "overeenkomstig", "volgens", "conform",
    "gelet op", "gezien", "blijkens", "in", "bij",
)  # fmt: skip
LOOSE_OPENERS = frozenset(("in", "bij", "volgens"))  # "volgens de wet" is plain Dutch: these ask for an article or a name
ARTICLE = frozenset(("artikel", "artikelen", "art.", "artt."))
PARTS_OF_LAW = ARTICLE | frozenset(
    """
    lid leden eerste tweede derde vierde vijfde zesde zevende achtste onder onderdeel sub aanhef en of juncto jo. hoofdstuk
    paragraaf titel afdeling bijlage het de van bepaalde bepalingen gestelde , : ( ) boek volzin tot met op
    """.split()
)
LINKS = frozenset("en of het de van , ( op met tot".split())
SAYS = frozenset("bepalen stellen regelen voorschrijven schrijven zeggen verplichten verbieden eisen luiden geven staan vereisen".split())


@on_block
def wet_voorop(parsed: Parsed, options: Options) -> Iterator[Place]:
    """The reference to a law that opens a paragraph, before the message."""
    if parsed.kind != "paragraph" or not parsed.sentences or parsed.doc[0].i in parsed.quoted:
        return
    sentence = parsed.sentences[0]
    if not any(is_finite(token) for token in sentence) and words(sentence) < 2 * options["words"]:
        return
    opener = _opener(sentence)
    end = _end_of_reference(parsed, sentence, len(opener))
    if end is None:
        return
    if not opener and not any(token.lemma_ in SAYS for token in sentence[end : end + 2]):
        return
    if set(opener) & LOOSE_OPENERS and not _is_precise(parsed, sentence[len(opener) : end]):
        return
    last = sentence[end - 1]
    opened = next((token for token in sentence[:end] if token.text == "("), None)
    if opened is not None and all(token.text != ")" for token in sentence[:end]):
        last = opened.nbor(-1)
    start, stop = parsed.place(sentence[0], last)
    yield Place(start=start, end=stop)


def _opener(sentence: Span) -> Sequence[str]:
    lowered = [token.lower_ for token in sentence[:4]]
    return next((found for opener in OPENERS if lowered[: len(found := opener.split())] == found), [])


def _end_of_reference(parsed: Parsed, sentence: Span, start: int) -> int | None:
    """One past the last token of the law, article or rule that starts at `start`; None when there is none."""
    end = None
    for index in range(start, len(sentence)):
        token = sentence[index]
        if _is_law(parsed, token) or _is_numbered(sentence, index):
            end = index + 1
        elif token.i in parsed.named or token.lower_ == "wet":
            end = index + 1 if end or token.lower_ == "wet" else None
        elif token.lower_ not in PARTS_OF_LAW and not token.like_num:
            break
        elif end is not None and token.lower_ not in LINKS:
            end = index + 1
    return end


def _is_law(parsed: Parsed, token: Token) -> bool:
    """`Participatiewet`, `Wet`, `Awb` … as a name."""
    meaning = known().get(token.text, "")
    if meaning:
        return any(kind in meaning.lower() for kind in KINDS_OF_LAW)
    return token.i in parsed.named and token.lower_.endswith(KINDS_OF_LAW)


def _is_numbered(sentence: Span, index: int) -> bool:
    """The number in `artikel 3`, `artikelen 3 en 4`."""
    return any(char.isdigit() for char in sentence[index].text) and any(token.lower_ in ARTICLE for token in sentence[max(0, index - 6) : index])


def _is_precise(parsed: Parsed, reference: Span) -> bool:
    return any(token.lower_ in ARTICLE or _is_law(parsed, token) for token in reference)


LETTERED = re.compile(r"(?<![\w(])\(?(?P<mark>[a-k]|\d{1,2}|[ivx]{1,4})(?:\)|°|º)(?=\s)")
ORDERED = re.compile(r"\bten (eerste|tweede|derde|vierde|vijfde)\b", re.IGNORECASE)


@on_block
def opsomming_in_zin(parsed: Parsed, options: Options) -> Iterator[Place]:
    """Sentences with `parts` long parallel parts or more, or with parts that are numbered: a list in disguise."""
    if parsed.kind not in RUNNING:
        return
    for sentence in parsed.sentences:
        found = _numbered_parts(parsed, sentence) or _long_series(parsed, sentence, options)
        if found:
            start, end, count = found
            yield Place(start=start, end=end, values={"count": count})


def _numbered_parts(parsed: Parsed, sentence: Span) -> tuple[int, int, int] | None:
    """Start, end and number of the parts that follow `a)`, `b)`, `c)` or `1°`, `2°`, `3°` in a sentence."""
    start, end = parsed.place(sentence[0], sentence[-1])
    text = parsed.text[start:end]
    for pattern in (LETTERED, ORDERED):
        marks = [match for match in pattern.finditer(text) if pattern is ORDERED or _counts_on(match, pattern.finditer(text))]
        if len({match.group() for match in marks}) >= 3:
            last = sentence[-2] if sentence[-1].is_punct and len(sentence) > 1 else sentence[-1]
            return start + marks[0].start(), parsed.place(last, last)[1], len(marks)
    return None


def _counts_on(match: re.Match[str], others: Iterator[re.Match[str]]) -> bool:
    """Whether a mark is the first of a row or follows another: `a`, `1` or `i`, or one after a mark before it."""
    if match["mark"] in ("a", "1", "i"):
        return True
    before = [other["mark"] for other in others if other.start() < match.start()]
    row = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
    follows = str(int(match["mark"]) - 1) if match["mark"].isdigit() else chr(ord(match["mark"][0]) - 1)
    return bool(before) and (before[-1] == follows or (match["mark"] in row[1:] and before[-1] == row[row.index(match["mark"]) - 1]))


def _long_series(parsed: Parsed, sentence: Span, options: Options) -> tuple[int, int, int] | None:
    """Start, end and number of the parts of the longest row of conjuncts that is worth a list."""
    best: list[Span] = []
    for token in sentence:
        if token.dep_ == "conj" or not any(item.dep_ == "conj" for item in token.children):
            continue
        parts = _parts(sentence, [token, *(item for item in token.children if item.dep_ == "conj")])
        if len(parts) >= options["parts"] and _is_row(parts) and _is_long(parts, options) and not _is_plain(parsed, parts):
            best = max(best, parts, key=len)
    if not best:
        return None
    start, end = parsed.place(best[0][0], best[-1][-1])
    return start, end, len(best)


def _parts(sentence: Span, heads: list[Token]) -> list[Span]:
    """What each conjunct spans: the first from where its own words start, the others from behind the comma or `en`."""
    heads = sorted(head for head in heads if head.sent == sentence)
    doc = sentence.doc
    starts = [_left(heads[0])] + [head.left_edge.i for head in heads[1:]]
    if starts != sorted(starts):
        return []
    ends = [max(head.i, start - 1) for head, start in zip(heads, starts[1:], strict=False)]
    ends.append(min(heads[-1].right_edge.i, sentence.end - 1))
    return [trimmed for start, end in zip(starts, ends, strict=True) if (trimmed := _trimmed(doc[start : end + 1])) is not None]


def _left(head: Token) -> int:
    """Where the first conjunct starts: at its own determiners and adjectives, or at its preposition."""
    near = [item.i for item in head.children if item.i < head.i and item.dep_ in ("det", "amod", "case", "nummod", "nmod:poss", "advmod", "mark", "nsubj", "obj", "obl")]
    return min([head.i, *near])


def _trimmed(span: Span) -> Span | None:
    """The span without commas and conjunctions at its ends."""
    inner = [token.i for token in span if is_word(token) and token.dep_ != "cc"]
    return span.doc[inner[0] : inner[-1] + 1] if inner else None


def _is_row(parts: list[Span]) -> bool:
    """Whether commas or semicolons part them, save the last two, which `en` or `of` may part."""
    gaps = [parts[0].doc[before.end : after.start] for before, after in pairwise(parts)]
    return all(any(token.text in ",;" or token.dep_ == "cc" for token in gap) for gap in gaps) and sum(
        any(token.text in ",;" for token in gap) for gap in gaps
    ) >= len(gaps) - 1


def _is_long(parts: list[Span], options: Options) -> bool:
    lengths = sorted(words(part) for part in parts)
    whole = words(parts[0].doc[parts[0].start : parts[-1].end])
    return lengths[len(lengths) // 2] >= options["words"] and lengths[0] > 1 or whole > options["whole"]


def _is_plain(parsed: Parsed, parts: list[Span]) -> bool:
    """Rows of names, articles, dates and amounts read well in a sentence."""
    def light(part: Span) -> bool:
        heavy = [token for token in part if is_word(token) and token.i not in parsed.named and not any(char.isdigit() for char in token.text)]
        return len(heavy) <= 1 or part.root.pos_ in ("PROPN", "NUM", "SYM")

    return sum(map(light, parts)) * 2 > len(parts)
