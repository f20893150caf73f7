"""Elements around parts of a text, which may overlap."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from schrijfhulp.output.marking import Element, marked

TEXT = "Middels deze <brief> & bijlage 'vragen' wij u \"geld\"."
places = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).filter(lambda place: place[0] < place[1])


def test_nested_elements_nest() -> None:
    outer = Element(tag="span", start=0, end=12, id="zin-1")
    inner = Element(tag="mark", start=0, end=7, attributes={"class": "vondst"}, after=Markup("<b>1</b>"))
    assert marked(TEXT, 0, 12, [inner, outer]) == (
        '<span id="zin-1"><mark class="vondst">Middels</mark><b>1</b> deze</span>'
    )


def test_an_element_that_crosses_another_is_closed_and_opened_again_without_its_id() -> None:
    first, second = Element(tag="i", start=0, end=3, id="a"), Element(tag="b", start=1, end=5, id="c")
    assert marked("abcdef", 0, 6, [first, second]) == '<i id="a">a<b id="c">bc</b></i><b>de</b>f'


def test_text_and_attributes_are_escaped() -> None:
    element = Element(tag="i", start=0, end=3, attributes={"title": '"><script>'})
    assert marked("<x>", 0, 3, [element]) == '<i title="&#34;&gt;&lt;script&gt;">&lt;x&gt;</i>'


@given(st.lists(places, max_size=8))
def test_whatever_overlaps_the_html_is_well_formed_and_says_the_same(ranges: list[tuple[int, int]]) -> None:
    elements = [Element(tag="i", start=start, end=end, id=f"e{index}") for index, (start, end) in enumerate(ranges)]
    tree = ElementTree.fromstring(f"<p>{marked(TEXT, 0, len(TEXT), elements)}</p>")
    assert "".join(tree.itertext()) == TEXT
    ids = [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]
    assert sorted(ids) == sorted(element.id for element in elements)
