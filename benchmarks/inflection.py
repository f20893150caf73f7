"""How often the inflection module makes the form that a treebank has, per slot, over types and over tokens.

Forms that a treebank spells without their trema or accent (`geeist`) are left out. Words in the old spelling are not.

`python -m benchmarks inflection [-v]`; -v shows the most frequent errors of each slot.
"""

import lzma
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from schrijfhulp.dutch import inflection

TREEBANK = Path(__file__).parents[2] / "shared" / "ud"
Word = tuple[str, str, str, str, tuple[str, ...]]  # form, lemma, universal tag, fine-grained tag, parts


@dataclass(slots=True)
class Score:
    """Right and all, over types and tokens, with the types that are wrong."""

    right: int = 0
    types: int = 0
    right_tokens: int = 0
    tokens: int = 0
    errors: list[tuple[int, str]] = field(default_factory=list)

    def add(self, *, wanted: str, made: Iterable[str], count: int, about: str) -> None:
        made = tuple(made)
        right = wanted in made
        if not right and wanted == _plain(wanted) and wanted in map(_plain, made):
            return
        error = f"{about}: {wanted}, not {'/'.join(made)}"
        self.types += 1
        self.tokens += count
        if right:
            self.right += 1
            self.right_tokens += count
        else:
            self.errors.append((count, error))


def words(folder: Path) -> Iterator[Word]:
    """The words of all treebanks in a folder that have a fine-grained tag."""
    for path in sorted(folder.glob("*.conllu*")):
        raw = path.read_bytes()
        for line in (lzma.decompress(raw) if path.suffix == ".xz" else raw).decode().splitlines():
            columns = line.split("\t")
            if len(columns) == 10 and columns[0].isdigit() and columns[4] != "_":
                misc = dict(item.split("=", 1) for item in columns[9].split("|") if "=" in item)
                parts = tuple(misc.get("Parts", "").split("+"))
                yield columns[1], columns[2], columns[3], columns[4], parts if len(parts) > 1 else ()


def scored(counts: Counter[Word]) -> dict[str, Score]:
    """The scores by what is inflected."""
    scores: defaultdict[str, Score] = defaultdict(Score)
    nouns: defaultdict[str, Counter[str]] = defaultdict(Counter)
    splits: dict[str, str] = {}
    for (form, lemma, _, tag, parts), count in counts.items():
        if not lemma.replace("-", "").isalpha() or not form.replace("-", "").isalpha():
            continue
        if tag.startswith("WW"):
            _verb(scores, form.lower(), lemma.lower(), tag, parts, count)
            if lemma.endswith("n") and lemma.islower() and (not parts or lemma == "".join(parts)):
                splits[lemma] = max(splits.get(lemma, ""), "".join(parts[:-1]))
        elif tag == "N|soort|mv|basis" and lemma.islower() and lemma != form.lower():
            lemma = _with_linking(lemma, form.lower(), parts)
            made = inflection.plurals(lemma)
            scores["noun plural"].add(wanted=form.lower(), made=made, count=count, about=lemma)
            scores["noun plural, first choice"].add(wanted=form.lower(), made=made[:1], count=count, about=lemma)
        elif tag.startswith("N|soort|ev|basis") and lemma.islower() and ("zijd" in tag or "onz" in tag):
            nouns[lemma]["de" if "zijd" in tag else "het"] += count
        elif tag.startswith("ADJ"):
            _adjective(scores, form, lemma, tag, count)
    for lemma, genders in nouns.items():
        wanted, count = genders.most_common(1)[0]
        found = inflection.gender(lemma)
        scores["noun gender"].add(wanted=wanted, made=(found or "-",), count=count, about=lemma)
        if found is not None:
            scores["noun gender, where given"].add(wanted=wanted, made=(found,), count=count, about=lemma)
    for lemma, particle in splits.items():
        scores["separable part"].add(wanted=particle, made=(inflection.split(lemma)[0],), count=1, about=lemma)
    return scores


def _verb(scores: dict[str, Score], form: str, lemma: str, tag: str, parts: tuple[str, ...], count: int) -> None:
    slots = inflection.slots_of_tag(tag)
    if not slots or not lemma.endswith("n") or (parts and (parts[0] == "on" or "".join(parts) != lemma)):
        return
    verb = inflection.verb(f"{''.join(parts[:-1])}|{parts[-1]}" if parts else lemma)
    made = {variant for slot in slots for variant in verb.variants[slot]}
    made |= {variant.removeprefix(verb.particle) for variant in made}
    name = "verb " + ("pres_1sg" if tag == "WW|pv|tgw|ev" else max(slots & {"pres_3sg", "present_participle"} or slots))
    for key in (name, "verb, all"):
        scores[key].add(wanted=form, made=sorted(made), count=count, about=f"{lemma} {tag}")


def _adjective(scores: dict[str, Score], form: str, lemma: str, tag: str, count: int) -> None:
    kinds: dict[str, tuple[str, Callable[[str], str]]] = {
        "ADJ|prenom|basis|met-e": ("adjective -e", inflection.inflected),
        "ADJ|vrij|comp|zonder": ("adjective comparative", inflection.comparative),
        "ADJ|vrij|sup|zonder": ("adjective superlative", inflection.superlative),
    }
    for start, (name, make) in kinds.items():
        if tag.startswith(start) and lemma.lower() != form.lower():
            scores[name].add(wanted=_bare(form), made=(_bare(make(lemma)),), count=count, about=lemma)
    if tag.startswith("ADJ|prenom|basis|met-e"):
        base = inflection.uninflected(form) or "-"
        scores["adjective without -e"].add(wanted=_bare(lemma), made=(_bare(base),), count=count, about=form)


def _with_linking(lemma: str, form: str, parts: tuple[str, ...]) -> str:
    """The lemma of a compound with the linking sounds of its form: `overheidinstelling` -> `overheidsinstelling`."""
    at = max((form.rfind(parts[-1][:size]) for size in (3, 1)), key=lambda found: found > 0) if parts else -1
    return form[:at] + parts[-1] if at > 0 else lemma


def _plain(word: str) -> str:
    """A word without accents and tremas."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def _bare(word: str) -> str:
    """A word in small letters without hyphens, which the treebank's lemmas lack."""
    return word.lower().replace("-", "")


def main() -> None:
    if not TREEBANK.is_dir():
        print(f"skipped: no treebank in {TREEBANK}")
        return
    shown = 10 if "-v" in sys.argv else 0
    counts: Counter[Word] = Counter(words(TREEBANK))
    print(f"{'slot':36}{'types':>8}{'right':>8}{'tokens':>9}{'right':>8}")
    for name, score in sorted(scored(counts).items()):
        types, tokens = score.right / score.types, score.right_tokens / score.tokens
        print(f"{name:36}{score.types:8}{types:8.3f}{score.tokens:9}{tokens:8.3f}")
        for count, error in sorted(score.errors, reverse=True)[:shown]:
            print(f"    {count:4} {error}")
