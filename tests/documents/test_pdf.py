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
    assert texts(page) == ["Wij hebben uw aanvraag gelezen en wij geven u de vergunning.", "U kunt beginnen."]


def test_a_broken_word_is_whole_again() -> None:
    assert texts(lines("Vraag op tijd een vergun-", "ning aan bij de gemeente.")) == [
        "Vraag op tijd een vergunning aan bij de gemeente."
    ]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Wij wonen in Noord-", "Oost van de stad.", "Wij wonen in Noord-Oost van de stad."),
        ("Voor de jaren 2021-", "2026 is er geld.", "Voor de jaren 2021-2026 is er geld."),
        ("Dat zijn niet-", "subsidiabele kosten.", "Dat zijn niet-subsidiabele kosten."),
        ("Wij gebruiken AI-", "systemen.", "Wij gebruiken AI-systemen."),
        ("U kunt per e-", "mail reageren.", "U kunt per e-mail reageren."),
        ("Er zijn voor-", "en nadelen.", "Er zijn voor- en nadelen."),
        ("De oud-minister en de oud-", "minister zijn er.", "De oud-minister en de oud-minister zijn er."),
        ("De wet- en regelgeving over re-", "gelgeving.", "De wet- en regelgeving over regelgeving."),
    ],
)
def test_a_hyphen_of_the_word_itself_stays(first: str, second: str, joined: str) -> None:
    assert texts(lines(first, second)) == [joined]


def test_a_line_that_ended_on_purpose_ends_its_paragraph() -> None:
    page = lines(
        "Beste bewoner",
        "Wij maken uw straat opnieuw en daarvoor is de straat in mei en juni een tijd dicht en dan",
        "kunt u niet met de auto bij uw huis komen, maar wel met de fiets en lopend.",
        "Wat betekent dat voor u?",
        "U parkeert in de straat hiernaast en daar is plaats voor alle auto's van uw straat samen.",
    )
    assert texts(page) == [
        "Beste bewoner",
        "Wij maken uw straat opnieuw en daarvoor is de straat in mei en juni een tijd dicht en dan "
        "kunt u niet met de auto bij uw huis komen, maar wel met de fiets en lopend.",
        "Wat betekent dat voor u?",
        "U parkeert in de straat hiernaast en daar is plaats voor alle auto's van uw straat samen.",
    ]


def test_a_signature_is_no_prose() -> None:
    first = lines("Wij bellen u deze week.", "Met vriendelijke groet,")
    second = lines("namens burgemeester en wethouders,", "Jan de Vries", top=100)
    assert [kind for kind, _, _ in shown(pdf.read(written(first, second)))] == ["paragraph", "skip", "skip"]


def test_columns_are_read_one_after_the_other() -> None:
    left = lines("De linkerkolom leest u", "eerst en helemaal.", left=60)
    right = lines("De rechterkolom leest u", "daarna pas.", left=330)
    assert texts([*left, *right]) == [
        "De linkerkolom leest u eerst en helemaal.",
        "De rechterkolom leest u daarna pas.",
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
    assert texts(first, second) == ["U krijgt van ons nog deze maand een brief."]


def test_cells_of_a_table_are_apart() -> None:
    page = [*lines("Paspoort", "Rijbewijs", left=60), *lines("85 euro", "55 euro", left=125)]
    assert texts(page) == ["Paspoort", "Rijbewijs", "85 euro", "55 euro"]


def test_a_document_that_breaks_no_words_has_hyphens_of_its_own() -> None:
    calm = [(70, 100 + 13 * number, f"Dit is regel {number} van de brief.") for number in range(40)]
    assert texts([*calm, *lines("Wij gaan over de nieuw-", "zuidelijke lijn.", top=700)])[-1].endswith(
        "de nieuw-zuidelijke lijn."
    )


def test_marks_of_notes_are_no_text() -> None:
    noted = [(70, 200, "Wij betalen in juni.", 11), (160, 196, "1", 6)]
    squared = [(70, 300, "Het huis is 80 m", 11), (149, 296, "2", 6)]
    assert texts([*noted, *squared]) == ["Wij betalen in juni.", "Het huis is 80 m2"]


def test_a_scan_says_that_it_is_one() -> None:
    with pytest.raises(DocumentError, match="alleen beeld"):
        pdf.read(written([]))


def test_characters_that_a_pdf_escapes() -> None:
    assert texts(lines("Het kost € 12 (per jaar) één keer.")) == ["Het kost € 12 (per jaar) één keer."]
