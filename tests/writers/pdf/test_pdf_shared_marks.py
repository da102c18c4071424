"""“ ” … — stand in the Chinese font in a PDF too, whatever stands before them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, NoReturn

import pytest
from lxml import etree

from planforge import styles
from planforge.document.tree import Document, Item, Paragraph, Properties
from planforge.office import program
from planforge.writers import docx, writer
from planforge.writers.pdf.pages import read, text
from planforge.writers.pdf.render_copy import render_copy

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.xdist_group("office")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIRST = "“三八”节活动——第1场，计划 A–B 项……"


def plan() -> Document:
    properties = Properties("计划", "青禾县总工会", "2027年工作计划", "zh-CN", "cn", "plain")
    return Document(properties, "计划", (Item(3, 1, "", FIRST), Paragraph("没有标点")))


def runs(data: bytes) -> list[tuple[str, str, str]]:
    """Text, East Asian hint and own Latin font of each run of the first item."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tree = etree.fromstring(archive.read("word/document.xml"))
    found = []
    for run in tree[0][1].iter(f"{W}r"):
        fonts = run.find(f"{W}rPr/{W}rFonts")
        said = {} if fonts is None else {str(k).removeprefix(W): str(v) for k, v in fonts.items()}
        words = "".join(str(one.text) for one in run.iter(f"{W}t"))
        found.append((words, said.get("hint", ""), said.get("ascii", "")))
    return found


def test_marks_get_the_chinese_font_in_the_copy_and_letters_keep_theirs() -> None:
    data = docx.write(plan(), styles.load("plain"))
    assert runs(data) == [(FIRST, "eastAsia", "")]
    made = runs(render_copy(data))
    assert "".join(words for words, _hint, _font in made) == FIRST
    assert {words for words, _hint, font in made if font == "宋体"} == set("“”—–…")
    assert all(font in {"", "宋体"} for _words, _hint, font in made)
    assert ("节活动", "eastAsia", "") in made


def test_a_document_in_one_font_is_printed_as_it_is() -> None:
    data = docx.write(plan(), styles.load("gb"))
    assert render_copy(data) is data


def test_the_pdf_shows_them_in_the_chinese_font(lacking: Callable[[str], NoReturn]) -> None:
    if not program.find():
        lacking("LibreOffice (soffice) is not installed")
    glyphs = list(text(read(writer("pdf")(plan(), styles.load("plain")))))
    fonts = {glyph.font for glyph in glyphs if glyph.text in "“”…"}
    assert fonts == {glyph.font for glyph in glyphs if glyph.text == "节"}
    assert fonts != {glyph.font for glyph in glyphs if glyph.text == "1"}
