"""Checks on how a text speaks to its reader."""

from collections.abc import Iterator

from spacy.tokens import Token

from schrijfhulp.checks import Blocks, Options, on_document
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.quiet import doc_token
from schrijfhulp.dutch.syntax import has, is_finite
from schrijfhulp.types import Place, Suggestion

POLITE = frozenset(("u", "uw", "uwe", "uzelf"))
FAMILIAR = frozenset(("je", "jij", "jou", "jouw", "jouwe", "jezelf"))
OTHER_FORM = {
    "jij": "u",
    "jou": "u",
    "jouw": "uw",
    "jouwe": "uwe",
    "jezelf": "uzelf",
    "uw": "je",
    "uwe": "jouwe",
    "uzelf": "jezelf",
}
IDIOMS = (  # here `je` is nobody in particular, or a form of address is talked about; braces mark the word
    "{je} weet maar nooit", "{je} weet het maar nooit", "weet {je} wel", "voor {je} het weet", "{je} van het", "{je} reinste",
    "{je} kunt niet alles hebben", "{u} tegen zegt", "{je} u tegen zegt", "{u} tegen te zeggen", "met {u} aan", "met {je} aan",
    "{je} en jij", "je en {jij}", "{u} of je", "u of {je}", "{je} of u", "je of {u}", "{u} en je", "u en {je}", "ken {je} dat",
    "zie {je} wel", "doe het {jezelf}", "{je} t'aime", "{je} suis", "{je} ne", "{je} m'appelle", "{je} vous",
)  # fmt: skip
HOURS = frozenset(("/", "km", "uur"))


@on_document
def u_en_je_gemengd(blocks: Blocks, options: Options) -> Iterator[Place]:
    """The words of the form of address that the text uses least, when it uses both `u` and `je`."""
    polite: list[tuple[int, Parsed, Token]] = []
    familiar: list[tuple[int, Parsed, Token]] = []
    for block, parsed in blocks.blocks:
        if parsed is None:
            continue
        for token in parsed.doc:
            if token.lower_ in POLITE and _is_address(parsed, token):
                polite.append((block.start, parsed, token))
            elif token.lower_ in FAMILIAR and _is_address(parsed, token):
                familiar.append((block.start, parsed, token))
    if not polite or not familiar:
        return
    fewer = familiar if len(familiar) <= len(polite) else polite
    values = {"usual": "u", "found": "je"} if fewer is familiar else {"usual": "je", "found": "u"}
    for offset, parsed, token in fewer:
        start, end = parsed.place(token, token)
        suggestions = tuple(Suggestion(text=text, start=start, end=end) for text in _other_form(token))
        place = Place(start=start, end=end, suggestions=suggestions, values={**values, "count": len(fewer)})
        yield place.moved(offset)


def _is_address(parsed: Parsed, token: Token) -> bool:
    """Whether the word speaks to the reader: not quoted, no initial, no hour, no part of a name or an idiom."""
    if token.i in parsed.quoted or token.pos_ in ("X", "SYM"):
        return False
    before, after = doc_token(token, -1), doc_token(token, 1)
    if token.lower_ == "u" and before is not None and (before.like_num or before.lower_ in HOURS):
        return False
    if token.text == "U" and after is not None and after.text in (".", "-"):
        return False
    if before is not None and before.text[-1] in "-'’" and not before.whitespace_:
        return False
    return not _is_in_title(token, before, after) and not _is_in_idiom(token)


def _is_in_title(token: Token, before: Token | None, after: Token | None) -> bool:
    """Whether a capital in mid-sentence makes the word part of a name: `Uw Stem`, `Denk Je Mee`."""
    if not token.text[0].isupper() or token.is_sent_start or token.lower_ == "u":
        return False
    return any(item is not None and item.text[0].isupper() and item.is_alpha for item in (before, after))


def _is_in_idiom(token: Token) -> bool:
    for idiom in IDIOMS:
        parts = idiom.split()
        for at, part in enumerate(parts):
            if part == f"{{{token.lower_}}}" and token.i >= at:
                window = token.doc[token.i - at : token.i - at + len(parts)]
                if [item.lower_ for item in window] == [item.strip("{}") for item in parts]:
                    return True
    return False


def _other_form(token: Token) -> Iterator[str]:
    """The same word in the other form of address, where the verb need not change with it."""
    other = OTHER_FORM.get(token.lower_)
    if token.lower_ == "je":
        other = "uw" if token.dep_ == "nmod:poss" or has(token, "Poss", "Yes") else "u"
    elif token.lower_ == "u":
        other = "je"
    if other is None or (token.dep_ in ("nsubj", "nsubj:pass") and not _keeps_verb(token)):
        return
    yield other.capitalize() if token.text[0].isupper() and token.is_sent_start else other


def _keeps_verb(subject: Token) -> bool:
    """`je krijgt` and `u krijgt` share a verb; `krijg je` and `krijgt u` do not, nor do `heeft` and `is`."""
    head = subject.head
    verbs = [item for item in (head, *head.children) if is_finite(item)]
    return bool(verbs) and all(
        item.i > subject.i and item.lower_ not in ("heeft", "is", "kan", "zal", "wil") for item in verbs
    )
