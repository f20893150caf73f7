"""Sentences cut into clauses: where one ends, what kind it is, who is its subject and how it is told."""

import pytest

from schrijfhulp import Engine
from schrijfhulp.dutch.clauses import Clause, clauses
from schrijfhulp.dutch.parsing import parse


def cut(engine: Engine, text: str) -> list[Clause]:
    return list(clauses(next(parse(engine.nlp, [(text, "paragraph")])).sentences[0]))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Als u niet betaalt, sturen wij een brief.", ["condition", "main"]),
        ("Leidt dit niet tot betaling, dan volgt een dwangbevel.", ["condition", "main"]),
        ("Wie sluikstort, krijgt een boete van 250 euro.", ["condition", "main"]),
        ("Als u uw kind zonder toestemming thuishoudt, bent u strafbaar.", ["condition", "main"]),
        ("De raad wil het parkeertarief verhogen, want de binnenstad slibt dicht.", ["main", "reason"]),
        ("Wij garanderen dat uw gegevens niet aan derden worden gegeven.", ["main", "content"]),
        ("Wij bellen u om een afspraak te maken.", ["main", "purpose"]),
    ],
)
def test_clauses_and_their_kinds(engine: Engine, text: str, kinds: list[str]) -> None:
    assert [clause.kind for clause in cut(engine, text)] == kinds


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Meld je aan voor de wandeling.", "command"),
        ("Meld u aan voor de wandeling.", "command"),
        ("Stuur ze naar ons.", "command"),
        ("U meldt zich aan.", "statement"),
        ("Meldt u zich aan?", "question"),
    ],
)
def test_the_mood_of_a_clause(engine: Engine, text: str, mood: str) -> None:
    assert cut(engine, text)[0].mood == mood


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("De aangifte moet u schriftelijk doen.", "u"),
        ("Met u en uw familie bespreken wij welke zorg past.", "wij"),
        ("Samen met u onderzoeken we welke oplossing het best past.", "we"),
        ("De gemeente betaalt het bedrag terug.", "gemeente"),
    ],
)
def test_the_subject_of_a_clause(engine: Engine, text: str, subject: str) -> None:
    assert cut(engine, text)[0].subjects[0].text == subject


def test_a_coordinated_verb_shares_its_subject(engine: Engine) -> None:
    last = cut(engine, "Wij passen het ontwerp aan en tonen u het resultaat in september.")[-1]
    assert [token.text for token in last.subjects] == ["Wij"]


@pytest.mark.parametrize(
    ("text", "past", "perfect"),
    [
        ("De raad besloot de brug te sluiten.", True, False),
        ("De raad heeft besloten de brug te sluiten.", False, True),
        ("Uw aanvraag is verstuurd.", False, True),
        ("Wij herplanten de haag in het najaar.", False, False),  # tagged as past, which this form cannot be
    ],
)
def test_how_a_clause_is_told(engine: Engine, text: str, past: bool, perfect: bool) -> None:
    clause = cut(engine, text)[0]
    assert (clause.past, clause.perfect) == (past, perfect)
