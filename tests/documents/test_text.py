"""Plain text to blocks."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schrijfhulp.documents import text as plain


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in plain.read(text).blocks]


def test_headings_paragraphs_and_items() -> None:
    text = "Besluit\n\nU krijgt de vergunning.\n\n- een foto\n- uw paspoort\n1. stap een\n"
    assert blocks(text) == [
        ("heading", "Besluit"),
        ("paragraph", "U krijgt de vergunning."),
        ("item", "een foto"),
        ("item", "uw paspoort"),
        ("item", "stap een"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_wrapped_lines_are_one_paragraph(end: str) -> None:
    lines = [
        "Wij hebben uw aanvraag voor een nieuwe parkeervergunning ontvangen",
        "en sturen u binnen acht weken een brief.",
    ]
    assert [kind for kind, _ in blocks(end.join(lines))] == ["paragraph"]


def test_lines_that_were_ended_on_purpose_are_apart() -> None:
    text = "Vragen?\nBel ons op werkdagen tussen 9.00 en 17.00 uur, of stuur een bericht."
    assert [kind for kind, _ in blocks(text)] == ["heading", "paragraph"]


def test_addresses_references_and_signatures_are_skipped() -> None:
    text = "Postbus 30205\n2500 GE Den Haag\nOns kenmerk: 2024-1\n\nBeste lezer,\n\nDit is de brief.\n\nMet vriendelijke groet,\n\nA. Jansen\nDirecteur"
    kinds = {content: kind for kind, content in blocks(text)}
    assert kinds["Dit is de brief."] == "paragraph"
    skipped = {
        "Postbus 30205",
        "2500 GE Den Haag",
        "Ons kenmerk: 2024-1",
        "Met vriendelijke groet,",
        "A. Jansen",
        "Directeur",
    }
    assert {content for content, kind in kinds.items() if kind == "skip"} == skipped


def test_text_goes_on_below_a_signature() -> None:
    text = (
        "Met vriendelijke groet,\n\nA. Jansen\n\nBezwaar\n\n"
        + "U kunt binnen zes weken bezwaar maken tegen dit besluit. " * 3
    )
    assert [kind for kind, _ in blocks(text.strip())][-2:] == ["heading", "paragraph"]


@given(st.text(alphabet=st.sampled_from("aB .,-1)\n\r\t:?😀"), max_size=200))
def test_blocks_are_in_order_and_lose_only_white_space_and_bullets(text: str) -> None:
    document = plain.read(text)
    assert document.text == text
    places = [(block.start, block.end) for block in document.blocks]
    assert places == sorted(places)
    assert all(start < end for start, end in places)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(places))


def test_a_letterhead_and_an_address_are_no_headings() -> None:
    letter = "Gemeente Ons Dorp\nTeam Parkeren\n\nAan mevrouw Jansen\nDorpsstraat 12\n1234 AB Ons Dorp\n\nBeste mevrouw,\n\nU mag parkeren.\n"
    assert [kind for kind, _ in blocks(letter)] == [*["skip"] * 5, "paragraph", "paragraph"]
    page = "Wij helpen u graag met uw aanvraag.\n\nContact\n\nStadhuis\nDorpsstraat 12\n1234 AB Ons Dorp\n"
    assert [kind for kind, _ in blocks(page)] == ["paragraph", "heading", *["skip"] * 3]


def test_what_is_written_from_a_document_is_read_the_same() -> None:
    source = "Uw aanvraag\n\nWij hebben uw aanvraag gelezen.\n\n- een foto\n\n- een brief\n\nWij bellen u morgen."
    assert plain.written(plain.read(source)) == source
