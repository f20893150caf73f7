"""Passives, separated verbs and subordinate clauses against the gold trees of the development sets.

`python -m benchmarks treebank`: precision and recall of what our rules see in the text, over what the treebank says.
"""

from collections.abc import Callable
from pathlib import Path

from spacy.tokens import Doc, Token

import schrijfhulp
from schrijfhulp.dutch.syntax import SUBORDINATE, particle, passives, subordinate_clauses
from training.prepare import read_sentences

TREEBANK = Path(__file__).parents[2] / "shared" / "ud"


def found_passives(doc: Doc) -> set[int]:
    return {passive.verb.i for sentence in doc.sents for passive in passives(sentence)}


def gold_passives(doc: Doc) -> set[int]:
    return {token.head.i for token in doc if token.dep_ == "aux:pass"}


def found_particles(doc: Doc) -> set[int]:
    return {apart.i for token in doc if (apart := particle(token)) is not None}


def gold_particles(doc: Doc) -> set[int]:
    return {token.i for token in doc if token.dep_ == "compound:prt"}


def found_clauses(doc: Doc) -> set[int]:
    return {head.i for sentence in doc.sents for head in subordinate_clauses(sentence)}


def gold_clauses(doc: Doc) -> set[int]:
    return {
        token.i for token in doc if token.dep_ in SUBORDINATE and any(map(is_finite_part, (token, *token.children)))
    }


def is_finite_part(token: Token) -> bool:
    return "Fin" in token.morph.get("VerbForm") and (
        token.dep_ in SUBORDINATE or token.dep_ in ("aux", "aux:pass", "cop")
    )


MEASURES: dict[str, tuple[Callable[[Doc], set[int]], Callable[[Doc], set[int]]]] = {
    "passive (aux:pass)": (found_passives, gold_passives),
    "separated verb (compound:prt)": (found_particles, gold_particles),
    "subordinate clause (acl, advcl, ccomp)": (found_clauses, gold_clauses),
}


def main() -> None:
    if not TREEBANK.is_dir():
        print(f"skipped: no treebank in {TREEBANK}")
        return
    nlp = schrijfhulp.load().nlp
    for path in sorted(TREEBANK.glob("dev-*.conllu")):
        gold = read_sentences(path)
        docs = list(
            nlp.pipe(
                Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc]) for doc in gold
            )
        )
        for name, (ours, theirs) in MEASURES.items():
            pairs = [(ours(doc), theirs(wanted)) for doc, wanted in zip(docs, gold, strict=True)]
            hits = sum(len(found & wanted) for found, wanted in pairs)
            precision = hits / max(sum(len(found) for found, _ in pairs), 1)
            recall = hits / max(sum(len(wanted) for _, wanted in pairs), 1)
            print(f"{path.stem:16}{name:42} precision {precision:.3f}  recall {recall:.3f}  ({hits} hits)")
