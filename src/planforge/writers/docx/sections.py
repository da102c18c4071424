"""Sections (sheet, margins, grid) and the footers they refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.styles.model import PLACEHOLDER

from .measures import character, indent
from .oxml import R, element, field, paragraph, put, root, run, xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from planforge.styles import Style

HEADER_DISTANCE: Final = 851
COLUMN_SPACE: Final = 425

# Footer type in OOXML → file name; the relationship has the name without its suffix as its id.
FOOTERS: Final = {"default": "footer1.xml", "even": "footer2.xml"}


def footer_types(style: Style) -> tuple[str, ...]:
    """Which footers there are: one for all pages, or one each for odd and even pages."""
    return tuple(FOOTERS) if style.page_number.place == "outside" else ("default",)


def footer_part(style: Style, footer_type: str) -> bytes:
    """The page number, at the outer edge of the block or centred."""
    footer = root("ftr")
    made, properties = paragraph("Footer")
    figures = style.page_number
    if figures.place == "outside":
        side = "left" if footer_type == "even" else "right"
        text = style.text.page_number
        indent(properties, character(style, text.size, text.squeeze), {side: figures.inset.amount})
        put(properties, "jc", val=side)
    before, _, after = figures.pattern.partition(PLACEHOLDER)
    if before:
        run(made, before)
    field(made, "PAGE", "1")
    if after:
        run(made, after)
    footer.append(made)
    return xml(footer)


def section(style: Style) -> Element:
    """``w:sectPr`` of an upright section."""
    page = style.page
    made = element("sectPr")
    for footer_type in footer_types(style):
        reference = put(made, "footerReference", type=footer_type)
        reference.set(f"{{{R}}}id", FOOTERS[footer_type].removesuffix(".xml"))
    put(made, "pgSz", w=page.width.twips, h=page.height.twips)
    add_margins = {side: getattr(page, side).twips for side in ("top", "right", "bottom", "left")}
    put(
        made,
        "pgMar",
        **add_margins,
        header=HEADER_DISTANCE,
        footer=style.page_number.distance.twips,
        gutter=0,
    )
    put(made, "cols", space=COLUMN_SPACE)
    if style.grid.snap:
        put(made, "docGrid", type="lines", linePitch=style.grid.pitch.twips)
    return made
