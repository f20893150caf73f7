"""Write in a Word file: comments on words, and changes, tracked or not; all else stays as it was."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from typing import Any

from docx.document import Document as Package
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run as WordRun

from schrijfhulp.documents.word import Run, open_package, read_runs
from schrijfhulp.types import Suggestion

AUTHOR = "Schrijfhulp"
INITIALS = "SH"
SOFT_HYPHEN = qn("w:softHyphen")
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What to say about `[start, end)` of the document's text."""

    start: int
    end: int
    text: str


def annotated(data: bytes, comments: Sequence[Comment], *, summary: str, changes: Sequence[Suggestion] = ()) -> bytes:
    """The file with a comment on each place, the summary on its first words, and `changes` as tracked changes.

    Word has no comments in headers, notes and text boxes: what is said there stands in the summary. Changes may not
    overlap; one that Word cannot track as a whole (over a link, a break or an earlier change) is left out.
    """
    package = open_package(data)
    places = [(item.start, item.end) for item in comments] + [(item.start, item.end) for item in changes]
    borders = {border for place in places for border in place}
    runs = _split(read_runs(package)[1], borders)
    body = [run for run in runs if _takes_comments(run.element)]
    elsewhere = [item for item in comments if not _inside(body, item.start, item.end)]
    if body:
        said = "\n\n".join([summary, *(item.text for item in elsewhere)])
        _comment(package, [body[0]], said)
    for item in comments:
        if touched := _inside(body, item.start, item.end):
            _comment(package, touched, item.text)
    for change in changes:
        _track(_inside(runs, change.start, change.end), change.text)
    return _saved(package)


def replaced(data: bytes, changes: Iterable[Suggestion]) -> bytes:
    """The file with other words in place of some; they look like the first of the words that they replace."""
    package = open_package(data)
    runs = read_runs(package)[1]
    for change in sorted(changes, key=lambda change: change.start, reverse=True):
        text = change.text
        touched = _inside(runs, change.start, change.end, whole=False)
        _remove_soft_hyphens(touched)
        for run in touched:
            content = run.element.text or ""
            before = content[: max(change.start - run.start, 0)]
            after = content[change.end - run.start :] if change.end < run.end else ""
            _set_text(run.element, before + text + after)
            text = ""
    return _saved(package)


def _remove_soft_hyphens(runs: Sequence[Run]) -> None:
    """Take out what stands between the first and the last of the runs only to break the word that was there."""
    inside = False
    for element in list(runs[0].element.getparent().getparent().iter(qn("w:t"), SOFT_HYPHEN)):
        inside = (inside or element is runs[0].element) and element is not runs[-1].element
        if inside and element.tag == SOFT_HYPHEN:
            element.getparent().remove(element)


def _inside(runs: Sequence[Run], start: int, end: int, *, whole: bool = True) -> list[Run]:
    if whole:
        return [run for run in runs if start <= run.start and run.end <= end]
    return [run for run in runs if run.start < end and start < run.end]


def _split(runs: Sequence[Run], borders: set[int]) -> list[Run]:
    """The same text in more runs, so that each border lies between two of them; what no border touches stays whole."""
    split: list[Run] = []
    for run in runs:
        touching = sorted(border for border in borders if run.start <= border <= run.end)
        if touching:
            _set_apart(run.element)
        cuts = [run.start, *(border for border in touching if run.start < border < run.end), run.end]
        split += _cut(run, cuts) if len(cuts) > 2 else [run]
    return split


def _set_apart(element: Any) -> None:
    """Give an element a run of its own: `<w:t/><w:br/><w:t/>` in one run becomes three runs that look the same."""
    word_run = element.getparent()
    pieces = [child for child in word_run if child.tag != qn("w:rPr")]
    for piece in pieces[1:]:
        copy = _bare_copy(word_run)
        copy.append(piece)
        word_run.getparent().insert(word_run.getparent().index(word_run) + pieces.index(piece), copy)


def _cut(run: Run, cuts: Sequence[int]) -> list[Run]:
    word_run, content = run.element.getparent(), run.element.text
    parts = [Run(run.start, cuts[1], run.element)]
    for start, end in pairwise(cuts[1:]):
        copy = _bare_copy(word_run)
        text = OxmlElement("w:t")
        _set_text(text, content[start - run.start : end - run.start])
        copy.append(text)
        parts[-1].element.getparent().addnext(copy)
        parts.append(Run(start, end, text))
    _set_text(run.element, content[: cuts[1] - run.start])
    return parts


def _bare_copy(word_run: Any) -> Any:
    copy = OxmlElement("w:r")
    properties = word_run.find(qn("w:rPr"))
    if properties is not None:
        copy.append(deepcopy(properties))
    return copy


def _set_text(element: Any, text: str) -> None:
    element.text = text
    element.set(XML_SPACE, "preserve")


def _takes_comments(element: Any) -> bool:
    above = {ancestor.tag for ancestor in element.iterancestors()}
    return qn("w:body") in above and qn("w:txbxContent") not in above


def _comment(package: Package, runs: Sequence[Run], text: str) -> None:
    first, last = (WordRun(run.element.getparent(), package._body) for run in (runs[0], runs[-1]))
    package.add_comment((first, last), text=text, author=AUTHOR, initials=INITIALS)


def _track(runs: Sequence[Run], text: str) -> None:
    """Mark runs as deleted and a new one after them as inserted, where that is possible."""
    elements = [run.element.getparent() for run in runs]
    parents = {element.getparent() for element in elements}
    if len(parents) != 1 or any(run.element.tag != qn("w:t") for run in runs) or parents.pop().tag != qn("w:p"):
        return
    deleted, inserted = _change("w:del", elements[0]), _change("w:ins", elements[-1])
    elements[0].addprevious(deleted)
    for run in runs:
        run.element.tag = qn("w:delText")
    for element in _with_soft_hyphens(elements):
        deleted.append(element)
    new = _bare_copy(elements[0])
    content = OxmlElement("w:t")
    _set_text(content, text)
    new.append(content)
    inserted.append(new)
    deleted.addnext(inserted)


def _with_soft_hyphens(elements: Sequence[Any]) -> list[Any]:
    """The runs, and those between them that hold nothing but a place where a word may be broken."""
    element, found = elements[0], [elements[0]]
    while element is not elements[-1]:
        element = element.getnext()
        content = {child.tag for child in element if child.tag != qn("w:rPr")}
        if element in elements or content == {SOFT_HYPHEN}:
            found.append(element)
    return found


def _change(tag: str, near: Any) -> Any:
    element = OxmlElement(tag)
    used = (int(other.get(qn("w:id"), 0)) for other in near.getroottree().iter(qn("w:ins"), qn("w:del")))
    element.set(qn("w:id"), str(max(used, default=9000) + 1))
    element.set(qn("w:author"), AUTHOR)
    element.set(qn("w:date"), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    return element


def _saved(package: Package) -> bytes:
    out = BytesIO()
    package.save(out)
    return out.getvalue()
