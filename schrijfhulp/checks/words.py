"""Checks on words that no list can hold: long ones, abbreviations and rare ones."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from spacy.tokens import Span, Token

from schrijfhulp.checks import Blocks, Options, on_block, on_document
from schrijfhulp.dutch import abbreviations, inflection
from schrijfhulp.dutch.compounds import HYPHEN, parts
from schrijfhulp.dutch.familiarity import is_familiar
from schrijfhulp.dutch.frequency import zipf
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.quiet import doc_token, kinds_of_law
from schrijfhulp.dutch.syntax import has
from schrijfhulp.types import Place, Severity, Suggestion

CONTENT = frozenset(("NOUN", "VERB", "ADJ"))


@on_block
def lang_woord(parsed: Parsed, options: Options) -> Iterator[Place]:
    """Words with a piece of `letters` letters or more between hyphens, unless they are names or in `known`."""
    for token in parsed.doc:
        if len(token) < options["letters"] or token.like_url or token.like_email:
            continue
        longest = max(HYPHEN.split(token.text), key=len)
        if len(longest) < options["letters"] or not longest.isalpha() or longest.isupper():
            continue
        if _is_in_name(parsed, token, longest) or _is_well_known(token, longest, options):
            continue
        start, end = parsed.place(token, token)
        found = parts(longest)
        yield Place(
            start=start,
            end=end,
            values={"count": len(longest), "parts": " + ".join(found)},
            variant="compound" if len(found) > 1 else None,
            suggestions=_hyphenated(token.text, longest, found, start, options["letters"]),
        )


def _is_in_name(parsed: Parsed, token: Token, longest: str) -> bool:
    """Whether the word, and not only an abbreviation before its hyphen (`CO2-`), is part of a name."""
    if token.i in parsed.named and token.text[0].isupper() == longest[0].isupper():
        return True
    return longest[0].isupper() and token.pos_ == "PROPN"


def _is_well_known(token: Token, word: str, options: Options) -> bool:
    known = {word.lower(), token.lower_, token.lemma_.lower()} & set(options["known"])
    return bool(known) or (zipf(word) or 0) >= options["zipf"]


def _hyphenated(text: str, longest: str, found: tuple[str, ...], start: int, letters: int) -> tuple[Suggestion, ...]:
    """The word with a hyphen between two of its parts, which the official spelling allows to make a word easier to read.

    It stands before the last part, or before an earlier one if a piece would still have `letters` letters or more.
    """
    at = 0
    breaks: list[int] = []
    for part, following in pairwise(found):
        at = longest.lower().find(following, at + len(part) - 1)
        if at < 0:
            break
        breaks.append(at)
    place = next((at for at in reversed(breaks) if max(at, len(longest) - at) < letters), None)
    if place is None:
        return ()
    first = start + text.index(longest)
    return (Suggestion(text=f"{longest[:place]}-{longest[place:]}", start=first, end=first + len(longest)),)


ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
WITH_ENDING = re.compile(r"(?P<short>[^\W\d_][\w&./]*?)(?:['’](?:s|er|ers|je|jes|en|tje|tjes)|-.+)?")
NAMED_AFTER = re.compile("-[A-Z][a-z]")
SHOUTED = 4.0  # Zipf of a word that is written in capitals to stress it: NIET, WEL
CODE_WORDS = words_of("code_words")


@on_document
def onbekende_afkorting(blocks: Blocks, options: Options) -> Iterator[Place]:
    """Abbreviations that the text does not explain: phrases each time, names and terms the first time."""
    explained = abbreviations.definitions(blocks.text)
    seen: set[str] = set()
    for block, parsed in blocks.blocks:
        if parsed is None:
            continue
        for token in _candidates(parsed):
            place = _written_out(parsed, token, options) if parsed.kind != "cell" else None
            if place is None:
                place = _first_use(parsed, token, options, explained, seen)
            if place is not None:
                yield place.moved(block.start)


def _candidates(parsed: Parsed) -> Iterator[Token]:
    """The tokens that may be an abbreviation: no plain words, nothing quoted, no lines in capitals."""
    short = _listed()
    for sentence in parsed.sentences:
        found = [
            token for token in sentence if token.text in short or not (token.is_alpha and token.text[1:].islower())
        ]
        found = [token for token in found if token.i not in parsed.quoted and any(map(str.isalpha, token.text))]
        if found and not _in_capitals(sentence):
            yield from found


@cache
def _listed() -> frozenset[str]:
    return frozenset(abbreviations.phrases()) | frozenset(abbreviations.known())


def _in_capitals(sentence: Span) -> bool:
    """Whether a line is written in capitals, so that capitals mark no abbreviation."""
    letters = [char for token in sentence for char in token.text if char.isalpha()]
    return len(letters) > 6 and sum(map(str.isupper, letters)) * 5 > len(letters) * 3


def _written_out(parsed: Parsed, token: Token, options: Options) -> Place | None:
    """An abbreviation that a phrase can replace: `d.m.v.`, `m.b.t.`"""
    phrases = abbreviations.phrases()
    short = token.text if token.text in phrases else token.text[:1].lower() + token.text[1:]
    if short not in phrases or short in options["silent"]:
        return None
    wordings = phrases[short]
    if short in options["plain"]:
        wordings = (*wordings[1:], wordings[0])
    start, end = parsed.place(token, token)
    following = doc_token(token, 1)
    if wordings[0].endswith(":") and following is not None and following.text == ":":
        end = parsed.place(following, following)[1]
    stop = "." if short.endswith(".") and _ends_sentence(token) else ""
    if not wordings[0]:
        return _left_out(parsed, token, stop)
    capital = token.text[0].isupper()
    suggestions = tuple(
        Suggestion(text=(_capital(text) if capital else text) + stop, start=start, end=end) for text in wordings
    )
    return Place(start=start, end=parsed.place(token, token)[1], suggestions=suggestions, variant="phrase")


def _left_out(parsed: Parsed, token: Token, stop: str) -> Place:
    """An abbreviation that the sentence can do without: `3 mei jl.` The word before it stays."""
    start, end = parsed.place(token, token)
    before = doc_token(token, -1)
    suggestions: tuple[Suggestion, ...] = ()
    if before is not None:
        kept = parsed.starts[before.i], parsed.ends[before.i]
        suggestions = (Suggestion(text=parsed.text[slice(*kept)] + stop, start=kept[0], end=end),)
    return Place(start=start, end=end, suggestions=suggestions, variant="needless")


def _ends_sentence(token: Token) -> bool:
    following = doc_token(token, 1)
    return abbreviations.may_end_sentence(token.text) and (following is None or bool(following.is_sent_start))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _first_use(
    parsed: Parsed, token: Token, options: Options, explained: Mapping[str, int], seen: set[str]
) -> Place | None:
    """The first time that the text uses an abbreviation without saying what it means."""
    match = WITH_ENDING.fullmatch(token.text)
    if match is None:
        return None
    short = match["short"]
    if (
        short in seen
        or short.lower() in seen
        or {short, short.lower(), token.text} & explained.keys()
        or short in abbreviations.everyday()
        or short in options["silent"]
    ):
        return None
    following = doc_token(token, 1)
    if following is not None and following.text in (":", "="):
        return None  # a list of abbreviations
    meaning = abbreviations.known().get(short)
    if meaning is None:
        return _unknown(parsed, token, short, seen)
    if _is_word(token, short) or _stands_beside(token, meaning) or _is_reference(token, short, options):
        return None
    is_law = any(kind in meaning.lower() for kind in kinds_of_law())
    if not is_law and _is_beside_name(token):
        return None
    seen.add(short)
    start, _ = parsed.place(token, token)
    end = start + len(short)
    alone = token.text == short and parsed.text[start:end] == short
    suggestions = (
        (Suggestion(text=f"{meaning} ({short})", start=start, end=end),) if alone and not _in_brackets(token) else ()
    )
    severity: Severity | None = "laag" if meaning[0].isupper() and not is_law else None
    return Place(
        start=start,
        end=end,
        values={"meaning": meaning, "short": short},
        variant="known",
        suggestions=suggestions,
        severity=severity,
    )


def _is_reference(token: Token, short: str, options: Options) -> bool:
    """Whether the letters stand in a postcode (`1234 AB`), or name the source of a publication (`Stb. 2003, 262`)."""
    before, after = doc_token(token, -1), doc_token(token, 1)
    if before is not None and before.text.isdigit() and len(before) == 4 and len(short) == 2:
        return True
    if before is not None and before.text.isdigit() and short.isupper() and len(short) == 2 and not _is_article(token):
        return True  # 120 KB
    if after is not None and after.text.isdigit() and len(after) < 4 and short.isupper() and len(short) == 2:
        return True  # GS 12 weken
    if NAMED_AFTER.match(token.text, len(short)):
        return True  # IB-Groep
    number = after is not None and (
        any(char.isdigit() for char in after.text) or after.lower_ in ("nr", "nr.", "l", "c")
    )
    return short in options["sources"] and number


def _is_article(token: Token) -> bool:
    """Whether a law follows the number of its article: `artikel 3 Awb`."""
    before = token.doc[max(0, token.i - 6) : token.i]
    return any(item.lower_ in ("artikel", "artikelen", "art.", "artt.", "lid", "boek") for item in before)


def _is_word(token: Token, short: str) -> bool:
    """Whether the letters are more likely to be a word: `Bal` or `po` in running text, `OPA` for stress."""
    frequency = zipf(short) or 0
    if short.isupper():
        return frequency >= SHOUTED and token.pos_ not in ("PROPN", "NOUN", "X")
    return frequency >= 3 and (short.islower() or bool(token.is_sent_start) or token.pos_ not in ("PROPN", "X"))


def _stands_beside(token: Token, meaning: str) -> bool:
    """Whether the meaning stands around the abbreviation, in a shape that the search for explanations misses."""
    near = " ".join(item.lower_ for item in token.doc[max(0, token.i - 12) : token.i + 12])
    return meaning.lower() in near


def _in_brackets(token: Token) -> bool:
    before = doc_token(token, -1)
    return before is not None and before.text == "("


def _unknown(parsed: Parsed, token: Token, short: str, seen: set[str]) -> Place | None:
    """Capitals that nobody explains: not a word with stress, a number, a code or a part of a name."""
    capitals = sum(map(str.isupper, short))
    if not (
        2 <= len(short) <= 6 and short.isalpha() and short[0].isupper() and capitals >= 2 and capitals * 2 > len(short)
    ):
        return None
    if (
        ROMAN.fullmatch(short)
        or len(set(short)) == 1
        or (zipf(short) or 0) >= SHOUTED
        or short.lower() in abbreviations.everyday()
    ):
        return None
    if _is_code(token) or _is_beside_name(token) or _in_brackets(token):
        return None
    seen.add(short)
    start, _ = parsed.place(token, token)
    return Place(start=start, end=start + len(short), values={"short": short}, variant="unknown")


def _is_code(token: Token) -> bool:
    """Whether the letters belong to a number, a postcode, a product or a place."""
    before, after = doc_token(token, -1), doc_token(token, 1)
    for item in (before, after):
        if item is not None and (
            any(char.isdigit() for char in item.text) or item.text in "/_@&+=" or item.lower_ in CODE_WORDS
        ):
            return True
    return any(char.isdigit() for char in token.text)


def _is_beside_name(token: Token) -> bool:
    """Whether the letters are part of a longer name: `TU Delft`, `Stichting ABC`, `J.P. DE VRIES`."""
    for item in (doc_token(token, -1), doc_token(token, 1)):
        if item is None or not item.text[0].isupper() or not item.is_alpha or item.is_sent_start:
            continue
        if item.pos_ == "PROPN" or item.text.isupper():
            return True
    return False


@on_block
def zeldzaam_woord(parsed: Parsed, options: Options) -> Iterator[Place]:
    """Nouns, verbs and adjectives rarer than the Zipf value `zipf`, unless their parts are common."""
    for token in parsed.doc:
        if (
            token.pos_ not in CONTENT
            or not options["letters"] <= len(token) <= options["longest"]
            or not token.is_alpha
            or token.i in parsed.named
        ):
            continue
        if not token.text.islower() and not (
            token.is_sent_start and token.text[1:].islower() and zipf(token.text) is not None
        ):
            continue
        if not any(is_familiar(word, limit=options["zipf"]) for word in (token.lower_, token.lemma_.lower())):
            start, end = parsed.place(token, token)
            yield Place(start=start, end=end, variant="rare", severity="laag")


@on_block
def betrekkelijk_welke(parsed: Parsed, options: Options) -> Iterator[Place]:
    """`welke` for `die` or `dat`: the brief welke u stuurde."""
    for token in parsed.doc:
        before = doc_token(token, -1)
        if token.lower_ != "welke" or before is None or before.pos_ not in ("NOUN", "PROPN", "PUNCT"):
            continue
        clause = token.head
        antecedent = clause.head
        if clause.dep_ != "acl:relcl" or antecedent.i > token.i:
            continue
        singular = not has(antecedent, "Number", "Plur")
        text = "dat" if singular and inflection.gender(antecedent.lemma_) == "het" else "die"
        start, end = parsed.place(token, token)
        yield Place(start=start, end=end, suggestions=(Suggestion(text=text, start=start, end=end),))
