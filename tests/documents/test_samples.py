"""Texts as editors, content management systems and mail programs write them, read as a person reads them."""

import re
from html import unescape
from pathlib import Path

import pytest

from schrijfhulp.documents import read, source_range
from tests.documents.shapes import shown

HERE = Path(__file__).parent / "samples"
SAMPLES = [path for format in ("html", "md", "txt") for path in sorted((HERE / format).iterdir())]
MARKUP = re.compile(r"<[^>]*>|[*~`\\\u00ad]")

each = pytest.mark.parametrize("path", SAMPLES, ids=[path.name for path in SAMPLES])


@each
def test_a_reader_finds_what_is_in_the_text(path: Path) -> None:
    found = [
        f"{kind} {level} {' '.join(text.split())}"
        for kind, level, text in shown(read(path.read_bytes(), name=path.name))
    ]
    assert found == (HERE / "expected" / f"{path.name}.txt").read_text(encoding="utf-8").splitlines()


@each
def test_every_word_is_found_again_in_the_source(path: Path) -> None:
    document = read(path.read_bytes(), name=path.name)
    source = document.source.text or document.text
    for block in document.blocks:
        for word in re.finditer(r"\w+", document.text[block.start : block.end]):
            start, end = source_range(document.source, block.start + word.start(), block.start + word.end())
            assert MARKUP.sub("", unescape(MARKUP.sub("", source[start:end]))) == MARKUP.sub("", word.group())
