"""What a rule says in words and lists, for every view of it."""

import re
from collections.abc import Sequence

from schrijfhulp.rulebook import Rule

GAP = re.compile(r"\{[^}]*\}")


def messages(rule: Rule) -> Sequence[str]:
    """The messages of a rule, with an ellipsis for what the text fills in."""
    return list(dict.fromkeys(GAP.sub("…", message) for message in (rule.message, *rule.messages.values())))


def entries(rule: Rule) -> Sequence[tuple[str, str]]:
    """The words and phrases of a rule, in order, with what to write instead."""
    found: list[tuple[str, str]] = []
    for word_class in ("fixed", "verb", "noun", "adjective"):
        for word, advice in rule.replacements(word_class).items():
            found.append((_plain(word), ", ".join(map(_plain, advice)) or _plain(rule.notes.get(word, "–"))))
    return sorted(found, key=lambda entry: entry[0].casefold())


def _plain(word: str) -> str:
    """The word without the stroke that marks the separable part of a verb."""
    return word.replace("|", "")
