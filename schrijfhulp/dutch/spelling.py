"""Dutch spelling: open and closed syllables, voiced endings, trema, capitals; and the word tables in `data`."""

import re
from collections.abc import Collection, Mapping
from functools import cache

import tomli

from schrijfhulp.resources import PACKAGE

Row = tuple[str, ...]

VOWELS = "aeiouyáàâäéèêëíïóöúü"
# A single vowel letter before a single consonant letter, at the end: "kat", "neem" without its second e.
_SHORT = re.compile(rf"(?:^|[^{VOWELS}]|qu|u(?=e))([aeou])([^{VOWELS}wxjh'-])$")
_SHORT_ANY = re.compile(rf"(?:^|[^{VOWELS}]|qu)[aeiou]([^{VOWELS}wxjh'-])$")
_LONG = re.compile(rf"(aa|ee|oo|uu)([^{VOWELS}])$")
_LONG_OR_DIPHTHONG = re.compile(r"(?:aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au)[sf]$")

_SHORT_FIRST = frozenset({"af", "in", "na", "om", "op"})


@cache
def _file(name: str) -> Mapping[str, object]:
    with (PACKAGE / "dutch" / "data" / f"{name}.toml").open("rb") as file:
        return tomli.load(file)


@cache
def words(file: str, name: str) -> frozenset[str]:
    """The words of the list `name` in `data/<file>.toml`."""
    return frozenset(str(_file(file)[name]).split())


@cache
def rows(file: str, name: str) -> Mapping[str, Row]:
    """The rows of the list `name` in `data/<file>.toml`, by their first column."""
    split = (line.split() for line in str(_file(file)[name]).splitlines())
    return {first: tuple(rest) for first, *rest in filter(None, split)}


@cache
def tables(file: str, name: str) -> Mapping[str, Mapping[str, str]]:
    """The tables under `name` in `data/<file>.toml`."""
    found = _file(file)[name]
    assert isinstance(found, dict)
    return found


def syllables(word: str) -> int:
    """About how many syllables: runs of vowels, where a trema begins a new one."""
    runs = re.findall(r"[ëïöü][aeiou]?|[aeiouyáàâäéèêíóú]+", word.lower().replace("ij", "y"))
    return len(runs) + bool(re.search(r"(?:[aeou]i|ij)e[lmnr]d?$", word))  # "roeier"


def closed(stem: str, *, stressed: bool = True) -> str:
    """A stem without what followed it: `nem` -> `neem`, `pakk` -> `pak`, `leid` as it is; the end made voiceless."""
    if len(stem) > 1 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        stem = stem[:-1]
    elif stressed and stem.endswith("ër"):
        stem = stem[:-2] + ("eer" if stem.endswith("iër") else "ëer")
    elif stressed and (found := _SHORT.search(stem)):
        stem = f"{stem[: found.start(1)]}{found[1] * 2}{found[2]}"
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1:], stem[-1:])


def opened(word: str, *, stressed: bool = True) -> str:
    """A word as it stands before a vowel: `boom` -> `bom`, `kat` -> `katt`, `officieel` -> `officiël`."""
    if word.endswith("ieel"):
        return word[:-3] + "ël"
    if _LONG.search(word):
        return word[:-2] + word[-1]
    if word.endswith("ëel"):
        return word[:-2] + word[-1]
    return word + word[-1] if stressed and _SHORT_ANY.search(word) else word


def voiced(word: str) -> str:
    """`brief` -> `briev`, `huis` -> `huiz`, `wolf` -> `wolv`: where a long sound comes before; else as it is."""
    if _LONG_OR_DIPHTHONG.search(word) or re.search("[lr]f$", word):
        return word[:-1] + {"f": "v", "s": "z"}[word[-1]]
    return word


def after_e(word: str, prefix: str) -> str:
    """A prefix that ends in -e before a word, with a trema where vowels would melt: `geëist`, `geïnd`, `geuit`."""
    if re.match(r"e|i(?!j)|u(?!i)", word):
        word = {"e": "ë", "i": "ï", "u": "ü"}[word[0]] + word[1:]
    return prefix + word


def last_part(word: str, known: Collection[str]) -> str | None:
    """The longest known word that a compound ends with: `gemeentehuis` -> `huis`.

    A first part has three letters and a vowel, or is a word like `op`. A last part has three letters.
    """
    for at in range(2, len(word) - 2):
        if word[at:] in known and (word[:at] in _SHORT_FIRST or (at > 2 and re.search(f"[{VOWELS}]", word[:at]))):
            return word[at:]
    return None


def like(model: str, word: str) -> str:
    """`word` with the capitals of `model`: all, a first one (`IJ` for `ij`), or as it is."""
    letters = [letter for letter in model if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters) and letters != ["I", "J"]:
        return word.upper()
    if letters and letters[0].isupper():
        at = next((index for index, letter in enumerate(word) if letter.isalpha()), len(word))
        size = 2 if word[at : at + 2].lower() == "ij" else 1
        return word[:at] + word[at : at + size].upper() + word[at + size :]
    return word
