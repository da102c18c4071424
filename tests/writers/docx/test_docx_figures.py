"""The figures of GB/T 9704-2012, read back from the XML and turned into millimetres."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from planforge import styles
from planforge.writers.docx import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from planforge.document.tree import Document
    from planforge.styles import Style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS_PER_MM = 1440 / 25.4


def value(parent: Element, path: str, attribute: str = "val") -> str | None:
    found = parent.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(W + attribute)


@pytest.fixture
def open_part(
    sample: Document, part: Callable[[bytes, str], Element]
) -> Callable[[str, str], Element]:
    return lambda style, name: part(write(sample, styles.load(style)), name)


def style_of(sheet: Element, identity: str) -> Element:
    return next(s for s in sheet.iterfind(f"{W}style") if s.get(f"{W}styleId") == identity)


def test_the_text_block_is_156_by_225_mm(open_part: Callable[[str, str], Element]) -> None:
    section = open_part("gb", "word/document.xml")[0][-1]
    margins = section.find(f"{W}pgMar")
    size = section.find(f"{W}pgSz")
    assert margins is not None
    assert size is not None
    written = {side: int(margins.get(W + side, "")) for side in ("top", "bottom", "left", "right")}
    assert written == {"top": 2098, "bottom": 1984, "left": 1587, "right": 1474}
    width = int(size.get(f"{W}w", "")) - written["left"] - written["right"]
    height = int(size.get(f"{W}h", "")) - written["top"] - written["bottom"]
    assert width / TWIPS_PER_MM == pytest.approx(156, abs=0.05)
    assert height / TWIPS_PER_MM == pytest.approx(225, abs=0.05)


def test_twenty_two_rows_fill_the_text_block_and_a_23rd_does_not_fit(gb: Style) -> None:
    pitch = gb.grid.pitch.twips
    assert pitch == 579
    assert gb.page.block_height // pitch == gb.grid.rows == 22
    one = gb.text.body.size.twips + gb.grid.squeeze.twips
    assert gb.page.block_width // one == gb.grid.characters == 28


def test_rows_stand_on_a_grid_of_lines(open_part: Callable[[str, str], Element]) -> None:
    section = open_part("gb", "word/document.xml")[0][-1]
    assert value(section, "docGrid", "type") == "lines"
    assert value(section, "docGrid", "linePitch") == "579"
    assert value(section, "docGrid", "charSpace") is None


def test_body_text_has_16_points_exact_rows_and_an_indent_in_characters(
    open_part: Callable[[str, str], Element],
) -> None:
    sheet = open_part("gb", "word/styles.xml")
    normal, body = style_of(sheet, "Normal"), style_of(sheet, "BodyText")
    assert value(normal, "pPr/spacing", "line") == "579"
    assert value(normal, "pPr/spacing", "lineRule") == "exact"
    assert value(normal, "rPr/spacing") == "-5"
    assert value(body, "rPr/sz") == "32"
    assert value(body, "rPr/rFonts", "eastAsia") == "仿宋_GB2312"
    assert value(body, "pPr/ind", "firstLineChars") == "200"
    assert value(body, "pPr/ind", "firstLine") == "630"
    assert value(normal, "pPr/widowControl") == "0"
    assert value(normal, "pPr/kinsoku") is None
    assert normal.find(f"{W}pPr/{W}kinsoku") is not None
    for off in ("overflowPunct", "autoSpaceDE", "autoSpaceDN"):
        assert value(normal, f"pPr/{off}") == "0"


def test_the_title_has_22_points_is_centred_and_stands_off_the_grid(
    open_part: Callable[[str, str], Element],
) -> None:
    title = style_of(open_part("gb", "word/styles.xml"), "Title")
    assert value(title, "rPr/sz") == "44"
    assert value(title, "rPr/rFonts", "eastAsia") == "方正小标宋简体"
    assert value(title, "rPr/b") is None
    assert title.find(f"{W}rPr/{W}b") is None
    assert value(title, "pPr/jc") == "center"
    assert value(title, "pPr/snapToGrid") == "0"
    assert value(title, "pPr/spacing", "after") == "579"


@pytest.mark.parametrize(
    ("depth", "font"),
    [(1, "黑体"), (2, "楷体_GB2312"), (3, "仿宋_GB2312"), (4, "仿宋_GB2312"), (5, "仿宋_GB2312")],
)
def test_headings_are_real_headings_of_16_points_not_bold(
    open_part: Callable[[str, str], Element], depth: int, font: str
) -> None:
    heading = style_of(open_part("gb", "word/styles.xml"), f"Heading{depth}")
    assert value(heading, "name") == f"heading {depth}"
    assert value(heading, "pPr/outlineLvl") == str(depth - 1)
    assert value(heading, "pPr/numPr/numId") == "1"
    assert value(heading, "pPr/numPr/ilvl") == str(depth - 1)
    assert value(heading, "rPr/sz") == "32"
    assert value(heading, "rPr/rFonts", "eastAsia") == font
    assert heading.find(f"{W}rPr/{W}b") is None
    assert heading.find(f"{W}rPr/{W}color") is None
    assert heading.find(f"{W}pPr/{W}keepNext") is not None


def test_a_numbered_paragraph_does_not_keep_to_the_next_one(
    open_part: Callable[[str, str], Element],
) -> None:
    sheet = open_part("gb", "word/styles.xml")
    for depth in range(1, 6):
        assert style_of(sheet, f"Item{depth}").find(f"{W}pPr/{W}keepNext") is None


def test_the_list_is_linked_to_the_heading_styles(
    open_part: Callable[[str, str], Element],
) -> None:
    levels = open_part("gb", "word/numbering.xml").findall(f"{W}abstractNum/{W}lvl")
    assert [(value(x, "numFmt"), value(x, "lvlText"), value(x, "pStyle")) for x in levels] == [
        ("chineseCountingThousand", "%1、", "Heading1"),
        ("chineseCountingThousand", "（%2）", "Heading2"),
        ("decimal", "%3.", "Heading3"),
        ("decimal", "（%4）", "Heading4"),
        ("decimalEnclosedCircle", "%5", "Heading5"),
    ]
    assert {value(level, "suff") for level in levels} == {"nothing"}


def test_page_numbers_stand_outside_with_dashes(open_part: Callable[[str, str], Element]) -> None:
    odd = open_part("gb", "word/footer1.xml")[0]
    even = open_part("gb", "word/footer2.xml")[0]
    assert (value(odd, "pPr/jc"), value(even, "pPr/jc")) == ("right", "left")
    assert value(odd, "pPr/ind", "rightChars") == value(even, "pPr/ind", "leftChars") == "100"
    assert value(odd, "pPr/ind", "right") == "280"
    assert value(odd, "fldSimple", "instr") == " PAGE "
    assert "".join(map(str, odd.itertext())) == "— 1 —"
    assert open_part("gb", "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None
    section = open_part("gb", "word/document.xml")[0][-1]
    assert value(section, "pgMar", "footer") == "1440"
    footer = style_of(open_part("gb", "word/styles.xml"), "Footer")
    assert value(footer, "rPr/sz") == "28"
    assert value(footer, "rPr/rFonts", "eastAsia") == "宋体"


@pytest.mark.parametrize("name", ["tw", "hk"])
def test_elsewhere_the_page_number_is_centred(
    open_part: Callable[[str, str], Element], name: str
) -> None:
    sheet = open_part(name, "word/styles.xml")
    assert value(style_of(sheet, "Footer"), "pPr/jc") == "center"
    assert "".join(map(str, open_part(name, "word/footer1.xml").itertext())) == "1"
    assert open_part(name, "word/settings.xml").find(f"{W}evenAndOddHeaders") is None
    section = open_part(name, "word/document.xml")[0][-1]
    assert len(section.findall(f"{W}footerReference")) == 1
    assert section.find(f"{W}docGrid") is None


def test_taiwan_has_25_mm_margins_and_25_point_rows(
    open_part: Callable[[str, str], Element],
) -> None:
    margins = open_part("tw", "word/document.xml")[0][-1].find(f"{W}pgMar")
    assert margins is not None
    assert {margins.get(W + side) for side in ("top", "bottom", "left", "right")} == {"1417"}
    sheet = open_part("tw", "word/styles.xml")
    assert value(style_of(sheet, "Normal"), "pPr/spacing", "line") == "500"
    fonts = style_of(sheet, "BodyText").find(f"{W}rPr/{W}rFonts")
    assert fonts is not None
    assert (fonts.get(f"{W}eastAsia"), fonts.get(f"{W}ascii")) == ("標楷體", "Times New Roman")


def test_the_language_of_the_document_is_that_of_its_east_asian_text(
    open_part: Callable[[str, str], Element],
) -> None:
    sheet = open_part("gb", "word/styles.xml")
    assert [x.get(f"{W}eastAsia") for x in sheet.iter(f"{W}lang")] == ["zh-CN"]


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW", "zh-HK", "zh-MO"])
def test_fonts_of_a_theme_would_be_those_of_the_language_too(
    sample: Document, part: Callable[[bytes, str], Element], gb: Style, language: str
) -> None:
    properties = replace(sample.properties, language=language)
    data = write(replace(sample, properties=properties), gb)
    theme = part(data, "word/settings.xml").find(f"{W}themeFontLang")
    assert theme is not None
    assert (theme.get(f"{W}val"), theme.get(f"{W}eastAsia")) == ("en-US", language)
    defaults = part(data, "word/styles.xml").find(f".//{W}lang")
    assert defaults is not None
    assert defaults.get(f"{W}eastAsia") == language


def test_fonts_name_what_may_stand_in_for_them(open_part: Callable[[str, str], Element]) -> None:
    table = open_part("gb", "word/fontTable.xml")
    names = {x.get(f"{W}name"): value(x, "altName") for x in table}
    assert names["仿宋_GB2312"] == "仿宋,FangSong,STFangsong"


def test_word_opens_the_file_in_no_compatibility_mode(
    open_part: Callable[[str, str], Element],
) -> None:
    settings = open_part("gb", "word/settings.xml")
    written = {
        x.get(f"{W}name"): x.get(f"{W}val")
        for x in settings.iterfind(f"{W}compat/{W}compatSetting")
    }
    assert written["compatibilityMode"] == "15"
    assert settings.find(f"{W}mirrorMargins") is None
