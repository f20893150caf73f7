"""HTML, a page or a fragment, to plain text in blocks, with every character's place in the HTML source."""

import re
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

from schrijfhulp.documents import text
from schrijfhulp.documents.building import Builder
from schrijfhulp.documents.limits import MOST_DEPTH, DocumentError
from schrijfhulp.types import BlockKind, Document

KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    "blockquote": "quote",
    "address": "skip",
}
BLOCKS = frozenset(KINDS) | frozenset(
    [
        "article",
        "aside",
        "body",
        "button",
        "caption",
        "details",
        "dialog",
        "div",
        "dl",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "html",
        "legend",
        "main",
        "menu",
        "ol",
        "option",
        "p",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
SKIPPED = frozenset(
    [
        "script",
        "style",
        "pre",
        "nav",
        "template",
        "noscript",
        "svg",
        "math",
        "head",
        "textarea",
        "select",
        "iframe",
        "object",
    ]
)
QUIET = frozenset(["code", "kbd", "samp", "var", "q"])  # read along in the sentence, but not the writer's own words
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
# A new one of these ends the one before it, unless one of the second kind stands between them.
ENDED_BY_NEXT = {
    "li": {"ul", "ol", "menu"}, "dt": {"dl"}, "dd": {"dl"}, "p": {"div", "td", "th", "li", "section", "article"},
    "td": {"table"}, "th": {"table"}, "tr": {"table"},
}  # fmt: skip
INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff")  # soft hyphens and marks that editors leave in words
# What a browser shows as one space, or not at all.
SPACE = re.compile(rf"[ \t\n\r\f]{{2,}}|[\t\n\r\f]|[{''.join(sorted(INVISIBLE))}]")
CHUNK = 1_000_000  # characters
# The parser looks at what was never closed again and again: the time goes up with the square of its length.
LONGEST_REST = 4_000


def read(html: str) -> Document:
    """The prose of an HTML text; scripts, code and navigation are left out.

    Quiet is what is in another language, `translate="no"` or `data-schrijfhulp="uit"`. Raises DocumentError for HTML that is cut off in an element.
    """
    reader = _Reader(html)
    for start in range(0, len(html), CHUNK):
        reader.feed(html[start : start + CHUNK])
    if len(reader.rawdata) > LONGEST_REST:
        raise DocumentError("de HTML is kapot: een element houdt niet op")
    reader.close()
    return reader.builder.document(format="html", source=html, recognise=text.recognised_but_headings)


@dataclass(frozen=True, slots=True)
class _Open:
    """An open element; what it does not say itself it has from the one around it."""

    tag: str
    kind: BlockKind
    level: int
    skipped: bool
    foreign: bool
    quiet: bool


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.html = html
        self.line_starts = list(accumulate((len(line) + 1 for line in html.split("\n")), initial=0))
        self.builder = Builder()
        self.open = [_Open("", "paragraph", 0, skipped=False, foreign=False, quiet=False)]
        self.quiet_block = False  # whether the block that is open began in a quiet element

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._add("\n", len(self.get_starttag_text() or ""))
            return
        if tag in BLOCKS or tag in SKIPPED or tag == "hr":
            self._end_block()
        self._end_previous(tag)
        if tag not in VOID and len(self.open) < MOST_DEPTH:
            self.open.append(_opened(self.open[-1], tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS or tag in SKIPPED:
            self._end_block()
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].tag == tag:
                del self.open[index:]
                break

    def handle_data(self, data: str) -> None:
        start = self._offset()
        at = 0
        for space in SPACE.finditer(data):
            self._add_range(data[at : space.start()], start + at, start + space.start())
            shown = "" if space.group() in INVISIBLE else " "
            self._add_range(shown, start + space.start(), start + space.end())
            at = space.end()
        self._add_range(data[at:], start + at, start + len(data))

    def handle_entityref(self, name: str) -> None:
        self._add_reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._add_reference(f"&#{name}")

    def handle_comment(self, data: str) -> None:
        self.builder.switch(f"<!--{data}-->")

    def close(self) -> None:
        super().close()
        self._end_block()

    def _end_previous(self, tag: str) -> None:
        """End what the writer left open: `<li>` after `<li>`."""
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].tag in ENDED_BY_NEXT.get(tag, {self.open[index].tag}):
                return
            if self.open[index].tag == tag:
                del self.open[index:]
                return

    def _end_block(self) -> None:
        here = self.open[-1]
        self.builder.close("skip" if self.quiet_block else here.kind, here.level)

    def _add_reference(self, reference: str) -> None:
        start = self._offset()
        if self.html[start + len(reference) : start + len(reference) + 1] == ";":
            reference += ";"
        character = unescape(reference)
        self._add("" if character in INVISIBLE else character, len(reference))

    def _add(self, text: str, length: int) -> None:
        start = self._offset()
        self._add_range(text, start, start + length)

    def _add_range(self, text: str, start: int, end: int) -> None:
        here = self.open[-1]
        if not text or here.skipped:
            return
        if text.isspace() and text != "\n" and self.builder.at_space:
            return
        quiet = here.quiet or here.foreign
        at = self.builder.length
        if not text.isspace():
            self.quiet_block = quiet and (self.quiet_block or not self.builder.has_words)
        self.builder.add(text, (start, end))
        if quiet:
            self.builder.hush(at)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self.line_starts[line - 1] + column


def _opened(around: _Open, tag: str, attributes: dict[str, str | None]) -> _Open:
    language = (attributes.get("lang") or attributes.get("xml:lang") or "").lower()
    kind = KINDS.get(tag, around.kind)
    level = int(tag[1]) if kind == "heading" and tag in KINDS else around.level + (tag in ("ul", "ol"))
    return _Open(
        tag=tag,
        kind="quote" if around.kind == "quote" else kind,
        level=level,
        skipped=around.skipped or tag in SKIPPED,
        foreign=not re.match(r"nl\b", language) if language else around.foreign,
        quiet=around.quiet
        or tag in QUIET
        or (attributes.get("translate") or "").lower() == "no"
        or attributes.get("data-schrijfhulp") == "uit",
    )
