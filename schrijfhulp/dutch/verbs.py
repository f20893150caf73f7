"""Dutch verbs: all forms of an infinitive, from regular rules and the tables in `data/verbs.toml`."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args

from schrijfhulp.dutch.spelling import VOWELS, Row, after_e, closed, opened, rows, syllables, tables, words

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
_PREFIX = re.compile(rf"(?:be(?![eiu])|ge(?![eiu])|her|ont|ver)(?=[^{VOWELS}]*[{VOWELS}])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb with all its forms, a separable part joined: `aanvangt`. `variants` has the usual form of a slot first."""

    infinitive: str
    particle: str
    variants: Mapping[Slot, tuple[str, ...]]

    def form(self, slot: Slot) -> str:
        """The usual form of a slot."""
        return self.variants[slot][0]

    def apart(self, slot: Slot) -> str:
        """The form without the separable part: `vangt` of `vangt … aan`."""
        return self.form(slot).removeprefix(self.particle)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Base:
    """What the other forms follow from. The participle is without its ge-, which `ge` tells."""

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
    if not base.endswith("n") or not syllables(base):
        raise ValueError(f"geen infinitief: {infinitive}")
    own = f"{particle}|{base}" in rows("verbs", "strong")  # zegde toe, but zei
    variants = _variants(base, particle if own else "")
    if particle:
        variants = {slot: tuple(particle + form for form in forms) for slot, forms in variants.items()}
    return Verb(infinitive=particle + base, particle=particle, variants=MappingProxyType(variants))


@cache
def _variants(base: str, particle: str) -> dict[Slot, tuple[str, ...]]:
    """The forms of a verb without its separable part."""
    found = _base(base, particle)
    stems = found.present.get("pres_1sg", ())
    third = found.present.get("pres_3sg") or (_with_t(stems[0]),)
    participles = tuple(_with_ge(participle) if found.ge else participle for participle in found.participle)
    return {
        "infinitive": (base,),
        "pres_1sg": stems,
        "pres_2sg": found.present.get("pres_2sg", third),
        "pres_2sg_inv": found.present.get("pres_2sg_inv", stems),
        "pres_3sg": third,
        "pres_pl": (base,),
        "past_sg": tuple(singular for singular, _ in found.past),
        "past_pl": tuple(plural for _, plural in found.past),
        "imperative": found.present.get("imperative", stems),
        "participle": participles,
        "participle_inflected": tuple(_participle_with_e(form, base) for form in participles),
        "present_participle": (base + "d",),
        "present_participle_inflected": (base + "de",),
    }


def inflect(infinitive: str, slot: Slot) -> str:
    """The usual form of a verb in a slot, a separable part joined."""
    return verb(infinitive).form(slot)


@cache
def forms(infinitive: str) -> Mapping[str, frozenset[Slot]]:
    """Every form of a verb with the slots it can fill. A separable part is joined: for `vangt`, ask for `vangen`."""
    found: defaultdict[str, list[Slot]] = defaultdict(list)
    for slot, variants in verb(infinitive).variants.items():
        for form in variants:
            found[form].append(slot)
    return MappingProxyType({form: _together(*slots) for form, slots in found.items()})


@cache
def _together(*slots: Slot) -> frozenset[Slot]:
    return frozenset(slots)  # there are some forty such sets, and tens of thousands of forms


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
    "WW|vd|nom|met-e|zonder-n": ("participle_inflected",),
    "WW|od|vrij": ("present_participle", "present_participle_inflected"),
    "WW|od|prenom|zonder": ("present_participle",),
    "WW|od|prenom|met-e": ("present_participle_inflected",),
    "WW|od|nom|met-e|zonder-n": ("present_participle_inflected",),
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
        if separable or particle not in ("onder", "mis", "vol"):
            return particle, base
    return "", infinitive


@cache
def is_verb(infinitive: str) -> bool:
    """Whether the tables hold this verb, or the verb that is left without its prefix or separable part."""
    infinitive = infinitive.replace("|", "")
    if (
        _is_listed(infinitive)
        or infinitive in words("verbs", "inseparable")
        or infinitive in words("verbs", "separable")
    ):
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
        past = tuple((form, form + "n") for form in row[1].split("/"))
        return _made(infinitive, {"pres_1sg": (row[0],)}, past, row[2].split("/"))
    if found := _prefixed(infinitive):
        prefix, rest = found
        base = _base(rest)
        return _Base(
            present={
                slot: tuple(_joined(prefix, form) for form in variants) for slot, variants in base.present.items()
            },
            past=tuple((_joined(prefix, singular), _joined(prefix, plural)) for singular, plural in base.past),
            participle=tuple(_joined(prefix, form) for form in base.participle),
            ge=False,
        )
    return _regular(infinitive)


def _joined(prefix: str, form: str) -> str:
    return after_e(form, prefix) if prefix.endswith("e") else prefix + form


