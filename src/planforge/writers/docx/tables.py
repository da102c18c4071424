"""Tables as wide as the text block, upright or on its side."""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING

from .columns import figure_insets, widths
from .oxml import add, element, paragraph, put, run
from .styles_part import TABLE

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from planforge.document.tree import Column, Table
    from planforge.styles import Style


def table(content: Table, style: Style, *, turned: bool = False) -> list[Element]:
    """The caption, if there is one, and the table; its header row is repeated on every page."""
    elements = []
    if content.caption:
        caption, _ = paragraph("Caption")
        run(caption, content.caption)
        elements.append(caption)
    total = style.page.block_height if turned else style.page.block_width
    return [*elements, _grid(content, style, total)]


def _grid(content: Table, style: Style, total: int) -> Element:
    made = element("tbl")
    _properties(add(made, "tblPr"), content, total)
    sizes = widths(content, total, style)
    columns = add(made, "tblGrid")
    for width in sizes:
        add(columns, "gridCol", w=width)
    _row(made, tuple(column.title for column in content.columns), sizes, None)
    insets = figure_insets(content, sizes, style)
    for row in content.rows:
        _row(made, row, sizes, tuple(zip(content.columns, insets, strict=True)))
    return made


def _properties(properties: Element, content: Table, total: int) -> None:
    put(properties, "tblStyle", val=TABLE)
    put(properties, "tblW", w=total, type="dxa")
    # Centred in the block: programs disagree whether the border or the text meets the margin.
    put(properties, "jc", val="center")
    put(properties, "tblLayout", type="fixed")
    put(
        properties,
        "tblLook",
        val="0620",
        firstRow=1,
        lastRow=0,
        firstColumn=0,
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )
    titles = "、".join(column.title for column in content.columns)
    put(properties, "tblCaption", val=content.caption or titles)
    put(properties, "tblDescription", val=titles)


def _row(
    parent: Element,
    cells: tuple[str, ...],
    sizes: tuple[int, ...],
    columns: tuple[tuple[Column, int], ...] | None,
) -> None:
    row = add(parent, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    if columns is None:
        add(properties, "tblHeader")
    for place, (text, width) in enumerate(zip(cells, sizes, strict=True)):
        if columns is None:
            cell, blank = copy(_cell(width)), _line("TableHead", "left", 0)
        else:
            column, inset = columns[place]
            cell, blank = copy(_cell(width)), _line("TableText", column.align, inset)
        for line in text.split("\n"):
            made = copy(blank)
            if line:
                run(made, line)
            cell.append(made)
        row.append(cell)


@lru_cache(maxsize=64)
def _cell(width: int) -> Element:
    """A cell without a paragraph, to be copied: all cells of a column begin alike."""
    cell = element("tc")
    properties = add(cell, "tcPr")
    add(properties, "tcW", w=width, type="dxa")
    add(properties, "vAlign", val="center")
    return cell


@lru_cache(maxsize=64)
def _line(style: str, align: str, inset: int) -> Element:
    """A paragraph without text, to be copied."""
    made, properties = paragraph(style)
    if inset:
        put(properties, "ind", right=inset)
    if align != "left":
        put(properties, "jc", val=align)
    return made
