"""Dutch abbreviations: what they mean, how they end, and where a text explains them. Data: data/abbreviations.toml."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import dropwhile
from pathlib import Path
from types import MappingProxyType
from typing import Any

import tomli

_DATA = Path(__file__).with_name("data") / "abbreviations.toml"
_TABLES = ("everyday", "phrases", "known")
_POINTED_PHRASE = re.compile(r"(?:[a-z]\.){3,}")

# An abbreviation as it may stand in a text: Awb, B&W, B en W, m.e.r., DUS-I. Bounded, so that every scan is linear.
_SHORT = r"(?:[^\W\d_] (?:en|&) [^\W\d_]\b|[^\W_](?:[\w&./-]{0,14}[\w.])(?!\w))"
_OPEN, _CLOSE = "[\"'‘’“”„]?", "[\"'’”]?"
_THE = r"(?:(?:de|het|een)\s{1,3})?"
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,200})[)\]]")
_BRACKETED_SHORT = re.compile(
    rf"\s{{0,3}}(?P<named>(?:hierna|verder|voortaan|afgekort)\s{{1,3}})?{_OPEN}{_THE}{_OPEN}(?P<short>{_SHORT})"
    rf"(?:['’]s)?{_CLOSE}(?:\s{{1,3}}\d{{4}})?\s{{0,3}}(?:[,;]|$)"
)
_NAMED = re.compile(  # "hierna: de Awb", "verder te noemen ‘het UWV’": whatever follows is the name from here on
    r"\b(?:(?:hierna|verder|voortaan)(?:\s{0,3}:|\s{1,3}(?:te noemen|genoemd|aangeduid(?: als)?))"
    r"|(?:(?:hierna|verder|voortaan)\s{1,3})?afgekort(?: tot| als)?)"
    rf"\s{{0,3}}[:,]?\s{{1,3}}{_OPEN}{_THE}{_OPEN}(?P<short>{_SHORT})",
    re.IGNORECASE,
)
_ALSO = re.compile(  # "ofwel de GGD": only a name if it fits the words before it
    rf"\b(?:ook wel(?: bekend als| genoemd)?|oftewel|ofwel|kortweg)\s{{0,3}}:?\s{{1,3}}{_OPEN}{_THE}{_OPEN}"
    rf"(?P<short>{_SHORT})",
    re.IGNORECASE,
)
_MEANS = re.compile(  # "UWV staat voor …": the words that follow must fit
    r"\s{1,3}(?:staat voor|betekent|is (?:de|een) afkorting (?:van|voor)|is kort voor)\s"
    r"|,?\s{1,3}(?:oftewel|ofwel|voluit|dat is)\s",
    re.IGNORECASE,
)
_GLOSSED = re.compile(rf"^[ \t>*•–-]{{0,8}}(?P<short>{_SHORT})[ \t]{{0,3}}(?:[:=|\t]|[–—-][ \t])", re.MULTILINE)
_LAST_SHORT = re.compile(rf"(?<![\w&./-])(?P<short>{_SHORT})(?:['’]s)?{_CLOSE}\s{{0,3}}$")
_WORD = re.compile(r"[^\W_]+")
_CLAUSE_END = re.compile(r"[.;:!?()\[\]]|\n\s*\n")
_LEADING = {"de", "het", "een", "ofwel", "oftewel", "voluit", "dat", "is", "staat", "voor"}
TITLE = 14  # words of the longest name that an abbreviation may stand for
_REACH = 250  # code points that a written-out name may take


@cache
def everyday() -> frozenset[str]:
    """The abbreviations that an average reader knows (km, tv, btw), as spelled."""
    return frozenset(_tables()["everyday"])


@cache
def known() -> Mapping[str, str]:
    """Names and terms with their meaning: Awb gives Algemene wet bestuursrecht. Case-sensitive."""
    return MappingProxyType(_tables()["known"])


@cache
def phrases() -> Mapping[str, tuple[str, ...]]:
    """Phrases that can be written out in place, with the wordings that fit: d.m.v. gives door middel van, met, door.

    Lower case: a caller gives a sentence's first word back its capital.
    """
    return MappingProxyType({short: tuple(wordings) for short, wordings in _tables()["phrases"].items()})


@cache
def pointed() -> frozenset[str]:
    """Every abbreviation that has a full stop, also with a capital at the start of a sentence (D.m.v.)."""
    written = [short for table in _tables().values() for short in table if "." in short]
    return frozenset(written) | {_capital(short) for short in written if short not in _data()["lower_only"]}


def may_end_sentence(abbreviation: str) -> bool:
    """Whether the full stop of this abbreviation may also end a sentence. True for a word that is not in pointed()."""
    return abbreviation not in pointed() or abbreviation in _ends()


def definitions(text: str) -> Mapping[str, int]:
    """The abbreviations that the text explains, each with the offset where its first explanation names it. Linear time.

    Letters are matched to words as in Schwartz & Hearst (2003), with room for Dutch compounds (pgb).
    """
    found: dict[str, int] = {}
    for short, offset in sorted(_explanations(text), key=lambda pair: pair[1]):
        found.setdefault(short, offset)
    return found


def _explanations(text: str) -> Iterable[tuple[str, int]]:
    for bracket in _BRACKETED.finditer(text):
        if inner := _BRACKETED_SHORT.match(bracket[1]):
            short, offset = _found(inner)
            if inner["named"] or _fits(short, _before(text, bracket.start())):
                yield short, bracket.start(1) + offset
        if (outer := _last_short(text, bracket.start())) and _follows(outer[0], bracket[1]):
            yield outer
    for match in _NAMED.finditer(text):
        yield _found(match)
    for match in _ALSO.finditer(text):
        short, offset = _found(match)
        if _fits(short, _before(text, match.start())):
            yield short, offset
    for match in _MEANS.finditer(text):
        if (last := _last_short(text, match.start())) and _follows(last[0], text[match.end() : match.end() + _REACH]):
            yield last
    for match in _GLOSSED.finditer(text):
        short, offset = _found(match)
        if _follows(short, text[match.end() : match.end() + _REACH].lstrip(" \t|")):
            yield short, offset


def _found(match: re.Match[str]) -> tuple[str, int]:
    short = match["short"]
    return (short if short in pointed() else short.rstrip(".")), match.start("short")


def _last_short(text: str, end: int) -> tuple[str, int] | None:
    """The abbreviation that stands right before an offset, with its own offset."""
    start = max(0, end - 25)
    match = _LAST_SHORT.search(text[start:end])
    return (match["short"], start + match.start("short")) if match else None


def _before(text: str, end: int) -> list[str]:
    """The words of the clause that ends at an offset."""
    clause = text[max(0, end - _REACH) : end].rstrip(" \n,([")
    return _WORD.findall(_CLAUSE_END.split(clause)[-1])


def _fits(short: str, words: list[str]) -> bool:
    """Whether the last of these words can be what the abbreviation stands for."""
    if not _is_short(short):
        return False
    letters = _letters(short)
    near = words[-min(len(letters) + 5, 2 * len(letters)) :]
    return _spells(letters, near) or _spells(letters, _title(short, words)) or _is_known(short, words)


def _title(short: str, words: list[str]) -> list[str]:
    """The words from the last capital that the abbreviation begins with on: `Wet op de internationale bijstand … (WIB)`."""
    starts = [at for at, word in enumerate(words[-TITLE:]) if word[0] == short[0] and short[0].isupper()]
    return words[-TITLE:][starts[-1] :] if starts else []


def _follows(short: str, text: str) -> bool:
    """Whether the text starts with what the abbreviation stands for."""
    if not _is_short(short):
        return False
    words = _WORD.findall(_CLAUSE_END.split(text)[0])
    letters = _letters(short)
    words = list(dropwhile(lambda word: word.lower() in _LEADING, words))
    near = words[: min(len(letters) + 5, 2 * len(letters))]
    starts = bool(near) and near[0].casefold().startswith(letters[0])
    return (starts and _spells(letters, near)) or _is_known(short, words)


def _spells(letters: str, words: list[str]) -> bool:
    """Whether the words hold the letters in this order: the first at a word's start, others there or in a compound."""
    place = len(letters) - 1
    for word in reversed(words):
        word = word.casefold()
        limit = len(word)
        while place >= 0:
            inside = word.rfind(letters[place], 1, limit) if place and len(word) >= 8 else -1
            if inside < 0 and not (limit > 0 and word[0] == letters[place]):
                break
            limit = max(inside, 0)
            place -= 1
    return place < 0


