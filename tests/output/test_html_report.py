"""The report as one HTML file."""

import pytest
from bs4 import BeautifulSoup, Tag

from schrijfhulp import Engine
from schrijfhulp.documents import read
from schrijfhulp.output import Format, lines
from schrijfhulp.output.places import Checked, checked

CALM = b"Wij helpen u graag. Wat vindt u van het plan? Denkt u met ons mee? Wij nodigen u uit."
STIFF = b"<h1>Brief</h1><p>Dat kan mid<b>dels</b> een brief &amp; een <i>schrijven</i>.</p>"


def texts(engine: Engine, *files: tuple[str, bytes]) -> list[Checked]:
    documents = [(name, read(data, name=name)) for name, data in files]
    return [checked(document, engine.check(document), engine.rulebook.rules, name=name) for name, document in documents]


def report(engine: Engine, *files: tuple[str, bytes]) -> BeautifulSoup:
    return BeautifulSoup("\n".join(lines(texts(engine, *files), Format.HTML)), "html.parser")


def words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_one_text_is_marked_in_its_plain_words(engine: Engine) -> None:
    page = report(engine, ("brief.html", STIFF))
    assert [words(mark) for mark in page.select("mark")] == ["middels", "een schrijven"]
    assert [words(heading) for heading in page.select("h2")] == ["brief.html"]
    assert page.select("title")[0].get_text() == "Schrijfadvies bij brief.html – Schrijfhulp"
    assert not page.select(".overzicht")


def test_it_needs_nothing_else(engine: Engine) -> None:
    page = report(engine, ("brief.html", STIFF), ("b.txt", CALM))
    assert not page.select("script, link, img, iframe, [src]")
    assert "url(http" not in page.select("style")[0].get_text()
    assert "@import" not in page.select("style")[0].get_text()


def test_several_texts_have_a_table_with_the_worst_first(engine: Engine) -> None:
    page = report(engine, ("goed.txt", CALM), ("stijf.html", STIFF))
    assert [words(row).split()[:4] for row in page.select(".overzicht tbody tr")] == [
        ["stijf.html", "0", "2", "0"],
        ["goed.txt", "0", "0", "0"],
    ]
    assert [words(heading) for heading in page.select("h2")] == ["2 teksten", "stijf.html", "goed.txt"]


def test_every_link_inside_leads_to_one_place(engine: Engine) -> None:
    page = report(engine, ("a.html", STIFF), ("b.html", STIFF), ("c.txt", CALM))
    ids = [str(element["id"]) for element in page.select("[id]")]
    assert len(ids) == len(set(ids))
    targets = {str(link["href"]) for link in page.select("a[href^='#']")}
    assert targets
    assert targets <= {f"#{name}" for name in ids}
    labels = {str(element["aria-labelledby"]) for element in page.select("[aria-labelledby]")}
    assert labels <= set(ids)


def test_measures_steering_and_acts_are_there(engine: Engine) -> None:
    page = report(engine, ("goed.txt", CALM))
    assert page.select(".balans__zone")
    assert page.select(".balans__punt")
    assert "Vraag aan de lezer" in [words(cell) for cell in page.select("tbody th")]
    assert "woorden" in words(page.select(".cijfers")[0])


def test_a_rule_is_explained_once_and_leads_to_its_source(engine: Engine) -> None:
    page = report(engine, ("a.txt", b"Middels een brief. Indien u wilt, bellen wij."))
    assert [detail.has_attr("open") for detail in page.select(".noot details")] == [True, False]
    rule = engine.rulebook.rules["woordkeuze/ambtelijk-woord"]
    assert page.select(".noot details a")[0]["href"] == rule.source


@pytest.mark.parametrize("name", ["<script>.txt", 'a" onload="x.txt', "-"])
def test_names_and_texts_are_escaped(engine: Engine, name: str) -> None:
    page = report(engine, (name, b"Dat kan middels <script>alert(1)</script> of & zo."))
    assert not page.select("script, [onload]")
    assert words(page.select("h2")[0]) == ("Ingevoerde tekst" if name == "-" else name)


def test_without_texts_it_says_so(engine: Engine) -> None:
    assert "Er is geen tekst gelezen." in words(report(engine).select("main")[0])
