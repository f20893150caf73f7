"""PDF: the text layer as a person reads it."""

import pytest

from schrijfhulp.documents import DocumentError, pdf
from tests.documents.pdfs import Page
from tests.documents.pdfs import pdf as written
from tests.documents.shapes import shown


def texts(*pages: Page) -> list[str]:
    return [text for _, _, text in shown(pdf.read(written(*pages)))]


def lines(*words: str, left: int = 70, top: int = 200) -> Page:
    return [(left, top + 13 * number, line) for number, line in enumerate(words)]


def test_lines_close_together_are_one_paragraph() -> None:
    page = [
        *lines("Wij hebben uw aanvraag gelezen en wij", "geven u de vergunning."),
        *lines("U kunt beginnen.", top=260),
    ]
    assert texts(page) == ["Wij hebben uw aanvraag gelezen en wij\ngeven u de vergunning.", "U kunt beginnen."]


def test_a_broken_word_is_whole_again() -> None:
    assert texts(lines("Vraag op tijd een vergun-", "ning aan bij de gemeente.")) == [
        "Vraag op tijd een vergunning aan bij de gemeente."
    ]


def test_a_hyphen_before_a_name_stays() -> None:
    assert texts(lines("Wij wonen in de wijk Noord-", "Oost van de stad.")) == [
        "Wij wonen in de wijk Noord-\nOost van de stad."
    ]


def test_columns_are_read_one_after_the_other() -> None:
    left = lines("De linkerkolom leest u", "eerst en helemaal.", left=60)
    right = lines("De rechterkolom leest u", "daarna pas.", left=330)
    assert texts([*left, *right]) == [
        "De linkerkolom leest u\neerst en helemaal.",
        "De rechterkolom leest u\ndaarna pas.",
    ]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [
            (70, 40, "Gemeente Ons Dorp"),
            *lines(f"Dit is de tekst van deel {word}."),
            (280, 815, f"Pagina {number} van 2"),
        ]
        for number, word in ((1, "een"), (2, "twee"))
    ]
    assert texts(*pages) == ["Dit is de tekst van deel een.", "Dit is de tekst van deel twee."]


def test_a_sentence_goes_on_over_the_page() -> None:
    first, second = lines("U krijgt van ons nog deze"), lines("maand een brief.", top=100)
    assert texts(first, second) == ["U krijgt van ons nog deze\nmaand een brief."]


def test_a_scan_says_that_it_is_one() -> None:
    with pytest.raises(DocumentError, match="alleen beeld"):
        pdf.read(written([]))


def test_characters_that_a_pdf_escapes() -> None:
    assert texts(lines("Het kost € 12 (per jaar) één keer.")) == ["Het kost € 12 (per jaar) één keer."]
