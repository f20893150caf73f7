"""Checks on negations that cancel each other out."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from schrijfhulp.checks import Options, on_block
from schrijfhulp.dutch.frequency import zipf
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.quiet import doc_token
from schrijfhulp.dutch.syntax import is_finite, is_infinitive, own_infinitive, particle
from schrijfhulp.types import Place, Suggestion

NEGATIONS = frozenset(("niet", "geen", "nooit", "niemand", "niets", "nergens", "nimmer"))
DEGREES = frozenset(
    ["geheel", "helemaal", "zo", "erg", "echt", "volledig", "bepaald", "altijd", "al", "te", "heel", "zeer"]
)
DENYING = frozenset(
    [
        "voorkomen",
        "verhinderen",
        "vermijden",
        "ontkennen",
        "betwijfelen",
        "verbieden",
        "beletten",
        "verhoeden",
        "uitsluiten",
    ]
)
KNOWING = frozenset(
    ["weten", "begrijpen", "vergeten", "zien", "zeggen", "vertellen", "horen", "lezen"]
)  # "niet weten waarom er geen …"
LACKING = frozenset(("ontkennen", "nalaten", "verhelen", "verzuimen", "uitsluiten"))  # "niet nalaten" is doing it
IMPOSSIBLE = frozenset(("onmogelijk", "ondenkbaar", "onwaarschijnlijk"))
COMPLEMENTS = frozenset(("ccomp", "csubj", "xcomp", "acl", "advcl"))
PARTING = frozenset((";", ":", "maar", "en", "of", "want", "dus"))
WITHOUT = frozenset(("meer", "twijfel", "gevolgen"))


@on_block
def dubbele_ontkenning(parsed: Parsed, options: Options) -> Iterator[Place]:
    """Two negations of which one undoes the other: `niet ongebruikelijk`, `niet zonder`, `tenzij … niet`."""
    for sentence in parsed.sentences:
        if not any(token.lower_ in NEGATIONS for token in sentence):
            continue
        taken = -1
        for first, second, suggestion in _pairs(sentence, options):
            if first.i <= taken:
                continue
            taken = second.i
            start, end = parsed.place(first, second)
            suggestions = (Suggestion(text=suggestion, start=start, end=end),) if suggestion else ()
            yield Place(
                start=start, end=end, values={"first": first.text, "second": second.text}, suggestions=suggestions
            )


def _pairs(sentence: Span, options: Options) -> Iterator[tuple[Token, Token, str | None]]:
    """The two halves of each double negation, in order, with the positive wording where that is safe."""
    for token in sentence:
        lower = token.lower_
        if lower in NEGATIONS:
            found = _close_pair(token, options) or _far_pair(token, sentence)
            if found is not None:
                yield token, *found
        elif lower == "tenzij":
            if (other := _negation_in_clause(token, sentence)) is not None:
                yield token, other, None
        elif (other := _denied(token) or _in_denied_clause(token)) is not None:
            yield token, other, None


def _close_pair(token: Token, options: Options) -> tuple[Token, str | None] | None:
    """`niet onbelangrijk`, `niet geheel onterecht`, `niet zonder reden`, `geen onredelijk verzoek`, `niet uitgesloten dat`."""
    following = doc_token(token, 1)
    if following is None:
        return None
    lower = following.lower_
    if token.lower_ in ("niet", "nooit") and lower in DEGREES and (beyond := doc_token(following, 1)) is not None:
        return (beyond, None) if is_negated(beyond.lower_, options) else None
    if lower == "zelden" and token.lower_ == "niet":
        return following, "Vaak" if token.text[0].isupper() else "vaak"
    if token.lower_ == "geen":
        return (following, None) if _stem(lower) in options["litotes"] else None
    if token.lower_ not in ("niet", "nooit", "nimmer"):
        return None
    if is_negated(lower, options):
        return following, _positive(token, lower, options)
    if lower == "zonder" and token.lower_ == "niet":
        return None if _is_without_idiom(following) else (following, None)
    if lower == "verboden" and token.lower_ == "niet":
        return following, "toegestaan"
    if token.lower_ == "niet" and following.lemma_ in LACKING and is_infinitive(following):
        return following, None
    if lower in ("uitgesloten", "ondenkbaar") and token.lower_ == "niet" and _leads_to_clause(following):
        return following, "mogelijk" if lower == "uitgesloten" else None
    return None


def is_negated(word: str, options: Options) -> bool:
    """Whether the word is an adjective with `on-` for not: onbelangrijk; not onderzocht, ontvangen, onmiddellijk."""
    if (
        not word.startswith("on")
        or word in options["no_negation"]
        or word.startswith(("onder", "ontv", "ontw", "onth", "onts"))
    ):
        return False
    rest = word[2:]
    return len(rest) >= 4 and any((zipf(form) or 0) >= options["zipf"] for form in (rest, _stem(word)))


def _stem(word: str) -> str:
    """The word without `on-` and without the ending -e: onredelijke gives redelijk."""
    rest = word.removeprefix("on")
    return rest[:-1] if rest.endswith("e") else rest


def _positive(token: Token, word: str, options: Options) -> str | None:
    """The word without both negations, where that says the same."""
    rest = word.removeprefix("on")
    if token.lower_ != "niet" or not {rest, _stem(word)} & set(options["safe"]):
        return None
    return rest.capitalize() if token.text[0].isupper() else rest


def _is_without_idiom(token: Token) -> bool:
    """`niet zonder meer`, and `niet zonder … kunnen` for needing someone."""
    following = doc_token(token, 1)
    if following is not None and following.lower_ in WITHOUT:
        return True
    verbs = [item for item in token.sent if item.pos_ in ("VERB", "AUX")]
    return all(verb.lemma_ in ("kunnen", "zullen") for verb in verbs)


def _leads_to_clause(token: Token) -> bool:
    rest = [item for item in token.doc[token.i + 1 : token.i + 3] if item.text != ","]
    return bool(rest) and rest[0].lower_ == "dat"


def _far_pair(token: Token, sentence: Span) -> tuple[Token, str | None] | None:
    """A second negation in the clause that the first one denies: `niet mogelijk om geen`, `geen aanvrager die niet`."""
    if (following := doc_token(token, 1)) is not None and following.lower_ in ("alleen", "enkel", "zozeer", "slechts"):
        return None
    for other in sentence.doc[token.i + 1 : sentence.end]:
        if _is_exception(other):
            return other, None
        if other.lower_ in NEGATIONS and not _is_contrast(other):
            return (other, None) if _denies(token, other) else None
        if other.text == ";":
            return None
    return None


def _is_exception(token: Token) -> bool:
    """`tenzij`, or `behalve` before a clause: after a negation both mean `alleen als`."""
    following = doc_token(token, 1)
    return token.lower_ == "tenzij" or (
        token.lower_ == "behalve" and following is not None and following.lower_ in ("als", "wanneer", "indien")
    )


def _is_contrast(token: Token) -> bool:
    following = doc_token(token, 1)
    return following is not None and following.lower_ in ("alleen", "enkel")


def _denies(first: Token, second: Token) -> bool:
    """Whether the clause of the second negation is what the first one denies."""
    outer, inner = _clause(first), _clause(second)
    if outer == inner:
        between = first.doc[first.i + 1 : second.i]
        return first.lower_ != second.lower_ and not any(
            item.lower_ in PARTING or item.text == "," or (is_finite(item) and _clause(item) != outer)
            for item in between
        )
    if inner.dep_ in ("acl", "acl:relcl"):
        noun = inner.head
        return noun == first or (first.head == noun and first.lower_ == "geen")
    if (
        inner.dep_ not in ("ccomp", "csubj", "xcomp")
        or outer.lemma_ in KNOWING
        or outer not in (first, first.head, first.head.head)
    ):
        return False
    if first.lower_ == "niet" and first.head not in (outer, outer.head):
        return False
    opener = next(
        (item.lower_ for item in first.doc[first.i + 1 : second.i] if item.lower_ in ("dat", "om", "als")), None
    )
    return inner.head == outer and opener in ("dat", "om")


def _clause(token: Token) -> Token:
    """The head of the clause that a token stands in."""
    head = token
    while head.dep_ not in (*COMPLEMENTS, "acl:relcl", "ROOT", "parataxis") and not (
        head.dep_ == "conj" and head.pos_ in ("VERB", "AUX")
    ):
        if head.head == head:
            break
        head = head.head
    return head


def _negation_in_clause(opener: Token, sentence: Span) -> Token | None:
    """The first negation behind `tenzij`, up to the next comma or the end of its clause."""
    for token in sentence.doc[opener.i + 1 : sentence.end]:
        if token.text in (",", ";"):
            return None
        if token.lower_ in NEGATIONS and not _is_contrast(token):
            return token
    return None


def _in_denied_clause(token: Token) -> Token | None:
    """The negation in a clause that `voorkomen` or `onmogelijk` denies, or right behind `zonder`."""
    if token.lower_ == "zonder":
        following = doc_token(token, 1)
        return following if following is not None and following.lower_ in ("geen", "niet") else None
    denies = token.lemma_ in DENYING and token.pos_ == "VERB" and not _happens(token)
    return _negation_in_complement(token) if denies or token.lower_ in IMPOSSIBLE else None


def _denied(verb: Token) -> Token | None:
    """The `niet` of `wij ontkennen niet dat`, `wij sluiten niet uit dat`."""
    if verb.pos_ != "VERB":
        return None
    for token in verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)]:
        if token.lower_ != "niet" or all(item.lower_ != "dat" for item in verb.doc[token.i + 1 : token.i + 4]):
            continue
        apart = particle(verb)
        infinitive = own_infinitive(verb) if apart is None else apart.lower_ + own_infinitive(verb)
        return token if infinitive in LACKING else None
    return None


def _happens(verb: Token) -> bool:
    """`het kan voorkomen dat …`: there the verb means to happen."""
    before = [item.lower_ for item in verb.doc[max(verb.sent.start, verb.i - 6) : verb.i]]
    return verb.lemma_ == "voorkomen" and "het" in before and bool({"kan", "kunnen", "zou", "komt"} & set(before))


def _negation_in_complement(verb: Token) -> Token | None:
    """The negation in the `dat` clause of a verb that denies by itself: voorkomen dat … niet."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.lower_ in ("niet", "geen", "nooit") and not _is_contrast(token):
            between = [item.lower_ for item in verb.doc[verb.i + 1 : token.i]]
            clause = _clause(token)
            return (
                token
                if "dat" in between[:3]
                and clause.dep_ in COMPLEMENTS
                and not {";", "omdat", "als", "en"} & set(between)
                else None
            )
    return None
