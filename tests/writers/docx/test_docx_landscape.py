"""Wide tables on pages on their side (GB/T 9704-2012, 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planforge.document.tree import (
    Attachment,
    Column,
    Document,
    Heading,
    Paragraph,
    Signature,
    Table,
)
from planforge.writers.docx import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from planforge.styles import Style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SEVEN = "序号 目标 内容 要求 基数 期限 责任人".split()  # noqa: SIM905
WIDE = Table(tuple(map(Column, SEVEN)), (tuple("1234567"),) * 3)
NARROW = Table((Column("甲"), Column("乙")), (("一", "二"),))
TEXT = Paragraph("围绕中心任务，团结动员职工建功立业。")


@pytest.fixture
def sections(
    document: Callable[..., Document], part: Callable[[bytes, str], Element], gb: Style
) -> Callable[..., list[tuple[bool, list[str], Element]]]:
    """Of each section: whether it lies on its side, the texts of its elements, its properties."""

    def make(*blocks: object, **rest: object) -> list[tuple[bool, list[str], Element]]:
        body = part(write(document(*blocks, **rest), gb), "word/document.xml")[0]
        found = []
        texts: list[str] = []
        for one in body:
            properties = one if one.tag == f"{W}sectPr" else one.find(f"{W}pPr/{W}sectPr")
            if one is not properties:
                texts.append("".join(str(t.text) for t in one.iter(f"{W}t")))
            if properties is not None:
                size = properties.find(f"{W}pgSz")
                assert size is not None
                found.append((size.get(f"{W}orient") == "landscape", texts, properties))
                texts = []
        return found

    return make


def numbers(properties: Element, name: str) -> dict[str, str]:
    found = properties.find(W + name)
    assert found is not None
    return {str(k).removeprefix(W): str(v) for k, v in found.attrib.items()}


def test_a_table_of_seven_columns_has_a_section_of_its_own(
    sections: Callable[..., list[tuple[bool, list[str], Element]]],
) -> None:
    before, table, behind = sections(TEXT, Heading(1, "工作目标", 1), WIDE, TEXT)
    assert [turned for turned, _, _ in (before, table, behind)] == [False, True, False]
    assert before[1] == ["计划", TEXT.text]
    assert table[1][0] == "工作目标"
    assert table[1][1].startswith("序号")
    assert behind[1] == [TEXT.text]


def test_the_block_on_its_side_is_225_by_156_mm_and_the_upright_one_turned_left(
    sections: Callable[..., list[tuple[bool, list[str], Element]]],
) -> None:
    _, (_, _, properties), _ = sections(TEXT, WIDE, TEXT)
    assert numbers(properties, "pgSz") == {"w": "16838", "h": "11906", "orient": "landscape"}
    margins = numbers(properties, "pgMar")
    sides = {side: margins[side] for side in ("top", "bottom", "left", "right")}
    assert sides == {"top": "1587", "bottom": "1474", "left": "1984", "right": "2098"}
    assert properties.find(f"{W}pgNumType") is None


def test_a_table_on_its_side_fills_the_block(
    document: Callable[..., Document], part: Callable[[bytes, str], Element], gb: Style
) -> None:
    body = part(write(document(TEXT, WIDE), gb), "word/document.xml")[0]
    table = body.find(f"{W}tbl")
    assert table is not None
    assert sum(int(c.get(f"{W}w", "")) for c in table.iter(f"{W}gridCol")) == 12756
    head = table.find(f"{W}tr/{W}trPr/{W}tblHeader")
    assert head is not None


def test_the_words_that_introduce_a_table_go_with_it(
    sections: Callable[..., list[tuple[bool, list[str], Element]]],
) -> None:
    upright, table = sections(TEXT, Heading(1, "工作目标", 1), Paragraph("目标如下："), WIDE)
    assert upright[1][-1] == TEXT.text
    assert table[1][:2] == ["工作目标", "目标如下："]


def test_the_signature_stays_with_a_wide_table_in_front_of_it(
    sections: Callable[..., list[tuple[bool, list[str], Element]]],
) -> None:
    _, table = sections(TEXT, WIDE, signature=Signature("青禾县总工会", "2027年1月8日"))
    assert table[0]
    assert table[1][-2:] == ["青禾县总工会", "2027年1月8日"]


def test_an_attachment_that_is_a_wide_table_lies_on_its_side_with_its_head(
    sections: Callable[..., list[tuple[bool, list[str], Element]]],
) -> None:
    _, attachment, after = sections(
        TEXT,
        attachments=(
            Attachment("附件1", "任务分解表", (WIDE,)),
            Attachment("附件2", "说明", (TEXT,)),
        ),
    )
    assert attachment[0]
    assert attachment[1][:2] == ["附件1", "任务分解表"]
    assert not after[0]
    assert after[1][0] == "附件2"


def test_a_narrow_table_stays_upright(
    sections: Callable[..., list[tuple[bool, list[str], Element]]],
) -> None:
    assert [turned for turned, _, _ in sections(TEXT, NARROW, TEXT)] == [False]


@pytest.mark.parametrize(
    ("said", "table", "expected"),
    [("no", WIDE, [False]), ("yes", NARROW, [False, True, False])],
)
def test_the_plan_may_say_itself_which_tables_lie_on_their_side(
    sections: Callable[..., list[tuple[bool, list[str], Element]]],
    said: str,
    table: Table,
    expected: list[bool],
) -> None:
    found = sections(TEXT, table, TEXT, landscape=said)
    assert [turned for turned, _, _ in found] == expected


def test_the_number_of_a_page_on_its_side_is_text_that_runs_downwards(
    document: Callable[..., Document], part: Callable[[bytes, str], Element], gb: Style
) -> None:
    data = write(document(TEXT, WIDE, TEXT), gb)
    relations = {
        str(one.get("Id")): str(one.get("Target"))
        for one in part(data, "word/_rels/document.xml.rels")
    }
    turned = [one for one in part(data, "word/document.xml").iter(f"{W}sectPr")][1]  # noqa: C416
    named = {
        str(one.get(f"{W}type")): relations[str(one.get(f"{R}id"))]
        for one in turned.iterfind(f"{W}footerReference")
    }
    assert named == {"default": "footer3.xml", "even": "footer4.xml"}
    for kind, side in (("default", "right"), ("even", "left")):
        footer = part(data, f"word/{named[kind]}")
        direction = footer.find(f".//{W}tcPr/{W}textDirection")
        assert direction is not None
        assert direction.get(f"{W}val") == "tbRl"
        number = footer.find(f".//{W}tc/{W}p/{W}pPr/{W}jc")
        assert number is not None
        assert number.get(f"{W}val") == side


def test_a_document_without_wide_tables_has_no_parts_for_them(
    document: Callable[..., Document], parts: Callable[[bytes], dict[str, bytes]], gb: Style
) -> None:
    assert "word/footer3.xml" not in parts(write(document(TEXT, NARROW), gb))
