"""Blocks are parsed so that every token knows its place and sentences end where they end."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schrijfhulp import Engine
from schrijfhulp.dutch.parsing import Parsed, parse, tokenize


def parsed(engine: Engine, text: str) -> Parsed:
    return next(parse(engine.nlp, [(text, "paragraph")]))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Stuur het d.m.v. het formulier. Wij bellen u.", 2),
        ("Zie art. 4, lid 2, o.a. nr. 5. Daarna beslissen wij.", 2),
        ("De heer dr. J. de Vries belt u. Hij is er om 9.30 uur.", 2),
        ("U betaalt € 1.250,50 vóór 1-7-2024. Daarna niet meer.", 2),
        ("Wij vragen i.v.m. de vakantie, m.b.t. het plan en t.a.v. de kosten om geduld.", 1),
        ("Ga naar www.duo.nl/x.jsp. Of mail info@duo.nl.", 2),
        ("Waarom? Omdat het moet! Dat is zo.", 3),
        ("“Dat kan niet.” Zo zei hij het.", 2),
        ("Beste [NAAM], u krijgt … euro. Dat is alles.", 2),
        ("Wij hebben uw brief\nvan 3 mei\nontvangen. U krijgt\nantwoord.", 2),
        ("Het is klaar 😀. Wij bellen u.", 2),
    ],
)
def test_sentences(engine: Engine, text: str, count: int) -> None:
    assert len(parsed(engine, text).sentences) == count


def test_a_token_knows_its_place_behind_line_ends_and_soft_hyphens(engine: Engine) -> None:
    text = "Wij  vra\u00adgen\r\nu dit."
    found = parsed(engine, text)
    assert [token.text for token in found.doc] == ["Wij", "vragen", "u", "dit", "."]
    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == [
        "Wij",
        "vra\u00adgen",
        "u",
        "dit",
        ".",
    ]
    assert found.place(found.doc[1], found.doc[2]) == (5, 15)
    assert list(found.tokens_in(5, 15)) == [1, 2]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120))
def test_tokens_cover_all_but_white_space(engine: Engine, text: str) -> None:
    _, starts, ends = tokenize(engine.nlp, text)
    assert list(starts) == sorted(starts)
    assert all(start < end for start, end in zip(starts, ends, strict=True))
    covered = {index for start, end in zip(starts, ends, strict=True) for index in range(start, end)}
    assert all(
        text[index].isspace() or text[index] in "\u00ad\u200b\u2060\ufeff" for index in set(range(len(text))) - covered
    )


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("Er staat “middels een brief” in.", ["“", "middels", "een", "brief", "”"]),
        ("Het woord ‘middels’ is oud.", ["‘", "middels", "’"]),
        ("Hij zei: 'nee'.", ["'", "nee", "'"]),
        ("Mail info@gemeente.nl vandaag.", ["info@gemeente.nl"]),
        ("Neem de foto's en auto’s mee.", []),
    ],
)
def test_what_is_quoted(engine: Engine, text: str, quiet: list[str]) -> None:
    found = parsed(engine, text)
    assert [found.doc[index].text for index in sorted(found.quoted)] == quiet


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dat staat in de Algemene wet bestuursrecht sinds 1994.", "Algemene wet bestuursrecht"),
        ("Wij volgen het Besluit bekostiging onderwijs en bellen u.", "Besluit bekostiging onderwijs"),
        ("De afdeling Integrale Veiligheid belt u.", "Integrale Veiligheid"),
    ],
)
def test_what_is_a_name(engine: Engine, text: str, name: str) -> None:
    found = parsed(engine, text)
    assert set(name.split()) <= {found.doc[index].text for index in found.named}
