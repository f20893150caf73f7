"""Dutch verbs: all forms of an infinitive, from regular rules and the tables in `data/verbs.toml`."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args

from schrijfhulp.dutch.spelling import VOWELS, after_e, closed, rows, syllables, tables, words

Slot = Literal[
    "infinitive",
    "pres_1sg",
    "pres_2sg",
    "pres_2sg_inv",
    "pres_3sg",
    "pres_pl",
    "past_sg",
    "past_pl",
    "imperative",
    "participle",
    "participle_inflected",
    "present_participle",
    "present_participle_inflected",
]
SLOTS: tuple[Slot, ...] = get_args(Slot)

PREFIXES = ("be", "ge", "her", "ont", "ver", "er")
LONG_PREFIXES = ("aan", "achter", "door", "mis", "om", "onder", "over", "vol", "voor", "weer")
_VOICELESS = re.compile(r"(?:[tkfspcx]|ch|sh)$")
_UNSTRESSED_END = re.compile(r"(?:[^ieo]|[aeou]i|[ao]ei)(?:el|en|em)$|[^e]ig$|ik$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb with all its forms, a separable part joined: `aanvangt`. `variants` has all forms of a slot, the usual one first."""

    infinitive: str
    particle: str
    variants: Mapping[Slot, tuple[str, ...]]

    def form(self, slot: Slot) -> str:
        """The usual form of a slot."""
        return self.variants[slot][0]

    def apart(self, slot: Slot) -> str:
        """The form without the separable part: `vangt` of `vangt … aan`."""
        return self.form(slot).removeprefix(self.particle)

    @property
    def te_infinitive(self) -> str:
        """`te vragen`, `aan te vragen`."""
        return f"{self.particle} te {self.infinitive.removeprefix(self.particle)}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Base:
    """What all forms follow from. The participle is without its ge-, which `ge` tells."""

    infinitive: str
    present: Mapping[str, tuple[str, ...]]
    past: tuple[tuple[str, str], ...]
    participle: tuple[str, ...]
    ge: bool


@cache
def verb(infinitive: str) -> Verb:
    """All forms of a verb. A separable part is marked (`aan|vangen`) or else recognised (`aanvangen`).

    ValueError if it does not end like an infinitive.
    """
    particle, base = split(infinitive)
    if not re.search(r"[^\W\d_](?:en|ën|an|on|ien|oen|'en)$|^[^\W\d_]+n$", base):
        raise ValueError(f"geen infinitief: {infinitive}")
    found = _base(base, particle)
    variants: dict[Slot, tuple[str, ...]] = {
        "infinitive": (base,),
        "present_participle": (base + "d",),
        "present_participle_inflected": (base + "de",),
        "past_sg": tuple(singular for singular, _ in found.past),
        "past_pl": tuple(plural for _, plural in found.past),
        "participle": tuple(_with_ge(participle) if found.ge else participle for participle in found.participle),
    }
    stems = found.present.get("pres_1sg", ())
    third = found.present.get("pres_3sg") or (_with_t(stems[0]),)
    variants["pres_1sg"] = stems
    variants["pres_3sg"] = third
    variants["pres_2sg"] = found.present.get("pres_2sg", third)
    variants["pres_2sg_inv"] = found.present.get("pres_2sg_inv", stems)
    variants["imperative"] = found.present.get("imperative", stems)
    variants["pres_pl"] = (base,)
    variants["participle_inflected"] = tuple(map(_participle_with_e, variants["participle"]))
    joined = {slot: tuple(particle + form for form in variants[slot]) for slot in SLOTS}
    return Verb(infinitive=particle + base, particle=particle, variants=MappingProxyType(joined))


def inflect(infinitive: str, slot: Slot) -> str:
    """The usual form of a verb in a slot, a separable part joined."""
    return verb(infinitive).form(slot)


@cache
def forms(infinitive: str) -> Mapping[str, frozenset[Slot]]:
    """Every form of a verb with the slots it can fill. A separable part is joined; without it, ask for the verb without it."""
    found: defaultdict[str, set[Slot]] = defaultdict(set)
    for slot, variants in verb(infinitive).variants.items():
        for form in variants:
            found[form].add(slot)
    return MappingProxyType({form: frozenset(slots) for form, slots in found.items()})


