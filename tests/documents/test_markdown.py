"""Markdown to plain text with the way back to the source."""

from hypothesis import given
from hypothesis import strategies as st

from schrijfhulp import Engine
from schrijfhulp.documents import markdown, source_range

SOURCE = """---
title: middels
---
# Kop *één*

Een **vet** woord &amp; `middels` [derhalve](https://x.nl "middels") 😀 middels.

- een
  1. twee

> middels een citaat

| a | b |
|---|---|
| c | derhalve |

```
middels
```
"""


def test_blocks() -> None:
    document = markdown.read(SOURCE)
    kinds = [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]
    assert kinds[0] == ("heading", 1, "Kop één")
    assert kinds[1][2] == "Een vet woord & middels derhalve 😀 middels."
    assert kinds[2:5] == [("item", 1, "een"), ("item", 2, "twee"), ("quote", 0, "middels een citaat")]
    assert [kind for kind, _, _ in kinds[5:]] == ["cell"] * 4


def test_findings_stand_in_the_source_and_not_in_code_quotes_or_front_matter(engine: Engine) -> None:
    document = markdown.read(SOURCE)
    places = [source_range(document.source, item.start, item.end) for item in engine.check(document).findings]
    found = [SOURCE[start:end] for start, end in places]
    assert sorted(found) == ["derhalve", "derhalve", "middels"]
    assert places[1][0] == SOURCE.index("middels.")


def test_an_entity_maps_as_a_whole() -> None:
    document = markdown.read("Jan &amp; Piet")
    at = document.text.index("&")
    assert source_range(document.source, at, at + 1) == (4, 9)


def test_a_passage_is_switched_off(engine: Engine) -> None:
    source = (
        "Middels een.\n\n<!-- schrijfhulp-uit: ambtelijk-woord -->\n\nMiddels twee wordt beoordeeld.\n\n"
        "<!-- schrijfhulp-aan -->\n\nMiddels drie.\n\n<!-- schrijfhulp-uit -->\n\nMiddels vier wordt beoordeeld."
    )
    document = markdown.read(source)
    found = [document.text[item.start : item.end] for item in engine.check(document).findings]
    assert found == ["Middels", "wordt beoordeeld", "Middels"]


@given(st.text(alphabet=st.sampled_from("ab*_`[]()#>-|&;\\ \n<!é😀"), max_size=120))
def test_every_character_of_a_block_has_its_place(source: str) -> None:
    document = markdown.read(source)
    last = 0
    for block in document.blocks:
        for index in range(block.start, block.end):
            start, end = source_range(document.source, index, index + 1)
            assert last <= start < end <= len(source)
            last = start
