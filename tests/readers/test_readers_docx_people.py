"""Word files the way people make them: headings by style, by number, or by look alone."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from msgspec.structs import astuple

from planforge.readers import Line, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Converted = Callable[[Iterable[bytes], str, str], list[bytes]]

TITLE = "云岭区第一小学工会2026年工作计划"


def lines(document: Any) -> tuple[Line, ...]:
    target = io.BytesIO()
    document.save(target)
    return read("旧.docx", target.getvalue())


def test_headings_by_the_styles_of_word() -> None:
    document = Document()
    document.add_heading(TITLE, 0)
    document.add_heading("一、指导思想", 1)
    document.add_paragraph("深入学习贯彻党的二十大精神。")
    document.add_heading("（一）学习", 2)
    document.add_paragraph("每月一次", style="List Bullet")
    document.add_paragraph("先学理论", style="List Number")
    document.add_paragraph("再谈体会", style="List Number")
    assert [(line.text, line.level, line.style, line.label) for line in lines(document)] == [
        (TITLE, 0, "title", ""),
        ("一、指导思想", 1, "heading 1", ""),
        ("深入学习贯彻党的二十大精神。", 0, "normal", ""),
        ("（一）学习", 2, "heading 2", ""),
        ("每月一次", 0, "list bullet", "•"),
        ("先学理论", 0, "list number", "1."),
        ("再谈体会", 0, "list number", "2."),
    ]


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("heading 1", 1),
        ("Heading 2", 2),
        ("标题 3", 3),
        ("標題4", 4),
        ("公文标题一", 0),
        ("标题", 0),
    ],
)
def test_heading_styles_are_known_by_name_in_any_language(raw: Any, name: str, level: int) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="x"><w:name w:val="{name}"/></w:style>'
    (line,) = read("旧.docx", raw(raw.p("甲", '<w:pStyle w:val="x"/>'), styles=styles))
    assert line.level == level
    assert (line.style == "title") == (name == "标题")


def test_a_style_of_ones_own_based_on_a_heading_is_a_heading(raw: Any) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="我的小标题"/>'
        '<w:basedOn w:val="2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="不是标题"/>'
        '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    )
    body = "".join(raw.p("甲", f'<w:pStyle w:val="{one}"/>') for one in ("a", "b"))
    body += raw.p("甲", '<w:pStyle w:val="a"/><w:outlineLvl w:val="0"/>')
    assert [line.level for line in read("旧.docx", raw(body, styles=styles))] == [2, 0, 1]


def test_everything_in_normal_with_blanks_and_bold() -> None:
    document = Document()
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for word in ("云岭区第一小学工会", "2026年工作计划"):
        run = title.add_run(word)
        run.bold, run.font.size = True, Pt(22)
    heading = document.add_paragraph()
    heading.add_run("　　一、").bold = True
    heading.add_run("指导思想").bold = True
    mixed = document.add_paragraph()
    mixed.add_run("　　加强学习。").bold = True
    mixed.add_run("认真组织。")
    document.add_paragraph()
    assert [(ln.text, ln.bold, ln.centred, ln.size) for ln in lines(document)] == [
        (TITLE, True, True, 22),
        ("　　一、指导思想", True, False, 11),
        ("　　加强学习。认真组织。", False, False, 11),
        ("", False, False, 0),
    ]


def test_a_heading_font_counts_as_bold_unless_the_whole_text_is_in_it() -> None:
    def document(body: str) -> Any:
        made = Document()
        for text, font in (("一、学习", "黑体"), ("每月组织职工学习一次，并做好记录。", body)):
            run = made.add_paragraph().add_run(text)
            run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        return made

    assert [line.bold for line in lines(document("仿宋_GB2312"))] == [True, False]
    assert [line.bold for line in lines(document("黑体"))] == [False, False]


def test_bold_may_come_from_a_character_style() -> None:
    document = Document()
    style = document.styles.add_style("重点", WD_STYLE_TYPE.CHARACTER)
    style.font.bold = True
    document.add_paragraph().add_run("（一）抓学习", style="重点")
    assert [line.bold for line in lines(document)] == [True]


WPS_STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体"/>
</w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/>
<w:rPr><w:sz w:val="21"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:basedOn w:val="1"/>
<w:next w:val="1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>
<w:rPr><w:rFonts w:eastAsia="黑体"/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="15"><w:name w:val="列出段落1"/>
<w:basedOn w:val="1"/><w:pPr><w:ind w:firstLineChars="200"/></w:pPr></w:style>
"""
WPS_NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:nsid w:val="8F7A1B2C"/>
<w:multiLevelType w:val="singleLevel"/><w:tmpl w:val="8F7A1B2C"/>
<w:lvl w:ilvl="0" w:tentative="0"><w:start w:val="2"/><w:numFmt w:val="chineseCounting"/>
<w:suff w:val="nothing"/><w:lvlText w:val="（%1）"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
"""


def test_a_file_of_wps_with_its_numeric_styles_and_data(raw: Any) -> None:
    styled = raw.p("主要工作", '<w:pStyle w:val="2"/>')
    numbered = raw.listed("办好职工之家", 1).replace("<w:pPr>", '<w:pPr><w:pStyle w:val="15"/>')
    data = '<w:p><w:r><w:rPr/><w:t>落款</w:t></w:r><wpsCustomData:data w:x="1"/></w:p>'
    found = read(
        "旧.docx", raw(styled + numbered + data, styles=WPS_STYLES, numbering=WPS_NUMBERING)
    )
    assert [(ln.text, ln.label, ln.level, ln.bold, ln.style, ln.size) for ln in found] == [
        ("主要工作", "", 1, True, "heading 1", 16),
        ("办好职工之家", "（二）", 0, False, "列出段落1", 10.5),
        ("落款", "", 0, False, "normal", 10.5),
    ]


def test_a_file_in_the_strict_form_is_read_like_any_other(raw: Any) -> None:
    from zipfile import ZipFile

    transitional = raw(raw.p("甲", '<w:outlineLvl w:val="0"/>'))
    with ZipFile(io.BytesIO(transitional)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    strict = {
        name: part.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, part in parts.items()
    }
    assert read("旧.docx", raw.packed(strict)) == read("旧.docx", transitional)


def made_by_hand() -> bytes:
    document = Document()
    document.add_heading("一、主要工作", 1)
    document.add_paragraph("先学理论", style="List Number")
    document.add_paragraph("再谈体会", style="List Number")
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, (("月份", "活动"), ("1月", "慰问")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("完。")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.mark.parametrize("suffix", ["docx", "odt", "doc", "rtf"])
def test_files_that_libreoffice_saves_are_read_alike(converted: Converted, suffix: str) -> None:
    filters = {"docx": "docx:MS Word 2007 XML", "odt": "odt", "doc": "doc:MS Word 97", "rtf": "rtf"}
    (data,) = converted([made_by_hand()], "docx", filters[suffix])
    found = [line for line in read(f"旧.{suffix}", data) if line.text]
    assert [(ln.label, ln.text, ln.level, ln.cell and astuple(ln.cell)[:3]) for ln in found] == [
        ("", "一、主要工作", 1, None),
        ("1.", "先学理论", 0, None),
        ("2.", "再谈体会", 0, None),
        ("", "月份", 0, (0, 0, 0)),
        ("", "活动", 0, (0, 0, 1)),
        ("", "1月", 0, (0, 1, 0)),
        ("", "慰问", 0, (0, 1, 1)),
        ("", "完。", 0, None),
    ]
