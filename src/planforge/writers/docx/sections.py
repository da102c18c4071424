"""Sections (sheet, margins, grid) and the footers they refer to."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from planforge.styles.model import PLACEHOLDER

from .measures import character, indents
from .oxml import R, add, element, field, parsed, prepared, put, root, written, xml
from .paragraphs import paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from planforge.styles import Style
    from planforge.styles.model import Page

    from .oxml import Prepared
    from .paragraphs import Paragraph

HEADER_DISTANCE: Final = 851
COLUMN_SPACE: Final = 425
POINT: Final = 20
SIDES: Final = ("top", "right", "bottom", "left")
# Side of a page on its side → side of the upright page; it is turned to the left.
TURNED: Final = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}

# Footer type in OOXML → file name; the relationship has the name without its suffix as its id.
FOOTERS: Final = {"default": "footer1.xml", "even": "footer2.xml"}
BARE_FOOTERS: Final = {"default": "footer5.xml", "even": "footer6.xml"}
TURNED_FOOTERS: Final = {"default": "footer3.xml", "even": "footer4.xml"}


def footer_types(style: Style) -> tuple[str, ...]:
    """Which footers there are: one for all pages, or one each for odd and even pages."""
    return tuple(FOOTERS) if style.page_number.place == "outside" else ("default",)


def footer_part(style: Style, footer_type: str) -> bytes:
    """The page number, at the outer edge of the block or centred."""
    footer = root("ftr")
    footer.append(parsed(_number(style, footer_type).xml()))
    return xml(footer)


def bare_footer_part(style: Style) -> bytes:
    """The footer of the page with the imprint, which has no number (GB/T 9704-2012 7.5)."""
    footer = root("ftr")
    made = paragraph("Footer")
    # LibreOffice takes the top of the footer for the foot of the block, so it has to reach there.
    head = style.letterhead
    foot = style.page.bottom if head is None or head.foot is None else head.foot
    white = foot.twips - style.page_number.distance.twips
    made.put("spacing", line=max(white, POINT), lineRule="exact")
    footer.append(parsed(made.xml()))
    return xml(footer)


def turned_footer_part(style: Style, footer_type: str) -> bytes:
    """The page number of a page on its side, where the same page held upright would have it.

    GB/T 9704-2012, 8: the left edge of the page on its side is the foot of the upright page, its
    lower edge the right one. The number stands in a floating table of one cell whose text runs
    downwards.
    """
    page, size = style.page, style.text.page_number.size.twips
    footer = root("ftr")
    table = add(footer, "tbl")
    properties = add(table, "tblPr")
    # The line stands in the middle of a cell twice as wide.
    left = style.page_number.distance.twips - size // 2
    put(
        properties,
        "tblpPr",
        leftFromText=0,
        rightFromText=0,
        vertAnchor="page",
        horzAnchor="page",
        tblpX=left,
        # On left-hand pages of a sheet that is printed on both sides, the margins change sides.
        tblpY=page.right.twips if page.duplex and footer_type == "even" else page.left.twips,
    )
    put(properties, "tblW", w=2 * size, type="dxa")
    put(properties, "tblLayout", type="fixed")
    margins = put(properties, "tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        put(margins, side, w=0, type="dxa")
    add(add(table, "tblGrid"), "gridCol", w=2 * size)
    row = add(table, "tr")
    add(add(row, "trPr"), "trHeight", val=page.block_width, hRule="exact")
    cell = add(row, "tc")
    cell_properties = add(cell, "tcPr")
    put(cell_properties, "tcW", w=2 * size, type="dxa")
    put(cell_properties, "textDirection", val="tbRl")
    put(cell_properties, "vAlign", val="center")
    cell.append(parsed(_number(style, footer_type).xml()))
    footer.append(parsed(paragraph("Footer").xml()))
    return xml(footer)


def _number(style: Style, footer_type: str) -> Paragraph:
    made = paragraph("Footer")
    figures = style.page_number
    if figures.place == "outside":
        side = "left" if footer_type == "even" else "right"
        text = style.text.page_number
        width = character(style, text.size, text.squeeze)
        made.put("ind", **indents(width, {side: figures.inset.amount}))
        made.put("jc", val=side)
    before, _, after = figures.pattern.partition(PLACEHOLDER)
    if before:
        made.run(before)
    made.content += field("PAGE", "1")
    if after:
        made.run(after)
    return made


@lru_cache(maxsize=16)
def section(style: Style, *, turned: bool = False) -> Prepared:
    """``w:sectPr`` of an upright section, or of one whose pages lie on their side."""
    return prepared(_section(style, TURNED_FOOTERS if turned else FOOTERS, turned=turned))


def imprint_section(style: Style) -> str:
    """``w:sectPr`` of the page with the imprint: the next left-hand page, without a number."""
    made = _section(style, BARE_FOOTERS, turned=False)
    put(made, "type", val="evenPage")
    return written(made)


def turned_margins(page: Page) -> dict[str, int]:
    """The margins of a page on its side, in twips.

    Where sheets are printed on both sides, the binding is above the text on right-hand pages and
    below it on left-hand ones. Word can only mirror left and right; so the block stands in the
    middle, 1 mm off on either side (GB/T 9704-2012, 5.2.1 allows as much).
    """
    margins = {side: getattr(page, TURNED[side]).twips for side in SIDES}
    if page.duplex:
        for one, other in (("top", "bottom"), ("left", "right")):
            both = margins[one] + margins[other]
            margins |= {one: both // 2, other: both - both // 2}
    return margins


def _section(style: Style, footers: Mapping[str, str], *, turned: bool) -> Element:
    page = style.page
    made = element("sectPr")
    for footer_type in footer_types(style):
        reference = put(made, "footerReference", type=footer_type)
        reference.set(f"{{{R}}}id", footers[footer_type].removesuffix(".xml"))
    if turned:
        put(made, "pgSz", w=page.height.twips, h=page.width.twips, orient="landscape")
    else:
        put(made, "pgSz", w=page.width.twips, h=page.height.twips)
    margins = turned_margins(page) if turned else {s: getattr(page, s).twips for s in SIDES}
    put(
        made,
        "pgMar",
        **margins,
        header=HEADER_DISTANCE,
        footer=HEADER_DISTANCE if turned else style.page_number.distance.twips,
        gutter=0,
    )
    put(made, "cols", space=COLUMN_SPACE)
    if style.grid.snap:
        put(made, "docGrid", type="lines", linePitch=style.grid.pitch.twips)
    return made
