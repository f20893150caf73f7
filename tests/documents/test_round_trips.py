"""Generated documents in each format: a finding stands on exactly its words, and `fix` touches nothing else."""

import io
import re
from collections.abc import Callable, Sequence
from html import escape, unescape
from itertools import pairwise
from random import Random

import docx
import odfdo
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schrijfhulp import Engine, fixing
from schrijfhulp.documents import decoding, read, source_range, word
from schrijfhulp.types import Document, Finding
from tests.documents.pdfs import pdf
from tests.documents.shapes import unpacked

FLAGGED = "middels"
RULE = "woordkeuze/ambtelijk-woord"
CALM = ("brief", "straat", "één", "geld", "€", "ruimte", "(plein)", "A&B", "huis")

Words = Sequence[str]
calm = st.lists(st.sampled_from(CALM), min_size=1, max_size=5)
mixed = st.lists(st.sampled_from((*CALM, FLAGGED)), min_size=1, max_size=5)
seeds = st.randoms(use_true_random=False)
few = settings(max_examples=25)


def sentence(words: Words) -> list[str]:
    return ["Dat", "kan", *words, "heel", "goed."]


def as_text(paragraphs: Sequence[Words], seed: Random) -> bytes:
    line_end = seed.choice(["\n", "\r\n"])
    text = (line_end * 2).join(seed.choice([" ", " ", line_end]).join(sentence(words)) for words in paragraphs)
    return bytes(text.encode(seed.choice(["utf-8", "utf-8-sig", "utf-16", "cp1252"])))


def as_markdown(paragraphs: Sequence[Words], seed: Random) -> bytes:
    def marked(word: str) -> str:
        return seed.choice(["{}", "{}", "**{}**", "*{}*", "[{}](x.html)"]).format(word)

    starts = [seed.choice(["", "# ", "- ", "1. "]) for _ in paragraphs]
    lines = [start + " ".join(map(marked, sentence(words))) for start, words in zip(starts, paragraphs, strict=True)]
    return "\n\n".join(lines).encode()


def as_html(paragraphs: Sequence[Words], seed: Random) -> bytes:
    def marked(word: str) -> str:
        cut = seed.randrange(len(word))
        pieces = [escape(word[:cut]), escape(word[cut:])]
        inside = seed.choice(["{}{}", "{}{}", "<b>{}{}</b>", "{}<i>{}</i>", "{}&shy;{}", "{}<!-- x -->{}"])
        return str(inside.format(*pieces)).replace("é", seed.choice(["é", "&eacute;", "&#233;"]))

    tags = [seed.choice(["p", "li", "h2", "td", "div"]) for _ in paragraphs]
    space = [seed.choice([" ", "\n  ", "&nbsp;"]) for _ in paragraphs]
    content = [gap.join(map(marked, sentence(words))) for gap, words in zip(space, paragraphs, strict=True)]
    return "\n".join(f"<{tag}>{text}</{tag}>" for tag, text in zip(tags, content, strict=True)).encode()


def as_word(paragraphs: Sequence[Words], seed: Random) -> bytes:
    package, out = docx.Document(), io.BytesIO()
    for words in paragraphs:
        written = package.add_paragraph()
        for piece in cut(" ".join(sentence(words)), seed):
            written.add_run(piece).bold = seed.choice([None, True])
    package.save(out)
    return out.getvalue()


def as_opendocument(paragraphs: Sequence[Words], seed: Random) -> bytes:
    package, out = odfdo.Document("text"), io.BytesIO()
    package.body.clear()
    for words in paragraphs:
        spans = "".join(f"<text:span>{escape(piece)}</text:span>" for piece in cut(" ".join(sentence(words)), seed))
        package.body.append(odfdo.Element.from_tag(f"<text:p>{spans}</text:p>"))
    package.save(out)
    return out.getvalue()


def as_pdf(paragraphs: Sequence[Words], seed: Random) -> bytes:
    left = seed.randrange(50, 90)
    return pdf([(left, 120 + 40 * number, " ".join(sentence(words))) for number, words in enumerate(paragraphs)])


def cut(text: str, seed: Random) -> list[str]:
    borders = sorted({0, len(text), *(seed.randrange(len(text)) for _ in range(4))})
    return [text[start:end] for start, end in pairwise(borders)]


FORMATS: dict[str, Callable[..., bytes]] = {
    ".txt": as_text,
    ".md": as_markdown,
    ".html": as_html,
    ".docx": as_word,
    ".odt": as_opendocument,
    ".pdf": as_pdf,
}
FIXED = (".txt", ".md", ".html", ".docx")


def in_source(document: Document, data: bytes, finding: Finding) -> str:
    """What stands in the file where the finding is, without markup."""
    if document.source.format == "docx":
        runs = word.read_runs(word.open_package(data))[1]
        touched = [run for run in runs if run.start < finding.end and finding.start < run.end]
        text = "".join(run.element.text for run in touched)
        return str(text[finding.start - touched[0].start :][: finding.end - finding.start])
    source = document.source.text or document.text
    start, end = source_range(document.source, finding.start, finding.end)
    return re.sub("<[^>]*>|\u00ad", "", unescape(source[start:end]))


@pytest.mark.parametrize("suffix", FORMATS)
@few
@given(paragraphs=st.lists(mixed, min_size=1, max_size=3), seed=seeds)
def test_a_finding_stands_on_exactly_its_words(
    engine: Engine, suffix: str, paragraphs: list[list[str]], seed: Random
) -> None:
    data = FORMATS[suffix](paragraphs, seed)
    document = read(data, name=f"brief{suffix}")
    findings = engine.check(document, enable=[RULE]).findings
    assert [in_source(document, data, finding) for finding in findings] == [
        word for words in paragraphs for word in words if word == FLAGGED
    ]


def fixed(engine: Engine, data: bytes, suffix: str) -> bytes:
    return fixing.fixed(
        data,
        name=f"brief{suffix}",
        rules=engine.rulebook.rules,
        check=lambda document: engine.check(document, enable=[RULE]),
    )


@pytest.mark.parametrize("suffix", FIXED)
@few
@given(paragraphs=st.lists(calm, min_size=1, max_size=3), seed=seeds)
def test_fix_without_suggestions_changes_no_byte(
    engine: Engine, suffix: str, paragraphs: list[list[str]], seed: Random
) -> None:
    data = FORMATS[suffix](paragraphs, seed)
    assert fixed(engine, data, suffix) == data


@pytest.mark.parametrize("suffix", FIXED)
@few
@given(paragraphs=st.lists(mixed, min_size=1, max_size=3), seed=seeds)
def test_fix_changes_the_words_and_nothing_else_and_once_is_enough(
    engine: Engine, suffix: str, paragraphs: list[list[str]], seed: Random
) -> None:
    data = FORMATS[suffix](paragraphs, seed)
    once = fixed(engine, data, suffix)
    assert fixed(engine, once, suffix) == once
    if suffix == ".docx":
        before, after = unpacked(data), unpacked(once)
        assert {name for name in before if before[name] != after[name]} <= {"word/document.xml"}
        assert read(once).text == read(data).text.replace(FLAGGED, "met")
    else:
        (source, encoding), (result, same) = decoding.decode(data), decoding.decode(once)
        assert (result, same) == (source.replace(FLAGGED, "met"), encoding)
