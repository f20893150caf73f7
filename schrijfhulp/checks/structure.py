"""Checks on the shape of a text: its paragraphs, headings and order."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from schrijfhulp.checks import Blocks, Options, on_block, on_document
from schrijfhulp.dutch.law import ARTICLE, is_article_number, is_law
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.syntax import is_finite, words
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
    """The first line of a text of more than `words` words without a heading, or twice as many below a title alone."""
    prose = [(block, parsed) for block, parsed in blocks.blocks if parsed is not None and len(parsed.doc)]
    headings = [index for index, (block, _) in enumerate(prose) if block.kind == "heading"]
    if not prose or any(index > 0 for index in headings):
        return
    count = sum(words(parsed.doc) for block, parsed in prose if block.kind in RUNNING)
    if count > options["words"] * (2 if headings else 1):
        block, parsed = prose[0]
        start, end = parsed.place(parsed.sentences[0][0], parsed.sentences[0][-1])
        yield Place(
            start=block.start + start, end=block.start + end, values={"count": count, "limit": options["words"]}
        )


OPENERS = (  # what leads to a law at the start of a paragraph, the longest first
    "met inachtneming van", "in overeenstemming met", "onder verwijzing naar", "met toepassing van", "ter uitvoering van",
    "in het kader van", "op grond van", "op basis van", "krachtens", "ingevolge", "overeenkomstig", "volgens", "conform",
    "gelet op", "gezien", "blijkens", "in", "bij", "uit",
)  # fmt: skip
LOOSE_OPENERS = frozenset(
    ("in", "bij", "uit", "volgens")
)  # "volgens de wet" is plain Dutch: these ask for an article or a name
PARTS_OF_LAW = ARTICLE | words_of("reference_parts") | words_of("reference_links")
LINKS = frozenset(["en", "of", "het", "de", "van", "in", "bij", ",", "(", "op", "met", "tot"])
SAYS = words_of("law_says")


@on_block
def wet_voorop(parsed: Parsed, options: Options) -> Iterator[Place]:
    """The reference to a law that opens a paragraph, before the message."""
    if parsed.kind != "paragraph" or not parsed.sentences or parsed.doc[0].i in parsed.quoted:
        return
    sentence = parsed.sentences[0]
    if parsed.doc[-1].text in (";", ","):
        return  # "Gelet op artikel 3 …;" opens a formal decision
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
        if is_law(parsed, token) or is_article_number(sentence, index):
            end = index + 1
        elif token.i in parsed.named or token.lower_ == "wet":
            end = index + 1 if end or token.lower_ == "wet" else None
        elif token.lower_ not in PARTS_OF_LAW and not token.like_num:
            break
        elif end is not None and token.lower_ not in LINKS:
            end = index + 1
    return end


def _is_precise(parsed: Parsed, reference: Span) -> bool:
    return any(token.lower_ in ARTICLE or is_law(parsed, token) for token in reference)
