"""The rules as pages: a list to search, and a page for each. All they say comes from the rule files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, render_template, request
from markupsafe import Markup

from schrijfhulp.examples import unbraced
from schrijfhulp.output.marking import Element, marked
from schrijfhulp.output.words import entries, messages
from schrijfhulp.rulebook import Rule
from schrijfhulp.server.service import service

EXAMPLES = 6  # a word rule has dozens; its words say the rest

rule_pages = Blueprint("rules", __name__, url_prefix="/regels")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A rule in the list, and the words of it that were searched for."""

    rule: Rule
    words: Sequence[tuple[str, str]]


@rule_pages.get("")
def index() -> str:
    """All rules by category, or those that say something about what is searched for."""
    query = " ".join(request.args.get("zoek", "").split())
    groups: dict[str, list[Hit]] = {}
    for rule in _rules().values():
        if hit := _hit(rule, query.casefold()):
            groups.setdefault(rule.category, []).append(hit)
    return render_template("rules.html", groups=groups, query=query)


@rule_pages.get("/<category>/<name>")
def page(category: str, name: str) -> str:
    """One rule: what, why, bad and better, source, words."""
    rule = _rules().get(f"{category}/{name}") or abort(404)
    better = [(_marked(rule, example.bad), example.good) for example in rule.examples if example.bad is not None]
    better.sort(key=lambda pair: pair[1] is None)  # those that show how to do it come first
    fine = [example.ok for example in rule.examples if example.ok is not None]
    return render_template(
        "rule.html",
        rule=rule,
        messages=messages(rule),
        better=better[:EXAMPLES],
        fine=fine[:EXAMPLES],
        words=entries(rule),
    )


def _rules() -> Mapping[str, Rule]:
    return service().engine.rulebook.rules


def _hit(rule: Rule, query: str) -> Hit | None:
    """The rule when it is about the query; every rule is about an empty one."""
    words = [entry for entry in entries(rule) if query and query in entry[0].casefold()]
    if words or any(query in text.casefold() for text in (rule.key, rule.title, rule.why)):
        return Hit(rule=rule, words=words)
    return None


def _marked(rule: Rule, bad: str) -> Markup:
    """A bad example with what is reported marked."""
    text, places = unbraced(bad)
    look = {"class": f"vondst vondst--{rule.category} vondst--{rule.severity}"}
    marks = [Element(tag="mark", start=start, end=end, attributes=look) for start, end in places]
    return marked(text, 0, len(text), marks)
