"""Load a Dutch spaCy pipeline and make it safe for official texts: abbreviations, placeholders, sentence ends."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER
from spacy.lang.punctuation import TOKENIZER_INFIXES
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without a stub
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, load_model, registry

from schrijfhulp.dutch import abbreviations
from schrijfhulp.resources import path

# [VELD], {{ naam }}, ${bedrag}, <datum>, %NAAM%: a gap that a later step fills in is one word to the reader.
PLACEHOLDER = (
    r"\[[^\[\]\s]{1,40}\]|\$?\{\{?[^{}\s]{1,80}\}\}?|<[A-Za-z_][\w.-]{0,40}>|%[A-Za-z_]{2,40}%|\.{3,}|…+|_{3,}"
)
DATE_OR_AMOUNT = r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{1,3}(?:\.\d{3})+(?:,(?:\d{1,2}|-|–))?|\d+,[-–]|\d{1,2}[.:]\d{2}|\d+(?:[.:]\d+)+[a-z]?"
EMAIL_OR_URL = r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s<>\"”]+[^\s<>\"”.,;:!?)\]]|[\w-]+(?:\.[\w-]+)*\.(?:nl|be|eu|com|org|net)(?:/[^\s<>\"”]*[^\s<>\"”.,;:!?)\]])?"
APOSTROPHE = r"[^\W\d_]+['’](?:s|er|en|tjes?)|['’](?:[stnmk]|s-[^\W\d_]+)"  # auto’s, sms’en, ’t, ’s-Gravenhage
GLUED = r"(?<=[\d)\]%–-])\.(?=[A-Z][a-z]+$)"  # "op 3 mei 2004.Daarna": a space was lost
SMALL, CAPITAL = "a-zß-öø-ÿāăąćčđēęěğīłńňőœřśšşţūůűźžż", "A-ZÀ-ÖØ-ÞĀĂĄĆČĐĒĘĚĞĪŁŃŇŐŒŘŚŠŞŢŪŮŰŹŽŻ"
LETTERS = SMALL + CAPITAL
WHOLE = f"{PLACEHOLDER}|{DATE_OR_AMOUNT}|{EMAIL_OR_URL}|{APOSTROPHE}"


class PipelineError(ValueError):
    """A pipeline that is not there or lacks a part we need; the message says what, in Dutch."""


def load(name: str | Path | None = None) -> Language:
    """The bundled pipeline, or an installed or saved one with UD labels. Raises PipelineError."""
    bundled = name is None
    try:
        nlp = load_model(
            name or path("model"),
            exclude=["tokenizer", "ner"],
            config={"nlp": {"tokenizer": {"@tokenizers": "schrijfhulp.Tokenizer.v1"}}},
        )
    except (OSError, ValueError) as error:
        what = "De meegeleverde taalpijplijn" if bundled else f"De taalpijplijn ‘{name}’"
        raise PipelineError(f"{what} is niet gevonden of niet te laden.") from error
    require_parts(nlp)
    return nlp


def require_parts(nlp: Language) -> None:
    """Raise PipelineError when a pipeline lacks what the rules need."""
    if nlp.lang != "nl":
        raise PipelineError(f"Deze taalpijplijn is voor de taal ‘{nlp.lang}’; Schrijfhulp heeft een Nederlandse nodig.")
    if "parser" not in nlp.pipe_names:
        raise PipelineError("Deze taalpijplijn heeft geen onderdeel ‘parser’ voor de zinsbouw.")
    if not {"morphologizer", "tagger", "attribute_ruler"} & set(nlp.pipe_names):
        raise PipelineError("Deze taalpijplijn heeft geen onderdeel ‘morphologizer’ of ‘tagger’ voor de woordsoorten.")
    if "lemmatizer" not in nlp.pipe_names and "trainable_lemmatizer" not in nlp.pipe_names:
        raise PipelineError("Deze taalpijplijn heeft geen onderdeel ‘lemmatizer’ voor de grondvormen.")


class Words:
    """Matches a chunk that stays whole: an abbreviation with its points, or what a pattern says."""

    def __init__(self, whole: re.Pattern[str], abbreviations: frozenset[str]) -> None:
        self._whole = whole
        self._abbreviations = abbreviations

    @property
    def pattern(self) -> str:
        """All of it as a regular expression, for spaCy to save; to compile that costs more than to look the words up."""
        return f"(?:{'|'.join(map(re.escape, sorted(self._abbreviations)))}|{self._whole.pattern})$"

    def match(self, text: str) -> bool:
        return text in self._abbreviations or self._whole.fullmatch(text) is not None


class Suffixes:
    """Finds what ends a chunk and is no part of its word. spaCy looks for it before it knows that `(art.` holds an abbreviation."""

    def __init__(self, endings: re.Pattern[str], abbreviations: frozenset[str]) -> None:
        self.pattern = endings.pattern  # what spaCy saves
        self._endings = endings
        self._abbreviations = abbreviations

    def search(self, text: str) -> re.Match[str] | None:
        return None if text in self._abbreviations else self._endings.search(text)


@registry.tokenizers("schrijfhulp.Tokenizer.v1")  # type: ignore[untyped-decorator]  # spaCy does not type its registry
def make_tokenizer() -> Callable[[Language], Tokenizer]:
    """The Dutch tokenizer with our own abbreviations; spaCy's list costs a second to load and lacks many of ours."""

    def create(nlp: Language) -> Tokenizer:
        defaults = nlp.Defaults
        whole = abbreviations.pointed()
        return Tokenizer(
            nlp.vocab,
            prefix_search=compile_prefix_regex(defaults.prefixes or ()).search,
            suffix_search=Suffixes(compile_suffix_regex(_latin(defaults.suffixes or ())), whole).search,
            infix_finditer=compile_infix_regex([*_latin(defaults.infixes or TOKENIZER_INFIXES), GLUED]).finditer,
            token_match=Words(re.compile(WHOLE), whole).match,
        )

    return create


def _latin(patterns: Iterable[object]) -> list[str]:
    """spaCy's patterns with the letters of Latin script: it spells out every alphabet, which takes ten times as long to compile."""
    return [
        str(pattern).replace(ALPHA, LETTERS).replace(ALPHA_LOWER, SMALL).replace(ALPHA_UPPER, CAPITAL)
        for pattern in patterns
    ]
