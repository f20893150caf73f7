"""Work out the forms of all words that the rules name, so that no start needs to: `python -m training.forms`.

Writes `schrijfhulp/dutch/data/forms.json`. A word that it lacks is inflected when it is asked for; a test fails when the
rules have changed and this must run again.
"""

import json
from collections.abc import Iterator
from itertools import chain

from schrijfhulp import steering
from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.full_forms import FILE, Forms, letters
from schrijfhulp.resources import path
from schrijfhulp.rewriting.phrases import phrase
from schrijfhulp.rulebook import load


def main() -> None:
    FILE.write_text(json.dumps(worked_out(), ensure_ascii=False, indent=0) + "\n", encoding="utf8")


def worked_out() -> Forms:
    """The forms by the rules of inflection."""
    rules = load().rules.values()
    named = chain(*(_verbs(key) for rule in rules for key in rule.replacements("verb")))
    return {
        "verbs": {
            verb: {form: letters(slots) for form, slots in inflection.forms(verb).items()}
            for verb in sorted({*named, *_verbs_of_acts()})
        },
        "plurals": {
            noun: list(inflection.plurals(noun))
            for noun in sorted({key for rule in rules for key in rule.replacements("noun")})
        },
    }


def _verbs(headword: str) -> Iterator[str]:
    found = phrase(headword)
    yield found.verb
    if found.particle:
        yield found.infinitive


def _verbs_of_acts() -> Iterator[str]:
    for pattern in steering.load(path("rules")).patterns:
        for verb in pattern.verbs:
            yield from {verb, verb.rpartition("|")[2]}


if __name__ == "__main__":
    main()
