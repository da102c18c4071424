"""Word files as unions have them, made with python-docx."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable  # noqa: TC003  read at run time
from typing import TYPE_CHECKING, Any, NamedTuple

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from planforge.writers.docx.own import WordFile, write

if TYPE_CHECKING:
    from planforge.document.tree import Document
    from planforge.styles import Style
    from planforge.writers.docx.own import Written

# As WPS writes them: the id says nothing, the name is English.
WPS_IDS = {"Heading 1": "2", "Heading 2": "3", "Heading 3": "4", "Title": "12", "Body Text": "7"}


def picture() -> bytes:
    """A red PNG of 8 × 4 pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", 8, 4, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xc0\x10\x10" * 8) * 4)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def saved(file: Any) -> bytes:
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def letters(style: Any, font: str, size: float) -> None:
    """Gives a style a Chinese font and a size, without the theme."""
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for slot in ("ascii", "hAnsi", "eastAsia"):
        fonts.set(qn(f"w:{slot}"), font)


def renamed(file: Any, ids: dict[str, str]) -> None:
    """Gives styles other ids, wherever they are named."""
    old = {}
    for name, identity in ids.items():
        element = file.styles[name].element
        old[element.get(qn("w:styleId"))] = identity
        element.set(qn("w:styleId"), identity)
    for link in file.styles.element.iter(qn("w:basedOn"), qn("w:next"), qn("w:link")):
        link.set(qn("w:val"), old.get(link.get(qn("w:val")), link.get(qn("w:val"))))


def page_field(paragraph: Any) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    paragraph._p.append(field)


def union_file() -> Any:
    """A4, other margins, three headers with a picture, page numbers, WPS ids, own letters."""
    file = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(30)
    section.top_margin, section.bottom_margin = Mm(35), Mm(32)
    section.different_first_page_header_footer = True
    file.settings.odd_and_even_pages_header_footer = True
    section.first_page_header.paragraphs[0].text = "青禾县总工会文件"
    section.header.paragraphs[0].text = "青禾县总工会"
    section.even_page_header.paragraphs[0].text = "团结 奋进"
    run = section.first_page_header.paragraphs[0].add_run()
    run.add_picture(io.BytesIO(picture()), width=Mm(40))
    for footer in (section.footer, section.even_page_footer, section.first_page_footer):
        page_field(footer.paragraphs[0])
    letters(file.styles["Title"], "华文中宋", 24)
    letters(file.styles["Body Text"], "宋体", 15)
    file.styles["Body Text"].paragraph_format.first_line_indent = Pt(30)
    for depth, font in enumerate(("黑体", "楷体", "仿宋"), 1):
        letters(file.styles[f"Heading {depth}"], font, 15)
        file.styles[f"Heading {depth}"].paragraph_format.first_line_indent = Pt(30)
    renamed(file, WPS_IDS)
    file.add_paragraph("去年的正文，不该留下。")
    return file


class Kit(NamedTuple):
    """What tests make files with."""

    union_file: Callable[[], Any] = union_file
    saved: Callable[[Any], bytes] = saved
    letters: Callable[[Any, str, float], None] = letters
    renamed: Callable[[Any, dict[str, str]], None] = renamed
    page_field: Callable[[Any], None] = page_field
    picture: Callable[[], bytes] = picture


@pytest.fixture
def kit() -> Kit:
    return Kit()


@pytest.fixture
def union() -> bytes:
    return saved(union_file())


@pytest.fixture
def written(sample: Document, gb: Style) -> Callable[[bytes], Written]:
    """The sample document in a file of a union."""
    return lambda data: write(sample, gb, WordFile("本单位.docx", data))


@pytest.fixture
def used(written: Callable[[bytes], Written]) -> Callable[[bytes], dict[str, tuple[str, str]]]:
    """Role → style and how it was found, of the report."""
    return lambda data: {row.role: (row.style, row.how) for row in written(data).rows}
