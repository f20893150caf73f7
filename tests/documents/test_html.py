"""HTML to plain text with the way back to the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schrijfhulp import Engine
from schrijfhulp.documents import DocumentError, html, read, source_range
from tests.documents.shapes import shown

WORDPRESS = """<!-- wp:heading {"level":3} -->
<h3 class="wp-block-heading">Parkeren</h3>
<!-- /wp:heading -->
<!-- wp:list --><ul class="wp-block-list"><!-- wp:list-item -->
<li>Vraag een <em>vergunning</em> aan</li>
<!-- /wp:list-item --></ul><!-- /wp:list -->"""
DRUPAL = """<div class="field field--name-body"><p>U krijgt&nbsp;een brief.</p>
<drupal-media data-entity-type="media"></drupal-media><p><a href="/x" data-entity-type="node">Lees&hellip;</a></p></div>"""
TINYMCE = """<p style="text-align: left;"><span style="font-size: 12pt;">U kr<strong>ij</strong>gt</span> geld.<br />Vandaag.</p>
<p>&nbsp;</p>
<table border="1"><tbody><tr><td style="width: 50%;"><p>Bedrag</p></td><td>12 euro</td></tr></tbody></table>"""


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        (WORDPRESS, [("heading", 3, "Parkeren"), ("item", 1, "Vraag een vergunning aan")]),
        (DRUPAL, [("paragraph", 0, "U krijgt\xa0een brief."), ("paragraph", 0, "Lees…")]),
        (
            TINYMCE,
            [("paragraph", 0, "U krijgt geld.\nVandaag."), ("cell", 0, "Bedrag"), ("cell", 0, "12 euro")],
        ),
        ("<ul><li>een<li>twee<ol><li>drie</ol></ul>na", [
            ("item", 1, "een"), ("item", 1, "twee"), ("item", 2, "drie"), ("paragraph", 0, "na"),
        ]),
        ("<p>een<p>twee", [("paragraph", 0, "een"), ("paragraph", 0, "twee")]),
        ("<table><tr><td>a<td>b<tr><td>c</table>", [("cell", 0, "a"), ("cell", 0, "b"), ("cell", 0, "c")]),
        ("los <i>stuk</i> tekst", [("paragraph", 0, "los stuk tekst")]),
        ("<blockquote><p>van een ander</p></blockquote>", [("quote", 0, "van een ander")]),
        ("1 &lt; 2 &amp 3 &#8364;&euro;", [("paragraph", 0, "1 < 2 & 3 €€")]),
    ],
)  # fmt: skip
def test_blocks(source: str, blocks: list[tuple[str, int, str]]) -> None:
    assert shown(html.read(source)) == blocks


@pytest.mark.parametrize(
    "source",
    [
        "<script>middels()</script>",
        "<style>p { content: 'middels' }</style>",
        "<nav><a href='/'>Middels</a></nav>",
        "<pre>middels</pre>",
        "<textarea>middels</textarea>",
        "<p lang='en'>middels</p>",
        "<p translate='no'>middels</p>",
        "<div data-schrijfhulp='uit'><p>middels</p></div>",
        "<p>Zie <code>middels</code> hieronder.</p>",
        "<blockquote>middels</blockquote>",
        "<!-- middels -->",
        "<!-- schrijfhulp-uit: ambtelijk-woord --><p>middels</p><!-- schrijfhulp-aan -->",
        "<img alt='middels'>",
    ],
)
def test_not_the_writers_own_words(engine: Engine, source: str) -> None:
    assert not engine.check(html.read(source), enable=["ambtelijk-woord"]).findings


def test_dutch_inside_another_language_is_read(engine: Engine) -> None:
    document = html.read("<div lang='en'>Hello <p lang='nl-BE'>Dat kan middels een brief.</p></div>")
    [finding] = engine.check(document, enable=["ambtelijk-woord"]).findings
    assert document.text[finding.start : finding.end] == "middels"


def test_a_finding_across_tags_maps_to_all_of_its_source(engine: Engine) -> None:
    source = "<p>Dat kan <b>mid</b>dels een brief, in &eacute;&eacute;n keer.</p>"
    document = html.read(source)
    [finding] = engine.check(document, enable=["ambtelijk-woord"]).findings
    start, end = source_range(document.source, finding.start, finding.end)
    assert source[start:end] == "mid</b>dels"


def test_what_never_ends_is_refused() -> None:
    with pytest.raises(DocumentError, match="houdt niet op"):
        html.read("<p>tekst <a href='" + "<a href='" * 20_000)


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<b>", "</b>", "middels ", "&amp;", "&", "<li>", "é😀 ", "<br>", "\n", "<", ">"]
        )
    )
)
def test_text_is_what_stands_in_the_source(parts: list[str]) -> None:
    source = "".join(parts)
    document = html.read(source)
    for block in document.blocks:
        for at in range(block.start, block.end):
            start, end = source_range(document.source, at, at + 1)
            character = document.text[at]
            assert source[start:end] == character or source[start:end] in ("&amp;", "&amp", "<br>") or character == " "


def test_found_by_its_content_and_by_its_name() -> None:
    assert read(b"  <!DOCTYPE html><p>tekst</p>", name="a.txt").source.format == "html"
    assert read(b"tekst <b>zonder</b> alinea", name="a.htm").source.format == "html"
    assert read(b"3 < 4 en <naam>", name="a.txt").source.format == "txt"
