"""Text comes out as it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge import styles
from planforge.document.tree import Document, Heading, Item, Paragraph
from planforge.writers.docx import write
from planforge.writers.docx.oxml import parsed, run

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from planforge.styles import Style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def written(text: str) -> Element:
    return parsed(run(text))


def read(one: Element) -> str:
    breaks = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(breaks.get(str(x.tag), x.text or "") for x in one if x.tag != f"{W}rPr")


@pytest.mark.parametrize(
    "text",
    [
        "慰问退休教师🎉👩‍🏫",
        "𠮷野家与𬭛",
        "A & B <c> {{x}} {% y %} ]]>",
        "  前后有空格  ",
        "中  间",
        "*星* _线_ #井",
        "全角　空格",
    ],
)
def test_text_comes_out_as_typed(
    document: Callable[..., Document],
    part: Callable[[bytes, str], Element],
    gb: Style,
    text: str,
) -> None:
    body = part(write(document(Paragraph(text)), gb), "word/document.xml")[0]
    assert "".join(map(str, body[1].itertext())) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
@settings(deadline=None)
def test_any_text_comes_out_as_typed(text: str) -> None:
    assert read(written(text)) == text


@given(st.text(st.characters(exclude_categories=[])))
@settings(deadline=None)
def test_no_text_whatever_breaks_the_file(text: str) -> None:
    assert len(read(written(text))) == len(text)


def test_a_line_break_in_the_title_is_a_line_break(
    sample: Document, part: Callable[[bytes, str], Element], gb: Style
) -> None:
    title = part(write(sample, gb), "word/document.xml")[0][0]
    assert read(title[1]) == "青禾县第二中学工会\n2027年工作计划"


def test_blanks_that_word_would_drop_are_kept() -> None:
    assert written(" 前")[0].get(SPACE) == "preserve"
    assert written("中  间")[0].get(SPACE) == "preserve"
    assert written("无")[0].get(SPACE) is None


@pytest.mark.parametrize("text", ["说“好”", "一——二", "等等……", "宽×高", "甲·乙", "①甲"])
def test_marks_beside_hanzi_are_set_as_chinese(text: str) -> None:
    fonts = written(text).find(f"{W}rPr/{W}rFonts")
    assert fonts is not None
    assert fonts.get(f"{W}hint") == "eastAsia"


@pytest.mark.parametrize("text", ["don’t", "无标号", "3 × 4", "2027"])
def test_marks_among_latin_letters_are_left_alone(text: str) -> None:
    assert written(text).find(f"{W}rPr") is None


def test_an_item_without_a_lead_is_one_run_and_an_empty_lead_leaves_no_trace(
    document: Callable[..., Document], part: Callable[[bytes, str], Element], gb: Style
) -> None:
    body = part(write(document(Item(2, 1, "", "内容")), gb), "word/document.xml")[0]
    assert len(body[1].findall(f"{W}r")) == 1
    assert body[1].find(f"{W}pPr/{W}rPr") is None


def test_in_taiwan_a_paragraph_is_indented_as_far_as_the_heading_above_it(
    document: Callable[..., Document], part: Callable[[bytes, str], Element]
) -> None:
    heading, item = Heading(2, "甲", 1), Item(3, 1, "", "乙")
    blocks = (Paragraph("首"), heading, Paragraph("文"), item, Paragraph("末"))
    body = part(write(document(*blocks), styles.load("tw")), "word/document.xml")[0]
    indents = [body[place].find(f"{W}pPr/{W}ind") for place in (1, 3, 5)]
    assert indents[0] is None
    assert indents[2] is None
    assert indents[1] is not None
    assert indents[1].get(f"{W}leftChars") == "100"