def slots_of_tag(tag: str) -> frozenset[Slot]:
    """The slots that a fine-grained tag (`WW|pv|tgw|met-t`) allows; empty if it is not that of a verb."""
    return frozenset(slot for start, slots in _TAGS.items() if tag.startswith(start) for slot in slots)


_TAGS: Mapping[str, tuple[Slot, ...]] = {
    "WW|inf": ("infinitive",),
    "WW|pv|tgw|ev": ("pres_1sg", "pres_2sg", "pres_2sg_inv", "pres_3sg", "imperative"),
    "WW|pv|tgw|met-t": ("pres_2sg", "pres_3sg"),
    "WW|pv|tgw|mv": ("pres_pl",),
    "WW|pv|verl|ev": ("past_sg",),
    "WW|pv|verl|mv": ("past_pl",),
    "WW|vd|vrij": ("participle",),
    "WW|vd|prenom|zonder": ("participle",),
    "WW|vd|prenom|met-e": ("participle_inflected",),
    "WW|vd|nom|met-e": ("participle_inflected",),
    "WW|od|vrij": ("present_participle",),
    "WW|od|prenom|zonder": ("present_participle",),
    "WW|od|prenom|met-e": ("present_participle_inflected",),
    "WW|od|nom|met-e": ("present_participle_inflected",),
}


@cache
def split(infinitive: str) -> tuple[str, str]:
    """The separable part of a verb, empty if it has none, and the rest."""
    if "|" in infinitive:
        particle, _, base = infinitive.rpartition("|")
        return particle.replace("|", ""), base
    if _is_listed(infinitive) or infinitive in words("verbs", "inseparable"):
        return "", infinitive
    separable = infinitive in words("verbs", "separable")
    for at in range(len(infinitive) - 3, 1, -1):
        particle, base = infinitive[:at], infinitive[at:]
        if particle not in words("verbs", "particles") or not is_verb(base):
            continue
        if separable or particle not in ("onder", "mis", "vol", "her"):
            return particle, base
    return "", infinitive


@cache
def is_verb(infinitive: str) -> bool:
    """Whether the tables hold this verb, or the verb that is left without its prefix or separable part."""
    infinitive = infinitive.replace("|", "")
    if _is_listed(infinitive) or infinitive in words("verbs", "inseparable") or infinitive in words("verbs", "separable"):
        return True
    return _prefixed(infinitive) is not None or bool(split(infinitive)[0])


def _is_listed(infinitive: str) -> bool:
    lists = rows("verbs", "strong"), rows("verbs", "weak"), tables("verbs", "irregular"), words("verbs", "known")
    return any(infinitive in known for known in lists)


def _base(infinitive: str, particle: str = "") -> _Base:
    if particle and (row := rows("verbs", "strong").get(f"{particle}|{infinitive}")):
        return _from_row(infinitive, row)
    if entry := tables("verbs", "irregular").get(infinitive):
        return _from_entry(infinitive, entry)
    if row := rows("verbs", "strong").get(infinitive):
        return _from_row(infinitive, row)
    if row := rows("verbs", "weak").get(infinitive):
        stem, pasts, participles = row
        return _made(infinitive, (stem,), tuple((past, past + "n") for past in pasts.split("/")), tuple(participles.split("/")))
    if found := _prefixed(infinitive):
        prefix, rest = found
        base = _base(rest)
        add = (lambda form: after_e(form, prefix)) if prefix.endswith("e") else (lambda form: prefix + form)
        ge = (lambda form: _with_ge(form)) if base.ge and rest.startswith("\0") else (lambda form: form)
        return _Base(
            infinitive=infinitive,
            present={slot: tuple(map(add, variants)) for slot, variants in base.present.items()},
            past=tuple((add(singular), add(plural)) for singular, plural in base.past),
            participle=tuple(add(ge(form)) for form in base.participle),
            ge=False,
        )
    return _regular(infinitive)
