import re
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schrijfhulp.dutch import abbreviations
from schrijfhulp.dutch.abbreviations import (
    definitions,
    everyday,
    known,
    may_end_sentence,
    phrases,
    pointed,
)

DATA = Path(abbreviations.__file__).with_name("data")
RAW = tomllib.loads((DATA / "abbreviations.toml").read_text(encoding="utf-8"))


def test_the_data_is_large_enough_and_consistent() -> None:
    assert len(RAW["known"]) >= 420
    assert len(RAW["phrases"]) >= 150
    assert len(RAW["everyday"]) >= 200
    written = [short for name in ("everyday", "phrases", "known") for short in RAW[name]]
    assert len(written) == len(set(written)), "an abbreviation stands in one table"
    for name in ("end", "lower_only", "points_only"):
        assert set(RAW[name]) <= set(written), f"{name} names an abbreviation that no table has"
    assert all(short.endswith(".") for short in RAW["end"])
    assert all(wordings == [""] or (wordings and all(wordings)) for wordings in RAW["phrases"].values())
    assert all(meaning.strip() == meaning != "" for name in ("everyday", "known") for meaning in RAW[name].values())


def test_tables_do_not_overlap_after_other_spellings() -> None:
    assert not everyday() & known().keys()
    assert not everyday() & phrases().keys()
    assert not known().keys() & phrases().keys()


def test_no_known_name_is_a_roman_numeral_or_an_ordinary_word_in_capitals() -> None:
    assert not [short for short in known() if re.fullmatch("[IVX]+", short)]
    words = {"OP", "OF", "EN", "DE", "HET", "EEN", "WIJ", "WET", "WIL", "WEL", "WAS", "MEE", "MET", "PAS", "ZIN", "VIA"}
    assert not words & known().keys()


@pytest.mark.parametrize(
    ("short", "meaning"),
    [
        ("Awb", "Algemene wet bestuursrecht"),
        ("AWB", "Algemene wet bestuursrecht"),
        ("pgb", "persoonsgebonden budget"),
        ("PGB", "persoonsgebonden budget"),
        ("UWV", "Uitvoeringsinstituut Werknemersverzekeringen"),
        ("B en W", "burgemeester en wethouders"),
        ("WRO", "Wet op de Ruimtelijke Ordening"),
        ("Wro", "Wet ruimtelijke ordening"),
        ("OCMW", "openbaar centrum voor maatschappelijk welzijn"),
        ("WO", "wetenschappelijk onderwijs"),
    ],
)
def test_known(short: str, meaning: str) -> None:
    assert known()[short] == meaning


@pytest.mark.parametrize("short", ["wia", "awb", "km", "EU", "DigiD", "d.m.v.", "wo"])
def test_not_known(short: str) -> None:
    assert short not in known()


@pytest.mark.parametrize(
    "short",
    [
        "km",
        "cm",
        "tv",
        "TV",
        "EU",
        "VS",
        "NL",
        "nr.",
        "tel.",
        "bijv.",
        "enz.",
        "dr.",
        "pdf",
        "PDF",
        "btw",
        "BTW",
        "€",
        "A4",
    ],
)
def test_everyday(short: str) -> None:
    assert short in everyday()


@pytest.mark.parametrize(
    ("short", "first"),
    [
        ("d.m.v.", "door middel van"),
        ("dmv", "door middel van"),
        ("mbt", "met betrekking tot"),
        ("ihkv", "in het kader van"),
        ("zsm", "zo snel mogelijk"),
        ("aub", "alstublieft"),
        ("p/a", "per adres"),
        ("c.q.", "of"),
        ("t.a.v.", "voor"),
        ("tav", "voor"),
    ],
)
def test_phrases(short: str, first: str) -> None:
    assert phrases()[short][0] == first


@pytest.mark.parametrize("word", ["tem", "tap", "von", "as", "pa", "mi", "ed"])
def test_a_word_is_not_an_abbreviation_without_points(word: str) -> None:
    assert word not in phrases()
    assert word not in known()


def test_pointed_has_capitalised_variants_but_no_names_or_words() -> None:
    assert {
        "d.m.v.",
        "D.m.v.",
        "m.b.t.",
        "M.b.t.",
        "jan.",
        "max.",
        "art.",
        "Art.",
        "Stb.",
        "m.e.r.",
        "B.V.",
    } <= pointed()
    assert not {"Jan.", "Max.", "Ed.", "zo.", "Zo.", "u.", "pers.", "dmv", "Awb"} & pointed()
    assert all("." in short for short in pointed())


@pytest.mark.parametrize(
    "short", ["etc.", "enz.", "Enz.", "e.d.", "o.i.d.", "n.v.t.", "a.u.b.", "jl.", "B.V.", "Awb", "Jan."]
)
def test_may_end_a_sentence(short: str) -> None:
    assert may_end_sentence(short)


