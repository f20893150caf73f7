"""How often the inflection module makes the form that a treebank has, per slot, over types and over tokens.

Usage: python -m benchmarks.inflection [--errors N] [FOLDER with .conllu and .conllu.xz]
"""

import argparse
import lzma
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
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

    def add(self, *, right: bool, count: int, error: str) -> None:
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
        opener: Callable[..., Iterator[str]] = lzma.open if path.suffix == ".xz" else open  # type: ignore[assignment]
        for line in opener(path, "rt", encoding="utf-8"):
            columns = line.rstrip("\n").split("\t")
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
        elif tag == "N|soort|mv|basis" and lemma.islower():
            made = inflection.plurals(lemma)
            scores["noun plural"].add(right=form.lower() in made, count=count, error=f"{lemma}: {form}, not {'/'.join(made)}")
            scores["noun plural, first choice"].add(right=form.lower() in made[:1], count=count, error=f"{lemma}: {form}, not {'/'.join(made)}")
        elif tag.startswith("N|soort|ev|basis") and lemma.islower() and ("zijd" in tag or "onz" in tag):
            nouns[lemma]["de" if "zijd" in tag else "het"] += count
        elif tag.startswith("N|soort|ev|dim") and lemma.islower():
            made = (inflection.diminutive(lemma),)
            scores["noun diminutive"].add(right=form.lower() in made, count=count, error=f"{lemma}: {form}, not {made[0]}")
        elif tag.startswith("ADJ"):
            _adjective(scores, form, lemma, tag, count)
    for lemma, genders in nouns.items():
        wanted, count = genders.most_common(1)[0]
        found = inflection.gender(lemma)
        scores["noun gender"].add(right=found == wanted, count=count, error=f"{lemma}: {wanted}, not {found}")
        if found is not None:
            scores["noun gender, where given"].add(right=found == wanted, count=count, error=f"{lemma}: {wanted}, not {found}")
    for lemma, particle in splits.items():
        found_particle = inflection.split(lemma)[0]
        scores["separable part"].add(right=found_particle == particle, count=1, error=f"{lemma}: {particle or '-'}, not {found_particle or '-'}")
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
        scores[key].add(right=form in made, count=count, error=f"{lemma} {tag}: {form}, not {'/'.join(sorted(made))}")


def _adjective(scores: dict[str, Score], form: str, lemma: str, tag: str, count: int) -> None:
    kinds = {
        "ADJ|prenom|basis|met-e": ("adjective -e", lambda: (inflection.inflected(lemma),)),
        "ADJ|vrij|comp|zonder": ("adjective comparative", lambda: (inflection.comparative(lemma),)),
        "ADJ|vrij|sup|zonder": ("adjective superlative", lambda: (inflection.superlative(lemma),)),
    }
    for start, (name, make) in kinds.items():
        if tag.startswith(start):
            made = make()
            scores[name].add(right=form.lower() == made[0].lower(), count=count, error=f"{lemma}: {form}, not {made[0]}")
    if tag.startswith("ADJ|prenom|basis|met-e"):
        base = inflection.uninflected(form)
        scores["adjective without -e"].add(right=(base or "").lower() == lemma.lower(), count=count, error=f"{form}: {lemma}, not {base}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=TREEBANK)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the N most frequent errors of each slot")
    arguments = parser.parse_args()
    counts: Counter[Word] = Counter(words(arguments.folder))
    print(f"{'slot':36}{'types':>8}{'right':>8}{'tokens':>9}{'right':>8}")
    for name, score in sorted(scored(counts).items()):
        print(f"{name:36}{score.types:8}{score.right / score.types:8.3f}{score.tokens:9}{score.right_tokens / score.tokens:8.3f}")
        for count, error in sorted(score.errors, reverse=True)[: arguments.errors]:
            print(f"    {count:4} {error}")


if __name__ == "__main__":
    main()
