"""Where sentences start, as far as the writing tells; the parser decides the rest."""

from spacy.tokens import Doc, Token

from schrijfhulp.dutch import abbreviations

ENDERS = frozenset(".!?")
CLOSERS = frozenset("\"'”’»)]")
OPENERS = frozenset("\"'“‘„«([")


def mark_sentence_starts(doc: Doc) -> None:
    """Fix the sentence starts of a doc that has not been parsed, where the writing leaves no doubt."""
    for token in doc[1:]:
        token.is_sent_start = starts_sentence(token)


def starts_sentence(token: Token) -> bool | None:
    """Whether `token` starts a sentence, or None where only the grammar tells."""
    before = token.nbor(-1)
    text = before.text
    if len(text) > 1 and text[-1] == "." and text[0] != ".":
        return None if token.text[0].isupper() and abbreviations.may_end_sentence(text) else False
    closed = before
    while closed.text in CLOSERS and closed.i > 0:
        closed = closed.nbor(-1)
    if closed.text[-1] not in ENDERS:
        return None if closed.text[-1] in "…:;" else False
    if token.text in CLOSERS and token.text not in OPENERS:
        return False
    if token.text[0].islower() or (token.is_punct and token.text not in OPENERS):
        return False
    return True if token.text[0].isupper() else None
