"""Rules and profiles as data: read, validated, with an error that names the file and the key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar

import tomli
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from schrijfhulp.resources import path
from schrijfhulp.types import Severity

ACTS = "handelingen"  # the folder of the speech acts, which are no rules
PROFILES = "profielen.toml"
LANGUAGE, LANGUAGE_CARD = "taal", "languagetool.toml"  # LanguageTool names its own rules; they share a card
Text = Annotated[str, Field(min_length=1)]
WordClass = Literal["fixed", "verb", "noun", "adjective"]
Replacements = Mapping[str, tuple[str, ...]]

SPELLING = "MORFOLOGIK_RULE"  # LanguageTool's speller

Model = TypeVar("Model", bound=BaseModel)


class RuleError(ValueError):
    """A rule or profile file that is not right; the message names the file and the key, in Dutch."""


class Strict(BaseModel):
    """A table of a TOML file: an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Example(Strict):
    """`bad` fires on its braced spans and `good` is what the first suggestions make of it; `ok` stays silent."""

    bad: str | None = None
    good: str | None = None
    ok: str | None = None
    profile: str = "brief"

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (self.bad is None) == (self.ok is None):
            raise ValueError("een voorbeeld heeft óf ‘bad’ (met eventueel ‘good’), óf ‘ok’")
        if self.good is not None and self.bad is None:
            raise ValueError("‘good’ staat alleen naast ‘bad’")
        if self.bad is not None and not ("{" in self.bad and self.bad.count("{") == self.bad.count("}")):
            raise ValueError("‘bad’ heeft accolades rond elk stuk dat gemeld wordt")
        return self


class Unless(Strict):
    """A context in which an entry is right: inside a longer phrase, or next to a certain word."""

    entry: Text
    phrase: str | None = None
    before: str | None = None
    after: str | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if sum(value is not None for value in (self.phrase, self.before, self.after)) != 1:
            raise ValueError("‘unless’ heeft naast ‘entry’ precies één van ‘phrase’, ‘before’ en ‘after’")
        return self


class Pattern(Strict):
    """Token patterns of spaCy's Matcher, with what to write instead."""

    tokens: list[dict[str, Any]]
    message: str | None = None
    suggestions: tuple[str, ...] = ()


class Dependency(Strict):
    """A pattern of spaCy's DependencyMatcher; the finding runs over the tokens named in `mark`.

    `rewrite` names the function that makes suggestions, or refuses the match.
    """

    nodes: list[dict[str, Any]]
    mark: tuple[str, ...]
    message: str | None = None
    rewrite: str | None = None
    severity: Severity | None = None


