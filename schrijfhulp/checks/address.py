"""Checks on how a text speaks to its reader."""

from collections.abc import Iterator

from spacy.tokens import Token

from schrijfhulp.checks import Blocks, Options, on_block, on_document
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.quiet import doc_token
from schrijfhulp.dutch.syntax import has, is_finite
from schrijfhulp.types import Place, Suggestion

POLITE = frozenset(("u", "uw", "uwe", "uzelf"))
FAMILIAR = frozenset(("je", "jij", "jou", "jouw", "jouwe", "jezelf", "jullie"))
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
        found = {"found": "jullie"} if token.lower_ == "jullie" else {}
        values_here = {**values, **found, "count": len(fewer)}
        place = Place(start=start, end=end, suggestions=suggestions, values=values_here)
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


DISTANT = frozenset(("de", "deze", "elke", "iedere"))
NOMINAL = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN"))  # what makes a noun phrase with the word behind it


@on_block
def burger_op_afstand(parsed: Parsed, options: Options) -> Iterator[Place]:
    """The reader by his role in the file: `de aanvrager`, and without an article those in `bare`; not another person."""
    for token in parsed.doc:
        if token.lower_ not in options["roles"] or token.i in parsed.quoted:
            continue
        before, after = doc_token(token, -1), doc_token(token, 1)
        if after is not None and after.pos_ == "NOUN" and token.head == after:
            continue  # "de verzekerde waarde", "belanghebbende partijen"
        if before is not None and before.lower_ in DISTANT:
            first = before
        elif token.lower_ in options["bare"] and _stands_alone(parsed, token):
            first = token
        else:
            continue
        if token.i not in parsed.named and not _is_someone_else(token):
            start, end = parsed.place(first, token)
            yield Place(start=start, end=end)


def _stands_alone(parsed: Parsed, token: Token) -> bool:
    """Whether a role without an article is part of a sentence: no field of a form, no `als aanvrager`, no definition."""
    before, after = doc_token(token, -1), doc_token(token, 1)
    if parsed.kind == "heading" or not any(is_finite(item) for item in token.sent):
        return False
    if after is None or after.text in (":", "="):
        return False
    if before is None or token.is_sent_start:
        return True
    if before.lower_ == "als":
        return bool(before.is_sent_start) and after.is_alpha and not is_finite(after)
    is_one_phrase = before.pos_ in NOMINAL or before.dep_ == "nmod:poss" or before.is_punct
    return not is_one_phrase and before.lower_ not in ("onder", "per")


def _is_someone_else(token: Token) -> bool:
    """Whether the role is another person's: one that the text named before or beside it, or one the reader acts on."""
    doers = [item for item in token.head.children if item.dep_ in ("nsubj", "nsubj:pass") and item != token]
    if any(item.lower_ in POLITE | FAMILIAR for item in doers):
        return True
    earlier = token.doc[: token.i]
    beside = [item.head for item in token.sent if item.dep_ == "nmod:poss" and item.lower_ in ("uw", "je", "jouw")]
    return any(item.lemma_.lower() in words_of("other_people") for item in (*earlier, *beside))