@cache
def _prefixed(infinitive: str) -> tuple[str, str] | None:
    """The inseparable prefix of a verb and the verb after it, if the tables hold that one: `be`, `eindigen`."""
    if infinitive in words("verbs", "no_prefix"):
        return None
    inseparable, separable = infinitive in words("verbs", "inseparable"), infinitive in words("verbs", "separable")
    for prefix in (*PREFIXES, *LONG_PREFIXES):
        rest = infinitive.removeprefix(prefix)
        if rest == infinitive or (prefix.endswith("e") and re.match("[eu]|i(?!j)", rest)):
            continue
        if prefix in LONG_PREFIXES and not inseparable and (separable or prefix not in ("mis", "onder", "vol")):
            continue
        rest = rest.translate(_NO_TREMA) if rest[:1] in "ëïü" else rest
        if _is_listed(rest) or _prefixed(rest):
            return prefix, rest
    return None


_NO_TREMA = str.maketrans("ëïü", "eiu")


def _from_entry(infinitive: str, entry: Mapping[str, str]) -> _Base:
    present = {slot: tuple(forms.split("/")) for slot, forms in entry.items() if slot.startswith(("pres", "imp"))}
    present.setdefault("pres_1sg", (_stem(infinitive),))
    past = tuple(zip(entry["past_sg"].split("/"), entry["past_pl"].split("/"), strict=True))
    return _made(infinitive, present, past, entry["participle"].split("/"))


def _from_row(infinitive: str, row: Row) -> _Base:
    past = tuple((singular, _past_plural(singular, infinitive)) for singular in row[0].split("/"))
    return _made(infinitive, {"pres_1sg": (_stem(infinitive),)}, past, row[1].split("/"))


def _made(
    infinitive: str,
    present: Mapping[str, tuple[str, ...]],
    past: tuple[tuple[str, str], ...],
    participles: Sequence[str],
) -> _Base:
    ge = all(form.startswith("ge") for form in participles) and infinitive not in ("genezen", "genieten")
    bare = tuple(form.removeprefix("ge").translate(_NO_TREMA) if ge else form for form in participles)
    return _Base(present=present, past=past, participle=bare, ge=ge)


def _past_plural(singular: str, infinitive: str) -> str:
    """`greep` -> `grepen`, `gaf` -> `gaven`, `trof` -> `troffen`, `waaide` -> `waaiden`."""
    if singular.endswith(("e", "zei")):
        return singular + ("n" if singular.endswith("e") else "den")
    plural = singular if re.search(r"(?:^|[^aeiou])a[^aeiou]$", singular) else opened(singular)
    if infinitive.endswith(("ven", "zen", "heffen")) and plural[-1] in "fs":
        plural = plural[:-1] + {"f": "v", "s": "z"}[plural[-1]]
    return plural + "en"


def _regular(infinitive: str) -> _Base:
    stem = _stem(infinitive)
    base = _without_ending(infinitive)
    dental = "t" if _VOICELESS.search(base) else "d"
    participle = stem if stem.endswith(("t", "d")) else stem + dental
    ge = infinitive in words("verbs", "no_prefix") or not (
        _PREFIX.match(base) or infinitive in words("verbs", "inseparable")
    )
    past = stem + dental + "e"
    return _Base(present={"pres_1sg": (stem,)}, past=((past, past + "n"),), participle=(participle,), ge=ge)


def _without_ending(infinitive: str) -> str:
    if infinitive.endswith("ën") and not infinitive.endswith(("eën", "ieën")):
        return infinitive[:-2] + ("e" if infinitive.endswith("iën") else "")
    return infinitive.removesuffix("ën") if infinitive.endswith("ën") else infinitive.removesuffix("en")


@cache
def _stem(infinitive: str) -> str:
    """The first person: `handel`, `controleer`, `leef`, `beoordeel`."""
    base = _without_ending(infinitive)
    bare = base if infinitive in words("verbs", "no_prefix") else _PREFIX.sub("", base, count=1)
    if any(form in words("verbs", "stressed") for form in (base, bare)):
        return closed(base)
    if base.endswith("er"):
        return closed(base, stressed=not any(form in words("verbs", "unstressed") for form in (base, bare)))
    schwa = base.endswith(("el", "em", "en")) and syllables(bare) > 1
    return closed(base, stressed=not schwa and base not in words("verbs", "unstressed"))


def _with_t(stem: str) -> str:
    return stem if stem.endswith("t") else stem + "t"


def _with_ge(participle: str) -> str:
    return after_e(participle, "ge")


def _participle_with_e(participle: str, infinitive: str) -> str:
    """`gemaakt` -> `gemaakte`, `gezet` -> `gezette`, `gedaan` -> `gedane`; `geschreven` stays."""
    if participle.endswith(("en", "ën")) and not participle.endswith("zien"):
        return participle
    loan = infinitive in rows("verbs", "weak")
    return (participle if loan else opened(participle)) + "e"
