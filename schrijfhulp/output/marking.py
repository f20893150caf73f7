"""A stretch of text as HTML, with elements around parts of it that may overlap."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An element around `[start, end)` of the text, and the HTML that comes after it. Its `id` is only on its first piece."""

    tag: str
    start: int
    end: int
    id: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    after: str = ""


def marked(text: str, start: int, end: int, elements: Sequence[Element]) -> Markup:
    """`text[start:end]` in HTML, with elements that lie inside it.

    Where elements overlap without nesting, the one that started last is closed and opened again.
    """
    coming = sorted(elements, key=lambda element: (-element.start, element.end))
    points = sorted({start, end, *(border for element in elements for border in (element.start, element.end))})
    html: list[Markup] = []
    opened: list[Element] = []
    for left, right in pairwise(points):
        wanted = [element for element in opened if left < element.end]
        while coming and coming[-1].start == left:
            wanted.append(coming.pop())
        _change(html, opened, wanted, left)
        html.append(escape(text[left:right]))
    _change(html, opened, [], end)
    return Markup().join(html)


def _change(html: list[Markup], opened: list[Element], wanted: Sequence[Element], at: int) -> None:
    """Close and open what is needed at `at`, so that `opened` becomes `wanted`."""
    same = 0
    while same < min(len(opened), len(wanted)) and opened[same] is wanted[same]:
        same += 1
    while len(opened) > same:
        element = opened.pop()
        html.append(Markup("</{}>").format(element.tag))
        if element.end == at:
            html.append(Markup(element.after))
    for element in wanted[same:]:
        opened.append(element)
        html.append(_start_tag(element, first=element.start == at))


def _start_tag(element: Element, *, first: bool) -> Markup:
    attributes = {**({"id": element.id} if first and element.id else {}), **element.attributes}
    return Markup("<{}{}>").format(
        element.tag, Markup().join(Markup(' {}="{}"').format(*item) for item in attributes.items())
    )
