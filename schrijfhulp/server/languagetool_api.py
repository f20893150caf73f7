"""LanguageTool's HTTP API, so that what can talk to a LanguageTool server can use Schrijfhulp. Offsets are UTF-16 code units.

`level=picky` shows all findings, the default leaves out those of severity `laag`. Beyond LanguageTool's own parameters
there is `profile`. What Schrijfhulp has no use for, such as `motherTongue`, is accepted and ignored, as LanguageTool does.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from flask import Blueprint, request
from pydantic import BaseModel, ValidationError

from schrijfhulp import __version__
from schrijfhulp.documents import text as plain_text
from schrijfhulp.output.places import Checked, utf16_units
from schrijfhulp.rulebook import Rulebook, RuleError
from schrijfhulp.server.errors import Problem
from schrijfhulp.server.service import service
from schrijfhulp.types import Document, Finding, Piece, Source

languagetool = Blueprint("languagetool", __name__, url_prefix="/v2")

LANGUAGES = {"nl": "Dutch", "nl-NL": "Dutch (Netherlands)", "nl-BE": "Dutch (Belgium)"}
AUTO = "auto"
LEVELS = ("default", "picky")
AROUND = 40  # characters of context on either side of a match, as LanguageTool gives
ISSUE_TYPES = {"taal": "grammar"}  # of the Internationalization Tag Set; what is not wrong but hard is `style`
LINE_BREAKS = str.maketrans("\r\n\t", "   ")


class Annotation(BaseModel):
    """A stretch of text, or of markup that is read as `interpretAs`."""

    text: str | None = None
    markup: str | None = None
    interpretAs: str = ""  # noqa: N815  # LanguageTool's name


class Data(BaseModel):
    """A text with its markup."""

    text: str | None = None
    annotation: tuple[Annotation, ...] = ()


@languagetool.get("/languages")
def languages() -> list[dict[str, str]]:
    """The languages that can be checked."""
    return [{"name": name, "code": "nl", "longCode": code} for code, name in LANGUAGES.items()]


@languagetool.route("/check", methods=["GET", "POST"])
def check() -> dict[str, Any]:
    """What stands between a text and its reader, as LanguageTool's matches."""
    asked = request.values
    code = _language(asked.get("language", ""))
    level = asked.get("level", LEVELS[0])
    if level not in LEVELS:
        raise Problem(400, f"‘level’ kan zijn: {' of '.join(LEVELS)}.")
    document = _document(asked.get("text"), asked.get("data"))
    try:
        checked = service().check(document, profile=asked.get("profile"), disable=_silent(service().engine.rulebook))
    except RuleError as error:
        raise Problem(400, str(error)) from None
    units = utf16_units(checked.source)
    sentences = checked.report.measures.per_sentence
    shown = [item for item in checked.report.findings if level == "picky" or item.severity != "laag"]
    return {
        "software": {"name": "Schrijfhulp", "version": __version__, "apiVersion": 1, "premium": False, "status": ""},
        "warnings": {"incompleteResults": bool(checked.report.notices)},
        "language": {
            "name": LANGUAGES[code],
            "code": code,
            "detectedLanguage": {"name": LANGUAGES["nl"], "code": "nl"},
        },
        "matches": [_match(checked, finding, units) for finding in shown],
        "sentenceRanges": [[units(item.start), units(item.end)] for item in sentences],
    }


def _language(wanted: str) -> str:
    """The code of a language that we read. Raises Problem."""
    for code in LANGUAGES:
        if wanted.casefold() in (code.casefold(), AUTO):
            return code
    if not wanted:
        raise Problem(400, "‘language’ ontbreekt.")
    raise Problem(400, f"Schrijfhulp leest alleen Nederlands. ‘language’ kan zijn: {', '.join([*LANGUAGES, AUTO])}.")


