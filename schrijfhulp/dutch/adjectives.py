"""Dutch adjectives: with and without -e, degrees of comparison, agreement with a noun."""

import re
from collections.abc import Callable, Mapping

from schrijfhulp.dutch.nouns import Gender
from schrijfhulp.dutch.spelling import VOWELS, closed, like, opened, rows, syllables, voiced, words

_SCHWA = re.compile(r"(?:[^eio]|[aeou]i|ij)(?:el|em|en|er)$|[^e]ig$")
_LONG_VOWEL_END = re.compile(r"(?:ij|ei|ui|aai|ooi|oei|auw)$")


def inflected(adjective: str) -> str:
    """The form with -e: `grote`, `lieve`, `officiële`; the same form if it has none (`gratis`, `open`, `houten`)."""
    base = adjective.lower()
    if row := rows("adjectives", "irregular").get(base):
        return adjective[:1] + row[0][1:]
    if base in words("adjectives", "indeclinable") or _ends_without_e(base):
        return adjective
    if base.endswith(("ee", "oe")):
        return adjective + "ë"
    return _before_vowel(adjective, base) + "e"


def _ends_without_e(base: str) -> bool:
    if base.endswith(("ee", "oe")) or _LONG_VOWEL_END.search(base):
        return False
    schwa_en = re.search(r"(?:[^eioa]|[ao]ei|ui|ij|eei|ë)en$|ën$", base) and syllables(base) > 1
    return bool(schwa_en) or base[-1:] in VOWELS or not base[-1:].isalpha()


def _before_vowel(adjective: str, base: str) -> str:
    schwa = (
        syllables(base) > 1
        and bool(_SCHWA.search(base))
        and not base.endswith(tuple(words("adjectives", "stressed_el")))
    )
    stem = opened(adjective, stressed=not schwa)
    keeps_s = base.endswith("ees") or base in words("adjectives", "voiceless") or adjective[:1].isupper()
    if voiced(base) != base and not (base.endswith("s") and keeps_s):
        stem = stem[:-1] + {"f": "v", "s": "z"}[stem[-1]]
    return stem


def uninflected(adjective: str) -> str | None:
    """The form without -e of a form with or without it: `grote` -> `groot`; None if no base gives this form."""
    small = _uninflected(adjective.lower()) if adjective.istitle() else None
    return like(adjective, small) if small else _uninflected(adjective)


def _uninflected(adjective: str) -> str | None:
    same = words("adjectives", "on_e") | words("adjectives", "indeclinable")
    if not adjective.endswith(("e", "ë")) or adjective.lower() in same:
        return adjective
    stem = adjective[:-1]
    bases = [
        adjective[:1] + base[1:] for base, row in rows("adjectives", "irregular").items() if row[0] == adjective.lower()
    ]
    if stem.endswith("el") and syllables(stem) > 1:
        loose = any(stem.lower().endswith(word) for word in words("adjectives", "unstressed_el"))
        bases += [stem, closed(stem)] if loose else [closed(stem), stem]
    elif stem.endswith("iël"):
        bases += [stem[:-2] + "eel"]
    elif stem.endswith("ël"):
        bases += [stem[:-1] + "el"]
    elif stem.endswith(("er", "ig")) and syllables(stem) > 1:
        bases += [stem, closed(stem)]
    elif re.search(r"[ieuy][ao][^\Waeiouy]$", stem):
        bases += [closed(stem[:-1] + stem[-2:]), stem]  # "sociale", "grandioze"
    else:
        bases += [closed(stem), stem]
    return next((base for base in bases if inflected(base) == adjective), None)


def comparative(adjective: str) -> str:
    """`groter`, `duurder`, `beter`."""
    if row := rows("adjectives", "compared").get(adjective):
        return row[0]
    return adjective + "der" if adjective.endswith("r") else _before_vowel(adjective, adjective.lower()) + "er"


def superlative(adjective: str) -> str:
    """`grootst`, `best`; with `meest` after -st: `meest juist`."""
    if row := rows("adjectives", "compared").get(adjective):
        return row[1]
    if adjective.endswith("st"):
        return f"meest {adjective}"
    return adjective + ("t" if adjective.endswith("s") else "st")


def forms(adjective: str) -> Mapping[str, Callable[[str], str]]:
    """Every form of an adjective, each with what puts another adjective in that form: `complexere`, so `ingewikkeldere`."""
    makers: tuple[Callable[[str], str], ...] = (
        str,
        inflected,
        comparative,
        lambda other: comparative(other) + "e",
        superlative,
        lambda other: superlative(other) + "e",
    )
    return {make(adjective): make for make in reversed(makers)}  # the plainest wins where forms are alike


def agreeing(adjective: str, *, definite: bool, gender: Gender, plural: bool = False) -> str:
    """An adjective as it stands before a noun: `een groot huis`, but `het grote huis` and `grote huizen`."""
    return adjective if gender == "het" and not definite and not plural else inflected(adjective)
