"""Turn the treebank into the binary corpora that `spacy train` reads.

    python training/prepare.py TREEBANK CORPUS

TREEBANK is a folder with ``train-*.conllu[.xz]`` and ``dev-*.conllu``; CORPUS receives ``train.spacy``, ``dev.spacy``
(a fixed part of both dev sets, to pick the best epoch by) and each dev set whole.
"""

import argparse
import lzma
import random
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.training.converters import conllu_to_docs

# LassySmall counts twice: its prose (newsletters, public information) is nearest to what governments write.
REPEATS = {"train-lassysmall": 2}
GROUP = 10  # sentences a document, about a long paragraph: teaches where a sentence ends
BARE_SHARE = 0.08  # copies without their final mark: headings and list items have none
LOWER_SHARE = 0.5  # of the bare copies, how many start with a small letter, as list items do
UPPER_SHARE = 0.015  # copies in capitals, as some headings are
ATTRIBUTES = ["ORTH", "SPACY", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START"]
DEV_GROUPS = 40  # documents of each dev set that pick the best epoch


def read_sentences(path: Path) -> list[Doc]:
    """One Doc a sentence of a CoNLL-U file, xz-compressed or plain."""
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf8")
    return list(conllu_to_docs(text, n_sents=1, no_print=True))


def grouped(sentences: list[Doc], *, rng: random.Random | None = None) -> list[Doc]:
    """Join consecutive sentences into documents: of GROUP sentences, or of 1 to 2 * GROUP when `rng` is given."""
    docs, at = [], 0
    while at < len(sentences):
        size = rng.randint(1, 2 * GROUP) if rng else GROUP
        docs.append(joined(sentences[at : at + size]))
        at += size
    return docs


def joined(sentences: list[Doc]) -> Doc:
    doc = Doc.from_docs(sentences, ensure_whitespace=True)
    if doc is None:
        raise ValueError("no sentences to join")
    return doc


def rewritten(sentence: Doc, words: list[str]) -> Doc:
    """The first `len(words)` tokens of a sentence with other spellings and the same analysis."""
    kept = sentence[: len(words)]
    return Doc(
        sentence.vocab,
        words=words,
        spaces=[bool(token.whitespace_) for token in kept],
        tags=[token.tag_ for token in kept],
        pos=[token.pos_ for token in kept],
        morphs=[str(token.morph) for token in kept],
        lemmas=[token.lemma_ for token in kept],
        heads=[token.head.i for token in kept],
        deps=[token.dep_ for token in kept],
    )


def as_fragment(sentence: Doc, rng: random.Random) -> Doc | None:
    """A sentence as a heading or list item: no final mark, sometimes a small first letter."""
    last = len(sentence) - 1
    if last < 2 or sentence[last].dep_ != "punct" or any(token.head.i == last for token in sentence[:last]):
        return None
    words = [token.text for token in sentence[:last]]
    if sentence[0].pos_ != "PROPN" and rng.random() < LOWER_SHARE:
        words[0] = words[0].lower()
    return rewritten(sentence, words)


def augmented(sentences: list[Doc], rng: random.Random) -> list[Doc]:
    """Extra one-sentence documents shaped like headings, list items and lines in capitals."""
    extra = []
    for sentence in sentences:
        if rng.random() < BARE_SHARE and (fragment := as_fragment(sentence, rng)):
            extra.append(fragment)
        if rng.random() < UPPER_SHARE:
            extra.append(rewritten(sentence, [token.text.upper() for token in sentence]))
    return extra


def save(docs: list[Doc], path: Path) -> None:
    DocBin(docs=docs, attrs=ATTRIBUTES).to_disk(path)
    print(f"{path.name}: {len(docs)} documents, {sum(len(doc) for doc in docs)} tokens")


def main() -> None:
    parser = argparse.ArgumentParser(description="Turn the treebank into corpora for `spacy train`.")
    parser.add_argument("treebank", type=Path)
    parser.add_argument("corpus", type=Path)
    args = parser.parse_args()
    args.corpus.mkdir(parents=True, exist_ok=True)
    rng = random.Random(0)
    train: list[Doc] = []
    for path in sorted(args.treebank.glob("train-*.conllu*")):
        sentences = read_sentences(path)
        for _ in range(REPEATS.get(path.name.split(".")[0], 1)):
            train += grouped(sentences, rng=rng) + augmented(sentences, rng)
    rng.shuffle(train)
    save(train, args.corpus / "train.spacy")
    dev: list[Doc] = []
    for path in sorted(args.treebank.glob("dev-*.conllu")):
        docs = grouped(read_sentences(path))
        save(docs, args.corpus / f"{path.stem}.spacy")
        dev += docs[:DEV_GROUPS]
    save(dev, args.corpus / "dev.spacy")


if __name__ == "__main__":
    main()
