"""Word: what a reader sees is what is read, and what is written back stands on the right words."""

import re
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as Package
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from schrijfhulp import Engine, fixing
from schrijfhulp.documents import read, word, word_edits
from schrijfhulp.types import Suggestion
from tests.documents.shapes import shown, unpacked

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT_BOX = f"""<w:p {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">
<w:r><w:t>Om de box.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>
<w:p><w:r><w:t>In de box.</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>
<w:txbxContent><w:p><w:r><w:t>In de box.</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>
</mc:AlternateContent></w:r></w:p>"""
CHANGES = f"""<w:p {W}><w:r><w:t xml:space="preserve">Dit </w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>oude</w:delText></w:r></w:del>
<w:ins w:id="2" w:author="a"><w:r><w:t>nieuwe</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> woord.</w:t></w:r></w:p>"""
FIELDS = f"""<w:p {W}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1 mei</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
<w:hyperlink w:anchor="x"><w:r><w:t xml:space="preserve"> en hier</w:t></w:r></w:hyperlink><w:fldSimple w:instr="PAGE"><w:r><w:t>.</w:t></w:r></w:fldSimple></w:p>"""


def saved(package: Package) -> bytes:
    out = BytesIO()
    package.save(out)
    return out.getvalue()


def paragraph(*texts: str) -> bytes:
    package = docx.Document()
    written = package.add_paragraph()
    for text in texts:
        written.add_run(text)
    return saved(package)


def with_xml(xml: str) -> bytes:
    package = docx.Document()
    package.element.body.insert(0, parse_xml(xml))
    return saved(package)


def test_blocks() -> None:
    package = docx.Document()
    package.add_heading("Besluit", level=0)
    package.add_heading("Uw recht", level=2)
    package.add_paragraph("U krijgt de vergunning.")
    package.add_paragraph("een foto", style="List Bullet")
    package.add_paragraph("uw paspoort", style="List Number 2")
    package.add_paragraph("Een citaat.", style="Quote")
    table = package.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Leges", "12 euro"
    package.sections[0].header.paragraphs[0].text = "Gemeente Ons Dorp."
    assert shown(word.read(saved(package))) == [
        ("paragraph", 0, "Gemeente Ons Dorp."),
        ("heading", 1, "Besluit"),
        ("heading", 2, "Uw recht"),
        ("paragraph", 0, "U krijgt de vergunning."),
        ("item", 1, "een foto"),
        ("item", 1, "uw paspoort"),
        ("quote", 0, "Een citaat."),
        ("cell", 0, "Leges"),
        ("cell", 0, "12 euro"),
    ]


@pytest.mark.parametrize(
    ("xml", "texts"),
    [
        (TEXT_BOX, ["Om de box.", "In de box."]),
        (CHANGES, ["Dit nieuwe woord."]),
        (FIELDS, ["1 mei en hier."]),
        (f'<w:p {W}><w:r><w:t>Op</w:t><w:br/><w:t>nieuw</w:t><w:tab/><w:t>af.</w:t></w:r></w:p>', ["Op\nnieuw\taf."]),
    ],
    ids=["text box", "tracked changes", "fields", "breaks"],
)  # fmt: skip
def test_what_is_shown(xml: str, texts: list[str]) -> None:
    assert [text for _, _, text in shown(word.read(with_xml(xml)))] == texts


def test_a_run_border_splits_no_word(engine: Engine) -> None:
    document = word.read(paragraph("Dat kan mid", "de", "ls een brief."))
    [finding] = engine.check(document, enable=["ambtelijk-woord"]).findings
    assert document.text[finding.start : finding.end] == "middels"


def test_comments_stand_on_exactly_the_words() -> None:
    data = paragraph("Dat kan mid", "dels een\nbrief.")
    text = word.read(data).text
    at = text.index("middels")
    comment = word_edits.Comment(start=at, end=at + 7, text="Ambtelijk.")
    package = word.open_package(word_edits.annotated(data, [comment], summary="Samengevat."))
    assert [(item.author, item.text) for item in package.comments] == [
        ("Schrijfhulp", "Samengevat."),
        ("Schrijfhulp", "Ambtelijk."),
    ]
    assert commented(package, 1) == "middels"
    assert word.read_runs(package)[0].text == text


def commented(package: Package, number: int) -> str:
    """The words between the two ends of a comment."""
    inside, words = False, ""
    for element in package.element.body.iter():
        kind = element.tag.rpartition("}")[2]
        if kind in ("commentRangeStart", "commentRangeEnd") and element.get(word.qn("w:id")) == str(number):
            inside = kind == "commentRangeStart"
        elif kind == "t" and inside:
            words += element.text
    return words


