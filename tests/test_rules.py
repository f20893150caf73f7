"""Every example of every rule holds."""

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
