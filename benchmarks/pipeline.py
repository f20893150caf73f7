"""Scores of a pipeline on the development sets of the treebank, with gold words: `python -m benchmarks pipeline`."""

import time
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

import schrijfhulp
from training.prepare import ATTRIBUTES, grouped, read_sentences

TREEBANK = Path(__file__).parents[2] / "shared" / "ud"
SCORES = {
    "UPOS": "pos_acc",
    "morph": "morph_acc",
    "lemma": "lemma_acc",
    "UAS": "dep_uas",
    "LAS": "dep_las",
    "sent F": "sents_f",
}


def main() -> None:
    if not TREEBANK.is_dir():
        print(f"skipped: no treebank in {TREEBANK}")
        return
    nlp = schrijfhulp.load().nlp
    print(f"{'':16}" + "".join(f"{name:>8}" for name in SCORES) + f"{'words/s':>10}")
    for path in sorted(TREEBANK.glob("dev-*.conllu")):
        scores, speed = evaluate(nlp, grouped(read_sentences(path)))
        print(f"{path.stem:16}" + "".join(f"{scores[name]:8.3f}" for name in SCORES) + f"{speed:10.0f}")


def evaluate(nlp: Language, gold: list[Doc]) -> tuple[dict[str, float], float]:
    """The scores of SCORES over the gold docs, and words per second."""
    shared = list(DocBin(docs=gold, attrs=ATTRIBUTES).get_docs(nlp.vocab))
    examples = [
        Example(Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc]), doc)
        for doc in shared
    ]
    started = time.perf_counter()
    found = nlp.evaluate(examples)
    seconds = time.perf_counter() - started
    return {name: found[key] for name, key in SCORES.items()}, sum(map(len, gold)) / seconds
