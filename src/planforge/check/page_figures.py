"""Sheets, margins and rows of a section in twips, and how they compare with a page style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.ooxml.properties import child, number, value

if TYPE_CHECKING:
    from planforge.styles import Style

    from .document import Document, Section

TWIPS_PER_MM: Final = 1440 / 25.4
ERROR: Final = 57
"""What printing may differ by: 1 mm (GB/T 9704-2012 6.1)."""
SHEET_ERROR: Final = 10
SIDES: Final = ("top", "bottom", "left", "right")

# What Word takes where a section says nothing.
_LETTER: Final = (12240, 15840)
_INCH: Final = 1440


class Page(Struct, frozen=True):
    """The sheet of a section, in twips.

    Attributes:
        width: Of the sheet as it lies.
        height: Of the sheet as it lies.
        margins: Side → white; the gutter is part of the left.
    """

    width: int
    height: int
    margins: dict[str, int]

    @property
    def landscape(self) -> bool:
        """Whether the sheet lies on its long side."""
        return self.width > self.height

    @property
    def block(self) -> tuple[int, int]:
        """Width and height of the text block."""
        across = self.width - self.margins["left"] - self.margins["right"]
        return across, self.height - self.margins["top"] - self.margins["bottom"]


def page_of(section: Section) -> Page:
    """The sheet and margins of ``section``."""
    sheet, margins = child(section.element, "pgSz"), child(section.element, "pgMar")
    found = {side: abs(number(value(margins, side), _INCH)) for side in SIDES}
    found["left"] += number(value(margins, "gutter"))
    return Page(number(value(sheet, "w"), _LETTER[0]), number(value(sheet, "h"), _LETTER[1]), found)


def wrong_sides(style: Style, page: Page) -> tuple[str, ...]:
    """The sides of an upright page whose margin the style does not accept."""
    return tuple(
        side
        for side in SIDES
        if not getattr(style.page, side).accepts(page.margins[side], _slack(style, side))
    )


def margins_met(style: Style, document: Document) -> int:
    """How many margins of the upright pages of a document a style accepts."""
    pages = [page for page in map(page_of, document.sections) if not page.landscape]
    return sum(len(SIDES) - len(wrong_sides(style, page)) for page in pages)


def rows_that_fit(style: Style, pitch: int) -> int:
    """How many rows of ``pitch`` twips the text block of a style holds."""
    return style.page.block_height // pitch if pitch > 0 else 0


def unused(style: Style, pitch: int) -> float:
    """What the rows leave free at the foot of the text block, in millimetres."""
    return (style.page.block_height - rows_that_fit(style, pitch) * pitch) / TWIPS_PER_MM


def fills(style: Style, pitch: int) -> bool:
    """Whether rows of ``pitch`` twips fill the text block with the number the style wants."""
    if rows_that_fit(style, pitch) != style.grid.rows:
        return style.grid.rows == 0 and style.grid.pitch.accepts(pitch, 1)
    near = style.grid.pitch.accepts(pitch, 1)
    return near or unused(style, pitch) * TWIPS_PER_MM <= ERROR


def _slack(style: Style, side: str) -> float:
    figure = getattr(style.page, side)
    # A figure that names its limits has the error in them.
    return 1 if figure.least or figure.most else ERROR