class Rule(Strict):
    """One rule. `key` is `category/id`; `safe` says that its first suggestion may be taken over unseen."""

    id: Text
    category: Text
    title: Text
    message: Text
    messages: dict[str, str] = {}
    why: Text
    source: Text
    severity: Severity
    replace: dict[str, tuple[str, ...] | dict[str, tuple[str, ...]]] = {}
    notes: dict[str, str] = {}
    unless: tuple[Unless, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    check: str | None = None
    options: dict[str, Any] = {}
    hides: tuple[str, ...] = ()
    safe: bool = False
    examples: tuple[Example, ...] = Field(alias="example", min_length=1)

    @property
    def key(self) -> str:
        return f"{self.category}/{self.id}"

    @property
    def is_about_words(self) -> bool:
        """Whether it flags wording, which a name or a law's title may hold with good reason."""
        return bool(self.replace or self.patterns or self.dependencies)

    def replacements(self, word_class: WordClass) -> Replacements:
        """The entries of one table: fixed wording, or words that inflect."""
        if word_class == "fixed":
            return {key: value for key, value in self.replace.items() if isinstance(value, tuple)}
        table = self.replace.get(word_class, {})
        return table if isinstance(table, dict) else {}

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        alone = self.check is not None and not self.replace  # a check may find more of what a table lists
        kinds = [bool(self.replace), bool(self.patterns), bool(self.dependencies), alone]
        if sum(kinds) != 1:
            raise ValueError("een regel heeft precies één van ‘replace’, ‘patterns’, ‘dependencies’ en ‘check’")
        if unknown := [
            key
            for key, value in self.replace.items()
            if isinstance(value, dict) and key not in ("verb", "noun", "adjective")
        ]:
            raise ValueError(f"‘replace’ kent geen tabel ‘{unknown[0]}’, wel ‘verb’, ‘noun’ en ‘adjective’")
        return self


class Expectation(Strict):
    """The balance between command and cooperation that suits a kind of text, from -1 to +1, and why."""

    low: float = Field(ge=-1, le=1)
    high: float = Field(ge=-1, le=1)
    why: Text


class Profile(Strict):
    """A kind of text: what it asks of each rule. A severity of `uit` switches the rule off."""

    title: Text
    why: Text
    steering: Expectation
    severity: dict[str, Severity | Literal["uit"]] = {}
    options: dict[str, dict[str, Any]] = {}


class Rules(dict[str, Rule]):
    """Our rules by key; a rule of LanguageTool is not in it, but can be looked up."""

    def __missing__(self, key: str) -> Rule:
        category, _, id_ = key.partition("/")
        if category != LANGUAGE:
            raise KeyError(key)
        card = _language_card()
        hides = card["hides"] if id_.startswith(SPELLING) else ()
        return Rule.model_construct(**{**card, "id": id_, "category": category, "hides": hides})


@dataclass(frozen=True)
class Rulebook:
    """All rules by key and all profiles by name."""

    rules: Mapping[str, Rule]
    profiles: Mapping[str, Profile]

    def profile(self, name: str) -> Profile:
        """The profile called `name`. Raises RuleError with the names that do exist."""
        if name not in self.profiles:
            raise RuleError(f"Het profiel ‘{name}’ bestaat niet. Kies uit: {', '.join(self.profiles)}.")
        return self.profiles[name]

    def select(self, names: Iterable[str]) -> frozenset[str]:
        """The keys of the rules meant by keys, ids and categories. Raises RuleError for an unknown name."""
        chosen: set[str] = set()
        for name in names:
            keys = {key for key, rule in self.rules.items() if name in (key, rule.id, rule.category)}
            if name.split("/")[0] == LANGUAGE:
                keys.add(name)
            if not keys:
                raise RuleError(f"De regel ‘{name}’ bestaat niet. Zie ‘schrijfhulp rules’ voor de namen.")
            chosen |= keys
        return frozenset(chosen)


def load(*, folders: Iterable[Path] = ()) -> Rulebook:
    """Our rules, and those in extra folders. Raises RuleError."""
    rules = Rules()
    profiles: dict[str, Profile] = {}
    for folder in (path("rules"), *folders):
        if not folder.is_dir():
            raise RuleError(f"De map met regels ‘{folder}’ bestaat niet.")
        for file in sorted(file for file in folder.glob("*/*.toml") if file.parent.name != ACTS):
            rule = _read_rule(file)
            rules[rule.key] = rule
        if (file := folder / PROFILES).is_file():
            profiles |= {name: validated(Profile, table, file, name) for name, table in read_toml(file).items()}
    book = Rulebook(rules=rules, profiles=profiles)
    _check_references(book)
    return book


def _read_rule(file: Path) -> Rule:
    table = read_toml(file)
    if typed := {"id", "category"} & set(table):
        raise RuleError(f"{file}: {min(typed)}: volgt uit de naam van het bestand en de map; laat het weg.")
    return validated(Rule, {**table, "id": file.stem, "category": file.parent.name}, file)


@cache
def _language_card() -> dict[str, Any]:
    return {**read_toml(path("rules") / LANGUAGE_CARD)["card"], "message": "", "severity": "midden", "examples": ()}


def validated(model: type[Model], table: object, file: Path, *where: str) -> Model:
    """A table of a file as its model. Raises RuleError with the file and the key."""
    try:
        return model.model_validate(table)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join([*where, *(str(part) for part in first["loc"])]) or "bestand"
        raise RuleError(f"{file}: {key}: {_in_dutch(first['type'], first['msg'])}") from None


def _in_dutch(kind: str, message: str) -> str:
    known = {
        "missing": "ontbreekt",
        "extra_forbidden": "deze sleutel bestaat niet",
        "string_type": "moet tekst zijn",
        "literal_error": "moet ‘hoog’, ‘midden’ of ‘laag’ zijn",
        "too_short": "er is minstens één voorbeeld nodig",
        "string_too_short": "mag niet leeg zijn",
    }
    return known.get(kind, message.removeprefix("Value error, ")) + "."


def read_toml(file: Path) -> dict[str, Any]:
    """What a TOML file holds. Raises RuleError."""
    try:
        return tomli.loads(file.read_text(encoding="utf8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{file}: geen geldig TOML: {error}") from None


def _check_references(book: Rulebook) -> None:
    """Profiles and `hides` may only name rules that exist."""
    for name, profile in book.profiles.items():
        for key in (*profile.severity, *profile.options):
            if key not in book.rules:
                raise RuleError(f"{PROFILES}: {name}: de regel ‘{key}’ bestaat niet.")
    for rule in book.rules.values():
        for key in rule.hides:
            if key not in book.rules:
                raise RuleError(f"{rule.key}: hides: de regel ‘{key}’ bestaat niet.")
