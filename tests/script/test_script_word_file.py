"""Conversion of Word files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from planforge.errors import UserError
from planforge.pipeline import read_plan, render_plan
from planforge.script.conversion import Conversion
from planforge.script.vocabulary import fonts as counterparts
from planforge.script.word_file import convert_word
from planforge.styles.loading import load

if TYPE_CHECKING:
    from docx.document import Document

EXAMPLE = Path(__file__).parents[2] / "examples" / "school-2027.yaml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def converted(document: Document, target: str = "tw") -> Document:
    return docx.Document(io.BytesIO(convert_word("甲.docx", saved(document), Conversion(target))))


def with_body(xml: str) -> Document:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{xml}</w:p>"))
    return document


def texts(document: Document) -> list[str]:
    return [element.text or "" for element in document.element.body.iter(qn("w:t"))]


def test_a_word_cut_by_formatting_is_converted_as_a_word() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("理")
    paragraph.add_run("头").bold = True
    paragraph.add_run("发，不断发").italic = True
    paragraph.add_run("展")
    runs = converted(document).paragraphs[0].runs
    assert [run.text for run in runs] == ["理", "頭", "髮，不斷發", "展"]
    assert [bool(run.bold) for run in runs] == [False, True, False, False]


def test_headers_footers_and_comments_are_converted() -> None:
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "总工会"
    section.footer.paragraphs[0].text = "发"
    run = document.add_paragraph().add_run("后勤")
    document.add_comment(run, text="发展")
    result = converted(document)
    assert result.sections[0].header.paragraphs[0].text == "總工會"
    assert result.sections[0].footer.paragraphs[0].text == "發"
    assert [comment.text for comment in result.comments] == ["發展"]


def test_tables_are_converted() -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "发展"
    assert converted(document).tables[0].cell(0, 0).text == "發展"


def test_both_branches_of_a_text_box_are_converted() -> None:
    box = (
        "<w:txbxContent><w:p><w:r><w:t>发</w:t></w:r><w:r><w:t>展</w:t></w:r></w:p></w:txbxContent>"
    )
    document = with_body(
        "<w:r><w:t>后</w:t></w:r><w:r>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
        "</mc:AlternateContent></w:r><w:r><w:t>勤</w:t></w:r>"
    )
    assert texts(converted(document)) == ["後", "發", "展", "發", "展", "勤"]


def test_content_controls_and_insertions_are_converted_and_deletions_kept() -> None:
    document = with_body(
        "<w:sdt><w:sdtContent><w:r><w:t>发</w:t></w:r></w:sdtContent></w:sdt>"
        '<w:ins w:id="1" w:author="甲"><w:r><w:t>展</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="甲"><w:r><w:delText>发</w:delText></w:r></w:del>'
    )
    result = converted(document)
    assert texts(result) == ["發", "展"]
    assert [e.text for e in result.element.body.iter(qn("w:delText"))] == ["发"]


def test_field_codes_bookmarks_and_style_ids_stay() -> None:
    document = with_body(
        '<w:pPr><w:pStyle w:val="发展"/></w:pPr><w:bookmarkStart w:id="1" w:name="发展"/>'
        "<w:r><w:instrText>REF 发展</w:instrText></w:r><w:bookmarkEnd w:id='1'/>"
    )
    xml = converted(document).element.body[0].xml
    assert xml.count("发展") == len(("style", "bookmark", "field"))


def test_a_tab_or_a_line_break_ends_a_word() -> None:
    document = docx.Document()
    document.add_paragraph("理\t发\n头\t发")
    assert converted(document).paragraphs[0].text == "理\t發\n頭\t發"


def test_the_title_of_the_file_is_converted_and_its_author_stays() -> None:
    document = docx.Document()
    document.core_properties.title = "发展"
    document.core_properties.author = "范发"
    result = converted(document)
    assert (result.core_properties.title, result.core_properties.author) == ("發展", "范发")


@pytest.mark.parametrize(
    ("target", "language", "font"),
    [("tw", "zh-TW", "標楷體"), ("hk", "zh-HK", "標楷體"), ("mo", "zh-MO", "標楷體")],
)
def test_language_and_fonts_become_those_of_the_region(
    target: str, language: str, font: str
) -> None:
    plan, _source = read_plan(str(EXAMPLE))
    data = convert_word("a.docx", render_plan(plan, "docx"), Conversion(target))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        styles = package.read("word/styles.xml").decode()
    assert f'w:eastAsia="{language}"' in styles
    assert "zh-CN" not in styles
    assert f'w:eastAsia="{font}"' in styles
    assert "仿宋" not in styles.replace("w:altName", "")


def test_text_that_is_moved_away_stays_like_deleted_text() -> None:
    change = 'w:id="1" w:author="发" w:date="2027-01-01T00:00:00Z"'
    document = with_body(
        f"<w:moveFrom {change}><w:r><w:t>发展</w:t></w:r></w:moveFrom>"
        f"<w:moveTo {change}><w:r><w:t>发展</w:t></w:r></w:moveTo>"
    )
    assert texts(converted(document)) == ["发展", "發展"]


def test_a_formula_is_converted() -> None:
    document = with_body(
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        "<m:r><m:t>发放率</m:t></m:r></m:oMath>"
    )
    assert "發放率" in etree.tostring(converted(document).element.body, encoding="unicode")


def test_items_to_choose_from_tips_of_links_and_descriptions_of_pictures_are_converted() -> None:
    document = with_body(
        '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="发放" w:value="发"/>'
        "</w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>发放</w:t></w:r></w:sdtContent></w:sdt>"
        '<w:hyperlink w:anchor="发" w:tooltip="后勤"><w:r><w:t>发</w:t></w:r></w:hyperlink>'
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="1" name="发" descr="干部" title="发展"/></wp:inline>'
        "</w:drawing></w:r>"
    )
    body = etree.tostring(converted(document).element.body, encoding="unicode")
    for said in ('displayText="發放"', 'tooltip="後勤"', 'descr="幹部"', 'title="發展"'):
        assert said in body
    for kept in ('w:value="发"', 'w:anchor="发"', 'name="发"'):
        assert kept in body


def test_the_language_of_a_template_and_of_the_properties_is_that_of_the_region_too() -> None:
    document = docx.Document()  # python-docx leaves en-US, and ja-JP for the theme
    document.add_paragraph("发展")
    document.core_properties.language = "zh-CN"
    data = convert_word("甲.docx", saved(document), Conversion("tw"))
    assert docx.Document(io.BytesIO(data)).core_properties.language == "zh-TW"
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        styles = package.read("word/styles.xml").decode()
        settings_ = package.read("word/settings.xml").decode()
    assert 'w:val="en-US" w:eastAsia="zh-TW"' in styles
    assert 'w:themeFontLang w:val="en-US" w:eastAsia="zh-TW"' in settings_


def test_a_language_of_the_properties_that_is_not_chinese_stays() -> None:
    document = docx.Document()
    document.core_properties.language = "en-GB"
    assert converted(document).core_properties.language == "en-GB"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("FangSong", "標楷體"),
        ("方正仿宋_GBK", "標楷體"),
        ("KaiTi", "標楷體"),
        ("SimHei", "微軟正黑體"),
        ("Microsoft YaHei", "微軟正黑體"),
        ("SimSun", "新細明體"),
        ("新宋体", "新細明體"),
        ("方正小标宋_GBK", "新細明體"),
        ("华文中宋", "新細明體"),
    ],
)
def test_a_font_is_known_by_its_other_names_too(old: str, new: str) -> None:
    document = with_body(f'<w:r><w:rPr><w:rFonts w:eastAsia="{old}"/></w:rPr><w:t>发</w:t></w:r>')
    (fonts,) = converted(document).element.body.iter(qn("w:rFonts"))
    assert fonts.get(qn("w:eastAsia")) == new


def test_fonts_of_taiwan_become_those_that_official_documents_of_the_mainland_are_set_in() -> None:
    fonts = {"標楷體": "仿宋_GB2312", "新細明體": "宋体", "微軟正黑體": "黑体"}
    for old, new in fonts.items():
        document = with_body(f'<w:r><w:rPr><w:rFonts w:ascii="{old}"/></w:rPr><w:t>發</w:t></w:r>')
        (found,) = converted(document, "cn").element.body.iter(qn("w:rFonts"))
        assert found.get(qn("w:ascii")) == new


def test_every_font_of_the_styles_has_a_counterpart() -> None:
    known = counterparts(to_traditional=True)
    for font in load("gb").fonts.values():
        assert {font.name, *font.instead} <= known.keys()


def test_everything_else_keeps_its_bytes() -> None:
    document = docx.Document()
    document.add_paragraph("发展")
    data = saved(document)
    result = convert_word("a.docx", data, Conversion("tw"))
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(result)) as new:
        assert old.namelist() == new.namelist()
        same = [name for name in old.namelist() if old.read(name) == new.read(name)]
    assert {"[Content_Types].xml", "word/theme/theme1.xml", "_rels/.rels"} <= set(same)


def test_what_is_no_word_file_is_refused_in_one_sentence() -> None:
    with pytest.raises(UserError) as caught:
        convert_word("甲.docx", b"PK\x03\x04", Conversion("tw"))
    assert "甲.docx" in caught.value.message


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text("发展后勤理头困难计划网络abc ，《》", min_size=1, max_size=6), min_size=1))
def test_the_text_of_a_paragraph_is_that_of_the_whole_however_it_is_cut(runs: list[str]) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for run in runs:
        paragraph.add_run(run)
    assert converted(document).paragraphs[0].text == Conversion("tw").text("".join(runs))
