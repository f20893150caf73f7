"""Copy a trained pipeline into the package, without what it does not need to run.

python training/bundle.py TRAINED PACKAGE_MODEL
"""

import argparse
import shutil
from pathlib import Path

import spacy
import srsly
from spacy.strings import StringStore


def main() -> None:
    parser = argparse.ArgumentParser(description="Bundle a trained pipeline with the package.")
    parser.add_argument("trained", type=Path)
    parser.add_argument("target", type=Path)
    args = parser.parse_args()
    nlp = spacy.load(args.trained)
    nlp.meta |= {
        "name": "schrijfhulp",
        "description": "Dutch pipeline: tok2vec, morphologizer, trainable lemmatizer, dependency parser",
        "author": "Schrijfhulp",
        "license": "CC BY-SA 4.0",
    }
    shutil.rmtree(args.target, ignore_errors=True)
    nlp.to_disk(args.target)
    prune_trees(args.target / "trainable_lemmatizer")
    prune_strings(args.target)


def prune_trees(lemmatizer: Path) -> None:
    """Keep only the edit trees of the labels, which spaCy makes first; those that came in training were too rare for one."""
    trees = srsly.read_msgpack(lemmatizer / "trees")["trees"]
    labels = srsly.read_json(lemmatizer / "cfg")["labels"]
    srsly.write_msgpack(lemmatizer / "trees", {"trees": trees[: max(labels) + 1]})


def prune_strings(model: Path) -> None:
    """Keep only the strings that the lemmatizer's trees name: the words of the treebank take a third of the load time."""
    strings = StringStore().from_disk(model / "vocab" / "strings.json")
    trees = srsly.read_msgpack(model / "trainable_lemmatizer" / "trees")["trees"]
    used = {strings[tree[part]] for tree in trees for part in ("orig", "subst") if tree.get(part)}
    StringStore(sorted(used)).to_disk(model / "vocab" / "strings.json")


if __name__ == "__main__":
    main()