def _silent(book: Rulebook) -> Sequence[str]:
    """The keys of the rules that are switched off. Names that are not ours are LanguageTool's own, and mean nothing here."""
    only = request.values.get("enabledOnly") in ("true", "yes")
    enabled = _names("enabledRules", "enabledCategories")
    disabled = _names("disabledRules", "disabledCategories")
    if only and not enabled:
        raise Problem(400, "Bij ‘enabledOnly’ hoort ‘enabledRules’ of ‘enabledCategories’.")
    named = {key: {key, rule.id, rule.category} for key, rule in book.rules.items()}
    return [key for key, names in named.items() if names & disabled or (only and not names & enabled)]


def _names(*parameters: str) -> set[str]:
    return {name.strip() for parameter in parameters for name in request.values.get(parameter, "").split(",")} - {""}


def _document(text: str | None, data: str | None) -> Document:
    """The text that was sent. Raises Problem."""
    if (text is None) == (data is None):
        raise Problem(400, "Geef precies één van ‘text’ en ‘data’.")
    if data is None:
        return plain_text.read(text or "")
    try:
        found = Data.model_validate_json(data)
    except ValidationError:
        raise Problem(400, "‘data’ is geen JSON met een lijst ‘annotation’ van stukken ‘text’ en ‘markup’.") from None
    return plain_text.read(found.text) if found.text is not None else _annotated(found.annotation)


def _annotated(annotations: Sequence[Annotation]) -> Document:
    """A document of the text between the markup, with the way back to both. Raises Problem."""
    plain, source = "", ""
    pieces: list[Piece] = []
    for item in annotations:
        if (item.text is None) == (item.markup is None):
            raise Problem(400, "Elk stuk in ‘annotation’ heeft óf ‘text’, óf ‘markup’.")
        read, written = (item.text, item.text) if item.text is not None else (item.interpretAs, item.markup or "")
        if read:
            starts, ends = len(plain), len(plain) + len(read)
            pieces.append(
                Piece(start=starts, end=ends, source_start=len(source), source_end=len(source) + len(written))
            )
        plain, source = plain + read, source + written
    document = plain_text.read(plain)
    return replace(document, source=Source(format="annotation", text=source, pieces=tuple(pieces)))


def _match(checked: Checked, finding: Finding, units: Callable[[int], int]) -> dict[str, Any]:
    """LanguageTool's words for a finding. Its replacements all replace the match, so the match is as wide as the widest."""
    rule = checked.rules[finding.rule]
    start = min([finding.start, *(item.start for item in finding.suggestions)])
    end = max([finding.end, *(item.end for item in finding.suggestions)])
    source, offset, length = checked.source, units(start), units(end) - units(start)
    replacements = [source[start : item.start] + item.text + source[item.end : end] for item in finding.suggestions]
    first, last = max(start - AROUND, 0), end + AROUND
    before = ("..." if first else "") + source[first:start]
    context = (before + source[start:last] + ("..." if last < len(source) else "")).translate(LINE_BREAKS)
    return {
        "message": finding.message,
        "shortMessage": rule.title,
        "replacements": [{"value": value} for value in replacements],
        "offset": offset,
        "length": length,
        "context": {"text": context, "offset": utf16_units(before)(len(before)), "length": length},
        "sentence": _sentence(checked, start),
        "type": {"typeName": "Hint" if finding.severity == "laag" else "Other"},
        "rule": {
            "id": rule.key,
            "description": rule.title,
            "issueType": ISSUE_TYPES.get(rule.category, "style"),
            "urls": [{"value": f"{request.url_root}regels/{rule.key}"}],
            "category": {"id": rule.category, "name": rule.category.capitalize()},
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _sentence(checked: Checked, offset: int) -> str:
    """The sentence at an offset; empty where there is none."""
    sentences = checked.report.measures.per_sentence
    at = bisect_right(sentences, offset, key=lambda item: item.start) - 1
    return checked.source[sentences[at].start : sentences[at].end] if at >= 0 else ""
