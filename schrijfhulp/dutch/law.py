"""Whether a text names a law: by its name, its abbreviation, the number of an article, or as just "the law"."""

from spacy.tokens import Span, Token

from schrijfhulp.dutch.abbreviations import known
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.quiet import kinds_of_law

ARTICLE = frozenset(("artikel", "artikelen", "art.", "artt."))


def is_law(parsed: Parsed, token: Token) -> bool:
    """`Participatiewet`, `Wet`, `Awb` … as a name."""
    meaning = known().get(token.text, "")
    if meaning:
        return any(kind in meaning.lower() for kind in kinds_of_law())
    return token.i in parsed.named and token.lower_.endswith(kinds_of_law())


def is_article_number(sentence: Span, index: int) -> bool:
    """The number in `artikel 3`, `artikelen 3 en 4`."""
    return any(char.isdigit() for char in sentence[index].text) and any(
        token.lower_ in ARTICLE for token in sentence[max(0, index - 6) : index]
    )


def has_legal_ground(parsed: Parsed, sentence: Span) -> bool:
    """Whether a sentence or the next one in its block names a law or an article, or what the law as such asks."""
    near = [item for item in parsed.sentences if item.start in (sentence.start, sentence.end)]
    return any(
        token.lower_ in words_of("legal_words") or is_law(parsed, token) or is_article_number(item, index)
        for item in near
        for index, token in enumerate(item)
    )
