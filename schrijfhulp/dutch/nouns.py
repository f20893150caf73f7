"""Dutch nouns: plural, gender, and the verb behind a noun, from rules and `data/nouns.toml`."""

import re
from functools import cache
from typing import Literal

from schrijfhulp.dutch.spelling import VOWELS, last_part, opened, rows, syllables, voiced, words
from schrijfhulp.dutch.verbs import is_verb

Gender = Literal["de", "het"]

_SCHWA = re.compile(r"(?:[^eio]|[aeou]i)e(?:l|m|n|r|rd)$")
_STRESSED_IE = re.compile(
    r"(?:log|nom|graf|crat|arch|tr|fon|path|sof|gor|[^st]or|rap|teg|dem|op|gam|eg|agog|ch[ie]rurg|ger)ie$"
)
_VOICELESS_F = re.compile(r"(?:[^u]to|ra|le|no|io|eo|po|ido)graaf$|soof$")
_DIPHTHONG_END = re.compile(r"(?:ij|ei|ui|aai|ooi|oei)$")
_EN_PREFERRED = re.compile(r"(?:[^u]te|de|gave|name|drage|lage|wijze|isme|iste|ende|kundige|ene|getuige|lijke|ige)$")
_S_ONLY = re.compile(r"(?:[ct]ode|ade|[^n]ite|ute|ette|site|date|plate)$")

_STRONG_DE = re.compile(r"(?:heid|teit|[ts]ie|logie|nomie|grafie|cratie|erij|theek|kunde|[acilx]tuur|ity|ness)$")
_STRONG_HET = re.compile(r"(?:(?<!dat)(?<!^r)um|[istae]sme|[^n]je)$")
_WEAK_DE = re.compile(
    r"(?:nis|iek|age|er|aar|ist|or|eur|ant|ent|aat|aard|ling|ie|ij|te|de|ade|ure|ine|ica|ode|ose|yse|ance|ence|iteit|kst|mst|nst|gst|cht|in|es|oloog|graaf|soof|ster|aris|icus|us)$"
)
_WEAK_HET = re.compile(r"(?:schap|ment|sel|eel|[^h]eau|aal|iel)$")
_COLLECTIVE = re.compile(rf"ge(?![eiu]).*[{VOWELS}]")


@cache
def plurals(noun: str) -> tuple[str, ...]:
    """The plurals of a noun, the usual one first; none if it has none."""
    word = noun.lower()
    if not word or word in words("nouns", "no_plural"):
        return ()
    if word.endswith("n") and is_verb(word) and not _is_listed(word):
        return ()
    for found in (word, last_part(word, rows("nouns", "irregular"))):
        if found and (row := rows("nouns", "irregular").get(found)):
            return tuple(noun[: len(noun) - len(found)] + form for form in row[0].split("/"))
    return tuple(dict.fromkeys(_regular_plurals(noun, word)))


def _is_listed(word: str) -> bool:
    return word in rows("nouns", "irregular") or any(word in words("nouns", name) for name in ("de", "het", "both"))


def plural(noun: str) -> str | None:
    """The usual plural of a noun; None if it has none."""
    return next(iter(plurals(noun)), None)


def _regular_plurals(noun: str, word: str) -> tuple[str, ...]:
    head = last_part(word, _simple()) or word
    with_s, with_en = noun + "s", _with_en(noun, head)
    if {word, head} & words("nouns", "plural_s"):
        return (_with_s(noun),)
    if {word, head} & words("nouns", "plural_en"):
        return (with_en,)
    if word.endswith("heid"):
        return (noun[:-4] + "heden",)
    if word.endswith("icus"):
        return (noun[:-2] + "i",)
    if word.endswith("ium"):
        return noun[:-2] + "a", with_s
    if re.search("[^aeo]or$", word) and syllables(head) > 1:
        return noun + "en", with_s
    if word.endswith("e"):
        return _plurals_of_e(noun, word)
    if word.endswith("eur") and syllables(head) > 1:
        return with_s, with_en
    if _DIPHTHONG_END.search(word):
        return (noun + "en",)
    if word[-1] in VOWELS or (
        syllables(head) > 1 and (_SCHWA.search(word) or word.endswith(("um", "aar", "ier", "ër")))
    ):
        return (_with_s(noun),)
    return (with_en,)


