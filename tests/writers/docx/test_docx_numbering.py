"""What LibreOffice prints in front of headings and items is what the tree says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planforge import styles
from planforge.document.numbering import label
from planforge.document.tree import Attachment, Document, Heading, Item, Paragraph
from planforge.writers.docx import write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.etree import _Element as Element

    from planforge.document.tree import Block
    from planforge.styles import Style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def wanted(blocks: Iterable[Block], style: Style) -> list[str]:
    rows = []
    for block in blocks:
        if isinstance(block, Heading | Item):
            text = block.text if isinstance(block, Heading) else block.lead + block.text
            number = block.number
            mark = "" if number is None else label(style.numbering, block.level, number)
            rows.append(mark + text)
    return rows


BLOCKS: dict[str, tuple[Block, ...]] = {
    "more than twenty at every level": tuple(
        Heading(1, f"第{number}章", number) for number in range(1, 24)
    )
    + tuple(Item(2, number, "", f"其{number}") for number in range(1, 24))
    + tuple(Item(3, number, "", f"其{number}") for number in range(1, 24))
    + tuple(Item(4, number, "", f"其{number}") for number in range(1, 24))
    + tuple(Item(5, number, "", f"其{number}") for number in range(1, 24)),
    "unnumbered headings": (
        Heading(1, "任务", 1),
        Heading(1, "无号"),
        Heading(1, "安排", 2),
        Heading(2, "甲月"),
        Item(3, 1, "", "一"),
        Item(3, 2, "先做。", "二"),
        Item(4, 1, "", "细"),
        Heading(2, "乙月"),
        Item(3, 1, "", "一"),
        Item(4, 1, "", "细"),
        Item(4, 2, "", "细"),
        Item(3, 2, "", "二"),
        Heading(1, "保障", 3),
        Item(2, 1, "", "保"),
        Heading(2, "续"),
        Item(2, 2, "", "保"),
    ),
    "items that go on after an unnumbered heading": (
        Item(1, 1, "", "甲"),
        Heading(1, "中"),
        Item(1, 2, "", "乙"),
        Paragraph("文"),
        Item(1, 3, "", "丙"),
    ),
    "skipped levels": (
        Heading(1, "甲", 1),
        Item(3, 1, "", "丙"),
        Item(3, 2, "", "丁"),
        Item(2, 1, "", "乙"),
        Item(4, 1, "", "戊"),
        Item(3, 1, "", "己"),
        Heading(1, "庚", 2),
        Item(5, 1, "", "辛"),
        Heading(2, "壬", 1),
    ),
    "a list that starts late": (Item(2, 7, "", "甲"), Item(2, 8, "", "乙"), Item(1, 3, "", "丙")),
}


@pytest.mark.parametrize("name", ["gb", "tw", "hk"])
def test_libreoffice_prints_the_numbers_of_the_tree(
    document: Callable[..., Document],
    printed: Callable[[Document, Style], list[list[str]]],
    name: str,
) -> None:
    style = styles.load(name)
    attachments = [
        Attachment(f"附件{place}", "附件", blocks)
        for place, blocks in enumerate(BLOCKS.values(), 1)
    ]
    tree = document(Heading(1, "首", 1), Heading(2, "次", 1), attachments=tuple(attachments))
    expected = wanted([*tree.blocks, *(b for one in attachments for b in one.blocks)], style)
    rows = [
        row
        for page in printed(tree, style)
        for row in page
        if not row.startswith(("计划", "附件", "文")) and row.strip("—0123456789")
    ]
    assert rows == expected


@pytest.fixture
def paragraphs(part: Callable[[bytes, str], Element]) -> Callable[..., list[Element]]:
    """The paragraphs of a document in the given style, without its title."""
    return lambda tree, style: list(part(write(tree, style), "word/document.xml")[0])[1:-1]


def number_of(paragraph: Element) -> tuple[str | None, str | None]:
    """The level and list instance that stand in the paragraph itself."""
    found = paragraph.find(f"{W}pPr/{W}numPr")
    if found is None:
        return None, None
    return found[0].get(f"{W}val"), found[1].get(f"{W}val")


def test_a_numbered_heading_leaves_its_number_to_its_style(
    document: Callable[..., Document], paragraphs: Callable[..., list[Element]], gb: Style
) -> None:
    (heading,) = paragraphs(document(Heading(1, "任务", 1)), gb)
    assert number_of(heading) == (None, None)
    assert "".join(map(str, heading.itertext())) == "任务"


def test_an_unnumbered_heading_is_taken_out_of_the_list_and_keeps_its_indent(
    document: Callable[..., Document], paragraphs: Callable[..., list[Element]], gb: Style
) -> None:
    (heading,) = paragraphs(document(Heading(2, "一月")), gb)
    assert number_of(heading) == ("1", "0")
    indent = heading.find(f"{W}pPr/{W}ind")
    assert indent is not None
    assert indent.get(f"{W}firstLineChars") == "200"


def test_an_item_is_body_text_in_the_list_of_the_headings(
    document: Callable[..., Document], paragraphs: Callable[..., list[Element]], gb: Style
) -> None:
    heading, item = paragraphs(document(Heading(2, "甲", 1), Item(2, 2, "先。", "后")), gb)
    assert number_of(item) == ("1", "1")
    style = item.find(f"{W}pPr/{W}pStyle")
    assert style is not None
    assert style.get(f"{W}val") == "Item2"
    assert heading.find(f"{W}pPr/{W}rPr") is None
    fonts = [run.findtext(f"{W}t") for run in item.iterfind(f"{W}r") if len(run) > 1]
    assert fonts == ["先。"]


def test_the_tenth_chapter_in_taiwan_is_typed_and_the_next_level_begins_again(
    document: Callable[..., Document], paragraphs: Callable[..., list[Element]]
) -> None:
    blocks: list[Block] = [Heading(1, "章", number) for number in range(1, 10)]
    blocks += [Item(2, 1, "", "甲"), Heading(1, "章", 10), Item(2, 1, "", "乙")]
    tree = paragraphs(document(*blocks), styles.load("tw"))
    assert "".join(map(str, tree[-2].itertext())).endswith("、章")
    assert number_of(tree[-2]) == ("0", "0")
    assert number_of(tree[-1]) == ("1", "2")


def test_levels_below_the_last_of_the_style_look_like_the_last(
    document: Callable[..., Document], paragraphs: Callable[..., list[Element]], gb: Style
) -> None:
    (item,) = paragraphs(document(Item(8, 1, "", "深")), gb)
    assert number_of(item) == ("4", "1")
