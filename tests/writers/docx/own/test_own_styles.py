"""Which styles of the file are used, and which are added."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree
from msgspec.structs import replace

from planforge.writers.docx import write as ordinary
from planforge.writers.docx.own import WordFile, write
from planforge.writers.docx.own.report import ROLES
from planforge.writers.docx.styles_part import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.document.tree import Document
    from planforge.styles import Style
    from planforge.writers.docx.own import Written

BY_NAME = "found by its name"
BY_OUTLINE = "found by its outline level"
ADDED = "added, the file has none"


def texts(data: bytes) -> list[str]:
    return [p.text for p in docx.Document(io.BytesIO(data)).paragraphs]


def styles_of(data: bytes) -> dict[str, str]:
    """Text → id of its style."""
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    return {p.text: p.style.style_id for p in paragraphs if p.style is not None}


def indents(data: bytes, text: str) -> dict[str, str]:
    """The indents that stand at the paragraph itself."""
    (found,) = (p for p in docx.Document(io.BytesIO(data)).paragraphs if p.text == text)
    attributes = [dict(ind.attrib) for ind in found._p.iter(qn("w:ind"))]
    return {str(k).rpartition("}")[2]: str(v) for one in attributes for k, v in one.items()}


def test_styles_are_known_by_their_names_whatever_their_ids(
    union: bytes, written: Callable[[bytes], Written], used: Any
) -> None:
    assert used(union)["heading 1"] == ("heading 1", BY_NAME)
    of = styles_of(written(union).data)
    assert of["指导思想"] == "2"
    assert of["思想引领"] == "3"
    assert of["青禾县第二中学工会\n2027年工作计划"] == "12"
    assert of["为做好2027年工会工作，制定本计划。"] == "7"


def test_the_text_is_the_same_as_in_an_ordinary_document(
    union: bytes, written: Callable[[bytes], Written], sample: Document, gb: Style
) -> None:
    assert texts(written(union).data) == texts(ordinary(sample, gb))


def test_nothing_of_the_old_text_stays(
    union: bytes, written: Callable[[bytes], Written], parts: Any
) -> None:
    whole = parts(written(union).data)
    assert len(whole) > 10
    assert not any("去年的正文".encode() in data for data in whole.values())


@pytest.mark.parametrize(
    "name", ["标题 1", "标题1", "標題 1", "Heading 1", "一级标题", "公文一级标题"]
)
def test_headings_are_known_by_chinese_names(kit: Any, used: Any, name: str) -> None:
    file = docx.Document()
    file.styles["Heading 1"].element.find(qn("w:name")).set(qn("w:val"), name)
    assert used(kit.saved(file))["heading 1"] == (name, BY_NAME)


def test_a_name_that_people_gave_is_preferred_to_a_built_in_one(kit: Any, used: Any) -> None:
    file = docx.Document()
    file.styles.add_style("一级标题", WD_STYLE_TYPE.PARAGRAPH)
    assert used(kit.saved(file))["heading 1"] == ("一级标题", BY_NAME)


def test_a_style_that_the_text_uses_is_preferred_to_one_that_it_does_not(
    kit: Any, used: Any
) -> None:
    file = docx.Document()
    file.styles.add_style("一级标题", WD_STYLE_TYPE.PARAGRAPH)
    file.add_paragraph("旧标题", "Heading 1")
    assert used(kit.saved(file))["heading 1"] == ("heading 1", BY_NAME)


def test_a_heading_without_a_known_name_is_known_by_its_outline_level(kit: Any, used: Any) -> None:
    file = docx.Document()
    element = file.styles["Heading 2"].element
    element.find(qn("w:name")).set(qn("w:val"), "工会小标题")
    assert used(kit.saved(file))["heading 2"] == ("工会小标题", BY_OUTLINE)


def test_a_look_that_was_set_by_hand_and_stands_in_no_style_is_told(kit: Any, used: Any) -> None:
    file = docx.Document()
    file.add_paragraph().add_run("旧标题").font.size = Pt(22)
    assert used(kit.saved(file))["look of the text"] == (
        "",
        "set by hand and in no style, so not taken",
    )


@pytest.mark.parametrize("style", ["Title", "Heading 2"])
def test_a_look_set_by_hand_beside_styles_is_not_told(kit: Any, used: Any, style: str) -> None:
    file = docx.Document()
    file.add_paragraph().add_run("旧正文").font.size = Pt(16)
    file.add_paragraph("旧标题", style)
    assert "look of the text" not in used(kit.saved(file))


def test_a_file_without_any_text_has_no_look_to_tell(kit: Any, used: Any) -> None:
    assert "look of the text" not in used(kit.saved(docx.Document()))


def test_plain_text_is_body_text_only_where_it_indents_the_first_row(kit: Any, used: Any) -> None:
    file = docx.Document()
    for name in ("Body Text",):
        file.styles[name].element.find(qn("w:name")).set(qn("w:val"), "别的")
    assert used(kit.saved(file))["body text"] == ("Body Text", ADDED)
    file.styles["Normal"].paragraph_format.first_line_indent = Pt(28)
    assert used(kit.saved(file))["body text"] == ("Normal", BY_NAME)


def test_what_the_file_lacks_is_added_with_the_figures_of_our_page_style(
    written: Callable[[bytes], Written], kit: Any
) -> None:
    file = docx.Document()
    body = file.styles["Body Text"].element
    body.getparent().remove(body)
    file.styles["Normal"].paragraph_format.first_line_indent = None
    file.styles["Normal"].paragraph_format.space_after = Pt(30)
    made = docx.Document(io.BytesIO(written(kit.saved(file)).data)).styles["Body Text"]
    assert isinstance(made.font.size, Pt | int)
    assert made.font.size == Pt(16)
    assert made.paragraph_format.space_after == 0
    assert made.element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert made.base_style is None


def test_points_look_like_the_body_text_of_the_file(
    union: bytes, written: Callable[[bytes], Written]
) -> None:
    data = written(union).data
    file = docx.Document(io.BytesIO(data))
    made = file.styles["Item 4"]
    assert made.base_style is not None
    assert made.base_style.name == "Body Text"
    # The list indents differently; so the paragraph says it itself.
    assert indents(data, "每月一次。") == {"left": "0", "firstLine": "600"}


def test_styles_of_the_file_stay_as_they_are(
    union: bytes, written: Callable[[bytes], Written], part: Any
) -> None:
    before = part(union, "word/styles.xml")
    after = part(written(union).data, "word/styles.xml")
    kept = [one for one in after if one.tag in {c.tag for c in before}][: len(before)]
    assert len(before) > 100
    assert list(map(etree.tostring, kept)) == list(map(etree.tostring, before))


def test_an_added_style_never_takes_an_id_that_another_style_has(
    kit: Any, written: Callable[[bytes], Written]
) -> None:
    file = docx.Document()
    other = file.styles.add_style("领导批示", WD_STYLE_TYPE.PARAGRAPH)
    other.element.set(qn("w:styleId"), "Signature")
    made = docx.Document(io.BytesIO(written(kit.saved(file)).data))
    assert made.styles["领导批示"].style_id == "Signature"
    assert made.styles["Signature"].style_id == "Signature2"
    assert styles_of(written(kit.saved(file)).data)["2027年1月8日"] == "Signature2"


def test_a_file_without_styles_gets_all_of_ours(
    kit: Any, used: Any, written: Callable[[bytes], Written]
) -> None:
    file = docx.Document()
    for style in file.styles.element.findall(qn("w:style")):
        file.styles.element.remove(style)
    data = kit.saved(file)
    assert {how for role, (_style, how) in used(data).items() if "heading" in role} == {ADDED}
    assert styles_of(written(data).data)["指导思想"] == "Heading1"


def test_styles_based_on_each_other_in_a_circle_do_no_harm(kit: Any, used: Any) -> None:
    file = docx.Document()
    for name, other in (("Heading 1", "Heading2"), ("Heading 2", "Heading1")):
        element = file.styles[name].element
        element.find(qn("w:basedOn")).set(qn("w:val"), other)
    assert used(kit.saved(file))["heading 1"] == ("heading 1", BY_NAME)


def test_titles_are_broken_for_the_size_of_the_title_in_the_file(
    kit: Any, sample: Document, gb: Style
) -> None:
    long = replace(
        sample, title="临江市滨河街道翠竹社区工会联合会2027年服务新就业形态劳动者工作计划"
    )
    rows = {}
    for size in (16, 36):
        file = kit.union_file()
        kit.letters(file.styles["Title"], "宋体", size)
        data = write(long, gb, WordFile("x.docx", kit.saved(file))).data
        rows[size] = len(docx.Document(io.BytesIO(data)).paragraphs[0].text.split("\n"))
    assert rows[36] > rows[16]


def test_the_table_keeps_to_the_text_block_of_the_file(
    union: bytes, written: Callable[[bytes], Written], part: Any
) -> None:
    tree = part(written(union).data, "word/document.xml")
    widths = {one.get(qn("w:w")) for one in tree.iter(qn("w:tblW"))}
    # 210 mm less twice 30 mm.
    assert widths == {str(11906 - 2 * 1701)}


def test_a_document_that_planforge_made_lacks_nothing(
    written: Callable[[bytes], Written], sample: Document, gb: Style, used: Any
) -> None:
    last_year = ordinary(sample, gb)
    found = used(last_year)
    assert len(found) > 20
    assert [role for role, (_style, how) in found.items() if how == ADDED] == []
    assert found["numbers"][1] == "the list of the file"
    assert texts(written(last_year).data) == texts(last_year)


def test_every_style_of_ours_has_a_name_in_the_report() -> None:
    assert len(KINDS) > 10
    # Their own footers are kept, so ours is never used.
    assert {kind.id for kind in KINDS} - {"Footer"} <= set(ROLES)
