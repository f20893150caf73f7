"""Every example of every rule holds."""

from typing import get_args

import pytest

from schrijfhulp import Engine, examples, rulebook

RULES = rulebook.load().rules
EXAMPLES = [(rule, example) for rule in RULES.values() for example in rule.examples]


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule.key}: {example.bad or example.ok}"[:100] for rule, example in EXAMPLES]
)
def test_example_holds(engine: Engine, rule: rulebook.Rule, example: rulebook.Example) -> None:
    assert examples.check(engine, rule, example) is None


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_has_enough_examples_of_both_kinds(rule: rulebook.Rule) -> None:
    bad = [example for example in rule.examples if example.bad]
    assert len(bad) >= 3
    assert len(rule.examples) - len(bad) >= 3


def test_an_entry_stands_in_one_rule_only() -> None:
    homes: dict[str, str] = {}
    for rule in RULES.values():
        for word_class in get_args(rulebook.WordClass):
            for entry in rule.replacements(word_class):
                word = entry.replace("|", "").lower()
                assert homes.setdefault(word, rule.key) == rule.key, f"‘{entry}’ stands in {homes[word]} and {rule.key}"
