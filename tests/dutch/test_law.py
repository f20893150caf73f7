"""What counts as a legal ground: one answer for rules and for speech acts."""

import pytest

from schrijfhulp import Engine
from schrijfhulp.dutch.law import has_legal_ground
from schrijfhulp.dutch.parsing import parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U moet dit melden op grond van artikel 17.", True),
        ("U moet dit melden volgens de Participatiewet.", True),
        ("U bent wettelijk verplicht dit te melden.", True),
        ("De wet zegt dat u dit meldt.", True),
        ("Krachtens de verordening betaalt u leges.", True),
        ("U moet dit melden. Zo staat het in de Awb.", True),
        ("Op grond van uw inkomen krijgt u een toeslag.", False),
        ("U moet dit melden. Dat kan online. De wet eist het.", False),
        ("Artikelen over sport staan op bladzijde vijf.", False),
    ],
)
def test_a_legal_ground(engine: Engine, text: str, expected: bool) -> None:
    [parsed] = parse(engine.nlp, [(text, "paragraph")])
    assert has_legal_ground(parsed, parsed.sentences[0]) == expected