def test_what_word_cannot_comment_on_is_in_the_summary() -> None:
    package = docx.Document()
    package.add_paragraph("Tekst.")
    package.sections[0].footer.paragraphs[0].text = "Middels post."
    data = saved(package)
    at = word.read(data).text.index("Middels")
    comment = word_edits.Comment(start=at, end=at + 7, text="Ambtelijk.")
    [summary] = word.open_package(word_edits.annotated(data, [comment], summary="Samengevat.")).comments
    assert summary.text == "Samengevat.\n\nAmbtelijk."


def test_a_tracked_change_keeps_the_look_and_can_be_rejected() -> None:
    package = docx.Document()
    package.add_paragraph("Dat kan ").add_run("middels").bold = True
    data = saved(package)
    at = word.read(data).text.index("middels")
    change = Suggestion(text="met", start=at, end=at + 7)
    changed = word.open_package(word_edits.annotated(data, [], summary="S", changes=[change]))
    assert word.read_runs(changed)[0].text.strip() == "Dat kan met"
    [inserted] = changed.element.body.iter(word.qn("w:ins"))
    assert inserted.find(f".//{word.qn('w:b')}") is not None
    assert rejected(changed).strip() == "Dat kan middels"


def rejected(package: Package) -> str:
    """The text when every tracked change is rejected."""
    for inserted in list(package.element.body.iter(word.qn("w:ins"))):
        inserted.getparent().remove(inserted)
    for deleted in list(package.element.body.iter(word.qn("w:del"))):
        for text in deleted.iter(word.qn("w:delText")):
            text.tag = word.qn("w:t")
        deleted.tag = word.qn("w:smartTag")
    return word.read_runs(package)[0].text


def test_other_parts_are_untouched() -> None:
    data = paragraph("Dat kan middels een brief.")
    annotated = word_edits.annotated(data, [], summary="S")
    before, after = (parts(content) for content in (data, annotated))
    new = {"word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/document.xml"}
    assert {name for name in before if before[name] != after[name]} <= new


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def fix(engine: Engine) -> Callable[[bytes], bytes]:
    rules = engine.rulebook.rules
    return lambda data: fixing.fixed(data, name="a.docx", rules=rules, check=engine.check)


def test_fix_keeps_the_look_of_the_words(engine: Engine) -> None:
    package = docx.Document()
    package.add_paragraph("Dat kan ").add_run("mid").italic = True
    package.paragraphs[0].add_run("dels een brief.")
    fixed = docx.Document(BytesIO(fix(engine)(saved(package))))
    assert [(run.text, run.italic) for run in fixed.paragraphs[0].runs] == [
        ("Dat kan ", None), ("met", True), (" een brief.", None),
    ]  # fmt: skip


def test_soft_hyphens_go_with_the_word_that_they_were_in() -> None:
    data = with_xml(f"<w:p {W}><w:r><w:t>Dat is mid</w:t><w:softHyphen/><w:t>dels nu.</w:t></w:r></w:p>")
    assert read(data).text.strip() == "Dat is middels nu."
    change = Suggestion(text="met", start=7, end=14)
    assert b"softHyphen" not in unpacked(word_edits.replaced(data, [change]))["word/document.xml"]
    tracked = unpacked(word_edits.annotated(data, [], summary="", changes=[change]))["word/document.xml"].decode()
    [deleted] = re.findall(r"<w:del .*?</w:del>", tracked, re.DOTALL)
    pieces = re.findall(r"<w:(?:delText[^>]*>(\w+)|(softHyphen))", deleted)
    assert pieces == [("mid", ""), ("", "softHyphen"), ("dels", "")]


def test_fix_leaves_a_file_without_faults_as_it_is(engine: Engine) -> None:
    data = paragraph("U krijgt een brief.")
    assert fix(engine)(data) == data


@given(st.lists(st.text("abc é😀\t\n", max_size=6), min_size=1, max_size=4), st.data())
def test_runs_hold_all_of_the_text(texts: list[str], data: st.DataObject) -> None:
    content = paragraph(*texts)
    document, runs = word.read_runs(word.open_package(content))
    assert "".join(texts) in document.text
    for before, after in pairwise(runs):
        assert before.end <= after.start
    if len("".join(texts)) > 1:
        borders = st.integers(0, len("".join(texts)))
        start, end = sorted(data.draw(st.tuples(borders, borders)))
        comment = word_edits.Comment(start=start, end=end, text="x")
        package = word.open_package(word_edits.annotated(content, [comment], summary="s"))
        assert word.read_runs(package)[0].text == document.text
        if start < end:
            assert commented(package, 1) == "".join(c for c in document.text[start:end] if c not in "\t\n")


def test_found_by_its_content() -> None:
    assert read(paragraph("Een brief."), name="a.txt").source.format == "docx"