def _plurals_of_e(noun: str, word: str) -> tuple[str, ...]:
    if word.endswith("ee"):
        return (noun + "ën",)
    if word.endswith(("tie", "sie")) and not _STRESSED_IE.search(word):
        return (noun + "s",)
    if word.endswith("ie"):
        return (
            (noun + "ën", noun + "s")
            if _STRESSED_IE.search(word) or syllables(word) == 1
            else (noun + "s", noun + "ën")
        )
    if word.endswith(("je", "oe", "eau")):
        return (noun + "s",)
    if _EN_PREFERRED.search(word) and not _S_ONLY.search(word):
        return noun + "n", noun + "s"
    return noun + "s", noun + "n"


def _with_s(noun: str) -> str:
    """`auto's`, `baby's`, but `cafés`, `displays`, `niveaus`; English `matches`."""
    if re.search(rf"(?:[^{VOWELS}][aiouy]|[iu][ao]|[ae]o)$", noun):
        return noun + "'s"
    return noun + ("es" if noun.endswith(("ch", "sh")) else "s")


def _with_en(noun: str, head: str) -> str:
    stays = head in words("nouns", "plural_sen") or _VOICELESS_F.search(noun)
    if stays:
        return opened(noun) + "en"
    stem = opened(noun)
    if head in words("nouns", "plural_zen") or voiced(noun) != noun:
        stem = stem[:-1] + {"f": "v", "s": "z"}.get(stem[-1], stem[-1])
    return stem + "en"


@cache
def _simple() -> frozenset[str]:
    """The nouns that a compound can end with."""
    lists = ("het", "de", "both", "plural_s", "plural_en", "plural_zen", "plural_sen")
    return frozenset(word for name in lists for word in words("nouns", name) if len(word) > 3)


@cache
def gender(noun: str) -> Gender | None:
    """The definite article of a singular noun; None if the tables and rules do not tell, or if both are right."""
    word = noun.lower()
    known = words("nouns", "het") | words("nouns", "de") | words("nouns", "both")
    if word in known:
        return _listed_gender(word)
    if _STRONG_DE.search(word) or (word.endswith("ing") and syllables(word) > 1):
        return "de"
    if _STRONG_HET.search(word):
        return "het"
    if part := last_part(word, known):
        return _listed_gender(part)
    if word.endswith(("en", "ën")) and is_verb(word):
        return "het"
    if _WEAK_HET.search(word):
        return "het"
    if re.match(r"ge.*[lmnrs]te$", word):
        return "het"
    if _WEAK_DE.search(word) or (word.endswith("e") and len(word) > 3):
        return "de"
    return "het" if _COLLECTIVE.match(word) else None


def _listed_gender(word: str) -> Gender | None:
    if word in words("nouns", "both"):
        return None
    return "het" if word in words("nouns", "het") else "de"


@cache
def verb_of_noun(noun: str) -> str | None:
    """The infinitive of a noun that says what is done: `beoordeling` -> `beoordelen`; None for a thing: `woning`."""
    word = noun.lower()
    if row := rows("nouns", "nominal").get(word):
        return row[0]
    if word in words("nouns", "thing"):
        return None
    return next((verb for verb in _candidates(word) if is_verb(verb)), None)


def _candidates(word: str) -> tuple[str, ...]:
    if word.endswith("ing"):
        return (word[:-3] + "en",)
    if word.endswith("catie"):
        return (word[:-5] + "ceren", word[:-4] + "eren")
    if word.endswith("atie"):
        return (word[:-4] + "eren", word[:-4] + "iëren", word[:-3] + "teren")
    if word.endswith(("utie", "itie")):
        return (word[:-2] + "eren", word[:-3] + "eren")
    return ()
