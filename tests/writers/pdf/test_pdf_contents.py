"""The page numbers of a table of contents in a PDF."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, NoReturn

import pytest
from msgspec.structs import replace

from planforge import styles
from planforge.check.reading import read as read_word
from planforge.document.tree import Attachment, Document, Heading, Paragraph, Properties
from planforge.errors import UserError
from planforge.office import program
from planforge.ooxml.package import Package
from planforge.writers import docx, writer
from planforge.writers.pdf.contents import Line, Printed, first_page, lines, without_numbers
from planforge.writers.pdf.letters import Letter
from planforge.writers.pdf.pages import Glyph, read
from planforge.writers.pdf.render_copy import render_copy

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.xdist_group("office")

LONG = "围绕中心，服务大局，团结职工，建功立业，" * 40
FOOT = 740
"""Page numbers stand lower, in points."""
LINE = Line("一、甲", 3, 5)


def plan(heading: str = "重点任务") -> Document:
    properties = Properties("计划", "青禾县总工会", "2027年工作计划", "zh-CN", "cn", "gb")
    blocks = (
        Heading(1, "指导思想", 1),
        Paragraph(LONG),
        Heading(1, heading, 2),
        Paragraph(LONG),
    )
    table = Attachment("附件", "活动安排表", (Paragraph("每月一次。"),))
    return Document(properties, "计划", blocks, contents="目录", attachments=(table,))


def on_rows(*rows: tuple[int, str]) -> list[Printed]:
    def glyph(text: str, baseline: int) -> Glyph:
        return Glyph(text, "", 16, 0, 16, baseline, artifact=False, upright=True)

    return [
        Printed(Letter(character, ""), page, glyph(character, number))
        for number, (page, row) in enumerate(rows)
        for character in row
    ]


def text(letters: list[Printed]) -> str:
    return "".join(one.letter.character for one in letters)


def test_leaders_and_numbers_are_left_out_where_the_heading_is_on_that_page() -> None:
    rows = on_rows((1, "一、甲....2"), (1, "目录"), (2, "一、甲"))
    assert text(without_numbers([LINE], rows)) == "一、甲目录一、甲"


def test_a_number_may_stand_on_a_row_of_its_own() -> None:
    rows = on_rows((1, "一、甲"), (1, "......2"), (1, "目录"), (2, "一、甲"))
    assert text(without_numbers([LINE], rows)) == "一、甲目录一、甲"


@pytest.mark.parametrize(
    ("shown", "first", "sentence"),
    [
        ("....3", 1, "says 3 for 一、甲, which is on page 2"),
        ("....", 1, "says nothing for 一、甲, which is on page 2"),
        ("..x.2", 1, "says x.2 for 一、甲, which is on page 2"),
        ("....2", 5, "says 2 for 一、甲, which is on page 6"),
        ("", None, "says nothing for 一、甲"),
    ],
)
def test_a_wrong_number_is_an_error(shown: str, first: int | None, sentence: str) -> None:
    rows = on_rows((1, f"一、甲{shown}"), (1, "目录"), (2, "一、甲"))
    line = LINE if shown else Line("一、甲", 8, 5)
    with pytest.raises(UserError, match=sentence):
        without_numbers([line], rows, first)


def test_figures_that_are_not_arabic_are_taken_as_they_are() -> None:
    rows = on_rows((1, "一、甲....ii"), (1, "目录"), (2, "一、甲"))
    assert text(without_numbers([LINE], rows, None)) == "一、甲目录一、甲"


def test_every_line_knows_its_heading() -> None:
    style = styles.load("gb")
    document = read_word(Package("", docx.write(plan(), style)), style)
    found = lines(document)
    assert [one.words for one in found] == ["一、指导思想", "二、重点任务", "活动安排表"]
    assert [one.end for one in found] == [8, 14, 19]
    assert found[0].target == len("目录一、指导思想二、重点任务活动安排表计划")
    assert first_page(document) == 1


def test_a_document_without_contents_is_printed_as_it_is() -> None:
    data = docx.write(replace(plan(), contents=""), styles.load("gb"))
    assert render_copy(data) is data


def test_the_copy_that_is_printed_differs_by_the_field_around_the_contents_alone() -> None:
    data = docx.write(plan(), styles.load("gb"))
    with (
        zipfile.ZipFile(io.BytesIO(data)) as whole,
        zipfile.ZipFile(io.BytesIO(render_copy(data))) as copy,
    ):
        assert copy.namelist() == whole.namelist()
        changed = [name for name in whole.namelist() if whole.read(name) != copy.read(name)]
        old, new = (file.read("word/document.xml").decode() for file in (whole, copy))
    assert changed == ["word/document.xml"]
    assert len(re.findall("TOC ", old)) == 1
    assert "TOC " not in new
    assert new.count("PAGEREF") == old.count("PAGEREF") == 3
    assert new.count("<w:fldChar ") == old.count("<w:fldChar ") - 3


@pytest.mark.parametrize("style", ["gb", "tw", "plain"])
def test_the_pdf_has_the_page_of_every_heading(
    style: str, lacking: Callable[[str], NoReturn]
) -> None:
    if not program.find():
        lacking("LibreOffice (soffice) is not installed")
    # A heading that fills its row leaves no room for its number.
    long = "重点任务" * 8
    pages = read(writer("pdf")(plan(long), styles.load(style)))
    above_the_foot = (glyph for glyph in pages[0].glyphs if glyph.baseline < FOOT)
    first = "".join(glyph.text for glyph in above_the_foot)
    numbers = re.findall(r"\.{3,} ?(\d+)", first)
    where = [
        next(
            str(number)
            for number, page in enumerate(pages, 1)
            if number > 1 and words in "".join(glyph.text for glyph in page.glyphs)
        )
        for words in ("指导思想", long[:8], "活动安排表")
    ]
    assert numbers == where
    assert int(where[-1]) == len(pages) > 3
