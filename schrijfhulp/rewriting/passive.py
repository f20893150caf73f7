"""Passive to active, where the text names the doer: `X wordt door Y gedaan` to `Y doet X`."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Span, Token

from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.inflection import Slot, like
from schrijfhulp.dutch.lexicon import words_of
from schrijfhulp.dutch.parsing import Parsed
from schrijfhulp.dutch.syntax import Passive, child, has, is_finite
from schrijfhulp.types import Suggestion

AS_SUBJECT = {
    "mij": "ik",
    "me": "ik",
    "jou": "jij",
    "hem": "hij",
    "haar": "zij",
    "ons": "wij",
    "hen": "zij",
    "u": "u",
    "jullie": "jullie",
}
AS_OBJECT = {
    "ik": "mij",
    "jij": "jou",
    "je": "je",
    "hij": "hem",
    "wij": "ons",
    "we": "ons",
    "u": "u",
    "jullie": "jullie",
    "dit": "dit",
    "dat": "dat",
    "het": "het",
}
PERSONS: Mapping[str, Slot] = {"ik": "pres_1sg", "u": "pres_2sg", "jij": "pres_2sg", "je": "pres_2sg"}
NO_TREMA = str.maketrans("ëïü", "eiu")  # "geïnformeerd" is of "informeren"
MODALS = frozenset({"kunnen", "moeten", "mogen", "zullen", "willen"})


def to_active(parsed: Parsed, sentence: Span, passive: Passive) -> Iterator[Suggestion]:
    """The sentence with the doer as its subject; nothing where the sentence is not one simple main clause."""
    parts = _parts(sentence, passive)
    if parts is None:
        return
    finite, doer, patient = parts
    infinitive = passive.verb.lemma_.translate(NO_TREMA) if passive.verb.lower_[2:3] in "ëïü" else passive.verb.lemma_
    slots = inflection.forms(infinitive).get(passive.verb.lower_, frozenset()) if infinitive.endswith("n") else ()
    if "participle" not in slots:
        return  # the lemma is a guess
    subject, plural = _subject(parsed, doer, passive)
    verb = _finite(finite, infinitive, subject, plural=plural)
    if verb is None:
        return
    closing = _closing(finite, passive, infinitive)
    taken = {*range(doer.start, doer.end), *range(patient.start, patient.end), finite.i, passive.verb.i, passive.aux.i}
    body = [
        token for token in sentence if token.i not in taken and not (token.is_punct and token.i == sentence.end - 1)
    ]
    opening = [token for token in body if token.i < finite.i and token.lower_ != "er"]
    rest = [token for token in body if token.i > finite.i]
    if opening and patient[0].i < finite.i:
        return  # two constituents before the verb: the parse is off
    said = _object(parsed, patient)
    asks = finite.i == sentence.start
    lead = [_text(parsed, opening), verb, subject] if opening or asks else [subject, verb]
    words = [*lead, said, _text(parsed, rest), closing]
    text = " ".join(word for word in words if word)
    start, end = parsed.place(sentence[0], sentence[-1])
    final = sentence[-1].text if sentence[-1].is_punct else ""
    yield Suggestion(text=like("Xx", text) + final, start=start, end=end)


def _parts(sentence: Span, passive: Passive) -> tuple[Token, Span, Span] | None:
    """The finite verb, the doer's phrase with `door`, and the subject's phrase, of a simple main clause."""
    verb, doer = passive.verb, passive.doer
    patient = child(verb, "nsubj:pass", "nsubj")
    if doer is None or patient is None or verb.head != verb:
        return None
    if child(verb, "conj", "cc", "parataxis", "advcl") is not None:
        return None
    finite = [token for token in sentence if is_finite(token)]
    if len(finite) != 1 or finite[0].i > verb.i or any(token.text in ",;:" for token in sentence):
        return None
    phrases = _phrase(doer), _phrase(patient)
    if phrases[0][0].lower_ != "door" or any(token.pos_ == "ADP" and token.lower_ != "van" for token in phrases[0][1:]):
        return None  # "door de school onder leiding van …": where the doer ends is unsure
    following = phrases[0][-1].nbor()
    if following.lower_ in words_of("attached_to_nouns"):
        return None  # "door leerlingen uit vier dorpen": it may belong to the doer
    if patient.pos_ == "PRON" and patient.lower_ not in AS_OBJECT:
        return None
    return finite[0], phrases[0], phrases[1]


def _phrase(head: Token) -> Span:
    return head.doc[head.left_edge.i : head.right_edge.i + 1]


def _subject(parsed: Parsed, doer: Span, passive: Passive) -> tuple[str, bool]:
    """The doer without `door`, and whether it takes a plural verb."""
    inner = doer[1:]
    text = _text(parsed, list(inner))
    head = passive.doer
    plural = head is not None and (has(head, "Number", "Plur") or any(item.dep_ == "conj" for item in head.children))
    if text.lower() in AS_SUBJECT:
        return AS_SUBJECT[text.lower()], text.lower() in ("ons", "hen", "jullie")
    return text, plural


def _object(parsed: Parsed, patient: Span) -> str:
    text = _text(parsed, list(patient))
    if len(patient) == 1 and text.lower() in AS_OBJECT:
        return AS_OBJECT[text.lower()]
    keeps_capital = patient[0].pos_ == "PROPN" or text[:2].isupper()
    return text if keeps_capital else text[0].lower() + text[1:]


def _finite(finite: Token, infinitive: str, subject: str, *, plural: bool) -> str | None:
    """The finite verb of the active clause: the main verb, or the modal that goes with it."""
    past = has(finite, "Tense", "Past")
    slot: Slot = ("past_pl" if plural else "past_sg") if past else ("pres_pl" if plural else "pres_3sg")
    if not past and subject.lower() in PERSONS:
        slot = PERSONS[subject.lower()]
    if finite.lemma_ in MODALS:
        return inflection.inflect(finite.lemma_, slot)
    if finite.lemma_ != "worden":
        return inflection.inflect("hebben", slot) if finite.lemma_ == "zijn" else None
    return inflection.verb(infinitive).apart(slot)


def _closing(finite: Token, passive: Passive, infinitive: str) -> str:
    """What closes the active clause: an infinitive after a modal, the participle in the perfect, or a separable part."""
    if finite.lemma_ in MODALS:
        return inflection.verb(infinitive).infinitive
    return passive.verb.text if finite.lemma_ == "zijn" else inflection.verb(infinitive).particle


def _text(parsed: Parsed, tokens: list[Token]) -> str:
    """The words of some tokens, with white space only where the text has it."""
    parts: list[str] = []
    for token in tokens:
        start, end = parsed.place(token, token)
        glued = parts and token.i and parsed.ends[token.i - 1] == start and tokens[0].i != token.i
        parts += ["" if glued or not parts else " ", parsed.text[start:end]]
    text = "".join(parts)
    first = tokens[0] if tokens else None
    return (
        text[0].lower() + text[1:]
        if first is not None and first.is_sent_start and first.pos_ != "PROPN" and not text[:2].isupper()
        else text
    )