@pytest.mark.parametrize(
    "short", ["d.m.v.", "D.m.v.", "art.", "nr.", "blz.", "mr.", "Mr.", "dr.", "t.a.v.", "ca.", "Stb."]
)
def test_never_ends_a_sentence(short: str) -> None:
    assert not may_end_sentence(short)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("De Algemene wet bestuursrecht (Awb) geldt. De Awb is streng.", "Awb"),
        ("Dit staat in de Awb (Algemene wet bestuursrecht).", "Awb"),
        ("Wij passen de Algemene wet bestuursrecht, hierna: Awb, toe.", "Awb"),
        ("de Algemene wet bestuursrecht (hierna: de Awb)", "Awb"),
        ("de Algemene wet bestuursrecht (hierna te noemen: ‘de Awb’)", "Awb"),
        ("de Algemene wet bestuursrecht (hierna Awb)", "Awb"),
        ("de Algemene wet\nbestuursrecht (Awb)", "Awb"),
        ("de Algemene wet bestuursrecht, afgekort Awb. Die wet …", "Awb"),
        ("Wij vragen het Uitvoeringsinstituut Werknemersverzekeringen (UWV) om advies.", "UWV"),
        ("UWV staat voor Uitvoeringsinstituut Werknemersverzekeringen.", "UWV"),
        ("De Wet maatschappelijke ondersteuning 2015 (Wmo 2015) regelt hulp.", "Wmo"),
        ("een persoonsgebonden budget (pgb)", "pgb"),
        ("het pgb (persoonsgebonden budget)", "pgb"),
        ("buitengewoon opsporingsambtenaren (boa's)", "boa"),
        ("de boa’s (buitengewoon opsporingsambtenaren)", "boa"),
        ("het college van burgemeester en wethouders (B&W)", "B&W"),
        ("het college van burgemeester en wethouders (B en W)", "B en W"),
        ("de onroerendezaakbelasting (ozb)", "ozb"),
        ("de Dienst Regionale Beekdalen (DRB, het loket)", "DRB"),
        ("de Rijksdienst voor Ondernemend Nederland [RVO]", "RVO"),
        ("de gemeentelijke gezondheidsdienst, ofwel de GGD", "GGD"),
        ("de Dienst Oost-Vallei (ook wel: DOV)", "DOV"),
        ("Begrippen\nAwb: Algemene wet bestuursrecht\nBRP: Basisregistratie Personen\n", "BRP"),
        ("- BRP = Basisregistratie Personen", "BRP"),
        ("BRP\tBasisregistratie Personen", "BRP"),
        ("de milieueffectrapportage (m.e.r.)", "m.e.r."),
        ("een onderzoek naar de gevolgen voor de privacy (DPIA)", "DPIA"),
    ],
)
def test_explained(text: str, short: str) -> None:
    assert short in definitions(text)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("De Awb geldt. Dit is het bestuursrecht.", "Awb"),
        ("Jan de Vries (UWV) belt u morgen.", "UWV"),
        ("Bel de arts (GGD) of uw huisarts.", "GGD"),
        ("Het UWV (zie de bijlage) beslist.", "UWV"),
        ("Het UWV: dat is een dienst.", "UWV"),
        ("Verder UWV en gemeente.", "UWV"),
        ("De WIA (de wet van 2006) geldt.", "WIA"),
        ("De algemene wet bestuursrecht (Awb)", "AWB"),
        ("Wij sturen de stukken (AVG). Algemene verordening gegevensbescherming.", "AVG"),
        ("", "Awb"),
    ],
)
def test_not_explained(text: str, short: str) -> None:
    assert short not in definitions(text)


def test_definitions_gives_the_place_of_the_first_explanation() -> None:
    text = (
        "Awb? De Algemene wet bestuursrecht (Awb), het pgb (persoonsgebonden budget), Awb (Algemene wet bestuursrecht)."
    )
    found = definitions(text)
    assert set(found) == {"Awb", "pgb"}
    assert found["Awb"] == text.index("(Awb") + 1
    assert found["pgb"] == text.index("pgb")


_PIECES = st.sampled_from(
    [
        "(",
        ")",
        "[",
        "Awb",
        "hierna",
        ":",
        " ",
        "\n",
        "\t",
        "Algemene wet bestuursrecht",
        "B en W",
        "ofwel",
        "’s",
        ".",
        "‘",
        "ß",
        "İ",
    ]
)


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=40).map("".join)))
def test_every_definition_stands_in_the_text_where_it_says(text: str) -> None:
    for short, offset in definitions(text).items():
        assert text.startswith(short, offset)


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "a",
        "(a",
        "(Awb) ",
        "Awb: ",
        "hierna: ",
        "hierna ",
        "ofwel de ",
        "\n",
        "\t",
        " ",
        "a.",
        "UWV betekent ",
        "a&",
        "A en ",
        "’s(",
    ],
)
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    text = (piece * 60_000)[:60_000]
    start = time.process_time()
    definitions(text)
    assert time.process_time() - start < 6, "seconds for 60 000 code points: more than linear"


def test_laws_are_clean_names() -> None:
    laws = (DATA / "laws.txt").read_text(encoding="utf-8").splitlines()
    assert len(laws) >= 250
    assert laws == sorted(set(laws))
    assert all(law == " ".join(law.split()) and law[0].isupper() for law in laws)
    assert {
        "Algemene wet bestuursrecht",
        "Wet maatschappelijke ondersteuning 2015",
        "Participatiewet",
        "Omgevingswet",
    } <= set(laws)
    assert {
        "Gemeentewet",
        "Wet open overheid",
        "Burgerlijk Wetboek",
        "Huisvestingswet",
        "Decreet lokaal bestuur",
    } <= set(laws)
