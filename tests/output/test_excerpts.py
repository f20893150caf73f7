"""Excerpts: every finding is seen once, in words of the source, on a row that fits."""

from hypothesis import given
from hypothesis import strategies as st

from schrijfhulp.output.excerpts import ELLIPSIS, SEEN, excerpts, printable, shortened
from schrijfhulp.output.places import Lines
from schrijfhulp.types import Finding

WORDS = st.text(st.sampled_from("aé🙂 .\t\x1b\n\r"), max_size=300)


def finding(start: int, end: int) -> Finding:
    return Finding(rule="a/b", category="a", severity="laag", start=start, end=end, message="")


@st.composite
def texts_with_findings(draw: st.DrawFn) -> tuple[str, list[Finding]]:
    text = draw(WORDS.filter(bool))
    places = draw(st.lists(st.tuples(*[st.integers(0, len(text) - 1)] * 2), max_size=8))
    return text, sorted((finding(min(pair), max(pair) + 1) for pair in places), key=lambda item: item.start)


@given(texts_with_findings(), st.integers(45, 120))
def test_every_finding_is_seen_once_and_fits(drawn: tuple[str, list[Finding]], width: int) -> None:
    text, findings = drawn
    shown = list(excerpts(text, findings, width))
    assert [item for excerpt in shown for item in excerpt.findings] == findings
    lines = Lines(text)
    for excerpt in shown:
        assert len(excerpt.text) <= width
        assert not set(excerpt.text) & set("\t\x1b\n\r")
        for (start, end), item in zip(excerpt.marks, excerpt.findings, strict=True):
            assert lines.place(item.start)[0] == excerpt.line
            on_line = text[item.start : min(item.end, lines.range(excerpt.line)[1])]
            seen = excerpt.text[start:end]
            assert printable(on_line).startswith(seen)
            assert len(seen) >= min(len(on_line), SEEN)


@given(WORDS)
def test_lines_are_numbered_as_editors_do(text: str) -> None:
    lines = Lines(text)
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [text[slice(*lines.range(number))] for number in range(1, len(rows) + 1)] == rows
    for offset in range(len(text)):
        line, column = lines.place(offset)
        assert lines.range(line)[0] + column - 1 == offset


@given(WORDS, st.integers(4, 80))
def test_shortened_fits(text: str, width: int) -> None:
    assert len(shortened(text, width)) <= width


def test_a_short_line_is_shown_whole() -> None:
    [excerpt] = excerpts("Eerst dit.\nDan dat.", [finding(11, 14)], 80)
    assert (excerpt.line, excerpt.text, excerpt.marks) == (2, "Dan dat.", ((0, 3),))


def test_a_long_line_is_cut_between_words() -> None:
    text = "woord " * 40 + "hier " + "woord " * 40
    [excerpt] = excerpts(text.strip(), [finding(240, 244)], 70)
    assert excerpt.text.startswith(f"{ELLIPSIS} woord ")
    assert excerpt.text.endswith(f" woord {ELLIPSIS}")
    assert excerpt.text[slice(*excerpt.marks[0])] == "hier"