def _is_known(short: str, words: list[str]) -> bool:
    """Whether the words hold the meaning that we know for the abbreviation."""
    meaning = " ".join(_WORD.findall(known().get(short, "")))
    return bool(meaning) and f" {meaning} ".casefold() in f" {' '.join(words)} ".casefold()


def _is_short(short: str) -> bool:
    """Whether a piece of text has the shape of an abbreviation: not a number, nor a longer word such as “bijlage”."""
    letters = _letters(short)
    return len(letters) >= 2 and (len(letters) <= 6 or short in known() or sum(c.isupper() for c in short) >= 2)


def _letters(short: str) -> str:
    joined = re.sub(r" (?:en|&) ", "", short)
    return "".join(character for character in joined.casefold() if character.isalpha())


@cache
def _ends() -> frozenset[str]:
    return frozenset(spelled for short in _data()["end"] for spelled in (short, _capital(short)))


def _capital(short: str) -> str:
    return short[:1].upper() + short[1:]


@cache
def _data() -> Mapping[str, Any]:
    return tomli.loads(_DATA.read_text(encoding="utf-8"))


@cache
def _tables() -> Mapping[str, dict[str, Any]]:
    """The three tables with the spellings that follow by themselves. A spelling belongs to one table only."""
    data = _data()
    tables: dict[str, dict[str, Any]] = {name: dict(data[name]) for name in _TABLES}
    taken = {short for table in tables.values() for short in table}
    for table in tables.values():
        for short, meaning in list(table.items()):
            spelled = _other_spelling(short)
            if spelled not in taken and short not in data["points_only"]:
                table[spelled] = meaning
                taken.add(spelled)
    return tables


def _other_spelling(short: str) -> str:
    """Without points, or in capitals; the abbreviation itself if it has no other spelling."""
    if _POINTED_PHRASE.fullmatch(short):
        return short.replace(".", "")
    return short.upper() if short.isalpha() and (short.islower() or len(short) > 2) else short
