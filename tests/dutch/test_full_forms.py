"""Forms that were worked out beforehand are those that the rules of inflection give."""

import json

from schrijfhulp.dutch import full_forms, inflection
from training.forms import worked_out


def test_the_file_is_what_the_rules_of_inflection_give() -> None:
    stored = json.loads(full_forms.FILE.read_text(encoding="utf8"))
    assert stored == worked_out(), "draai `python -m training.forms`: de regels noemen andere woorden"


def test_a_stored_verb_has_all_its_slots() -> None:
    assert full_forms.verb_forms("beslissen") == inflection.forms("beslissen")
    assert full_forms.verb_forms("beslissen")["besliste"] == {"past_sg", "participle_inflected"}


def test_a_word_that_no_rule_names_is_inflected() -> None:
    assert full_forms.verb_forms("zwemmen")["zwom"] == {"past_sg"}
    assert full_forms.plurals("zwembad") == ("zwembaden",)
