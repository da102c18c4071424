"""What comes out on paper, measured in the PDF that LibreOffice makes."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import pytest

from planforge.document.tree import (
    Attachment,
    Column,
    Document,
    Item,
    Paragraph,
    Properties,
    Signature,
    Table,
)
from planforge.writers.docx import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planforge.styles import Style

HANZI = "工会计划职工学校教育活动组织安排"
MM_PER_POINT = 25.4 / 72


class Word(NamedTuple):
    """A word of the PDF and its box in millimetres from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


Pages = list[list[Word]]


@pytest.fixture(scope="module")
def pages(
    convert: Callable[[bytes, str], Path], lacking: Callable[[str], NoReturn]
) -> Callable[[Document, Style], Pages]:
    """The words of every page; skips where there is no poppler or no Chinese font."""
    if shutil.which("pdftotext") is None:
        lacking("poppler (pdftotext) is not installed")
    fonts = subprocess.run(["fc-list", ":lang=zh"], check=True, capture_output=True, timeout=60)  # noqa: S607  found on the PATH
    if not fonts.stdout:
        lacking("no Chinese font is installed")
    pattern = re.compile(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')

    def measured(document: Document, style: Style) -> Pages:
        pdf = convert(write(document, style), "pdf")
        command = ["pdftotext", "-bbox", str(pdf), "-"]
        text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
        return [
            [
                Word(found[5], *(float(found[i]) * MM_PER_POINT for i in range(1, 5)))
                for found in pattern.finditer(page)
            ]
            for page in text.split("<page ")[1:]
        ]

    return measured


@pytest.fixture(scope="module")
def full(pages: Callable[[Document, Style], Pages], gb: Style) -> Pages:
    """Pages full of hanzi: paragraphs of 14 rows, the first one 26 characters long."""
    properties = Properties("计划", "青禾县总工会", "2027年工作计划", "zh-CN", "cn", "gb")
    text = (HANZI * 25)[: 26 + 13 * 28]
    return pages(Document(properties, "计划", (Paragraph(text),) * 6), gb)


def test_a_full_page_has_22_rows_of_28_hanzi(full: Pages) -> None:
    rows = [word for word in full[1] if len(word.text) > 20]
    assert len(rows) == 22
    assert {len(word.text) for word in rows} == {26, 28}
    pitches = [b.top - a.top for a, b in pairwise(rows)]
    assert pitches == pytest.approx([10.214] * 21, abs=0.05)


def test_the_text_stands_in_the_text_block(full: Pages) -> None:
    rows = [word for word in full[1] if len(word.text) == 28]
    assert rows
    assert {round(word.left, 1) for word in rows} == {28.0}
    assert max(word.right for word in rows) <= 184.5


def test_the_first_row_is_indented_by_two_characters(full: Pages) -> None:
    first = [word for word in full[1] if len(word.text) == 26]
    assert first
    assert first[0].left - 28 == pytest.approx(11.1, abs=0.3)


def test_page_numbers_stand_seven_millimetres_below_the_block_at_the_outer_edge(
    full: Pages,
) -> None:
    odd, even = full[2][-3:], full[1][-3:]
    assert [word.text for word in odd] == ["—", "3", "—"]
    assert [word.text for word in even] == ["—", "2", "—"]
    assert (odd[0].top + odd[0].bottom) / 2 == pytest.approx(269, abs=1)
    assert 30 <= 210 - odd[-1].right <= 32
    assert 32 <= even[0].left <= 34


def test_the_signature_does_not_stand_on_a_page_of_its_own(
    document: Callable[..., Document],
    pages: Callable[[Document, Style], list[list[Word]]],
    gb: Style,
) -> None:
    rows = [Item(2, number, "", "落实责任。") for number in range(1, 20)]
    tree = document(*rows, signature=Signature("青禾县总工会", "2027年1月8日"))
    found = pages(tree, gb)
    assert len(found) == 2
    assert any("（十九）" in word.text for word in found[1])


def test_the_number_of_a_page_on_its_side_stands_where_it_stands_on_an_upright_page(
    document: Callable[..., Document],
    pages: Callable[[Document, Style], list[list[Word]]],
    gb: Style,
) -> None:
    columns = tuple(Column(name) for name in "甲乙丙丁戊己庚")
    wide = Table(columns, (tuple("一二三四五六七"),) * 40)
    tree = document(Paragraph("正文。"), wide, attachments=(Attachment("附件", "表", (wide,)),))
    found = pages(tree, gb)
    numbered = {
        # The dash and the number are one word or several, from top to bottom.
        place: [word for word in page if word.left < 35 and set(word.text) <= set("—0123456789")]
        for place, page in enumerate(found, 1)
    }
    assert "".join(word.text for word in numbered[2] if word.text != "—") == "2"
    assert "".join(word.text for word in numbered[3] if word.text != "—") == "3"
    for words in (numbered[2], numbered[3]):
        middle = (min(w.left for w in words) + max(w.right for w in words)) / 2
        assert 35 - middle == pytest.approx(7, abs=1)
    # Even pages: at the upper end, one character below the edge of the block; odd: at the lower.
    assert min(word.top for word in numbered[2]) == pytest.approx(28 + 4.9, abs=1)
    assert max(word.bottom for word in numbered[3]) == pytest.approx(210 - 26 - 4.9, abs=1)
