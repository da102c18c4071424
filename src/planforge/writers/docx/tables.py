"""Tables as wide as the text block, upright or on its side."""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING

from .columns import figure_insets, widths
from .long_tables import MANY
from .oxml import add, element, paragraph, put, run
from .styles_part import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from planforge.document.tree import Table
    from planforge.styles import Style

    from .long_tables import Rows


def table(content: Table, style: Style, long_rows: Rows, *, turned: bool = False) -> list[Element]:
    """The caption, if there is one, and the table; its header row is repeated on every page.

    Args:
        content: The table.
        style: How it is printed.
        long_rows: Keeps the rows of long tables, all but the last ones.
        turned: Whether it stands on a page on its side.
    """
    elements = []
    if content.caption:
        caption, _ = paragraph("Caption")
        run(caption, content.caption)
        elements.append(caption)
    total = style.page.block_height if turned else style.page.block_width
    return [*elements, _grid(content, style, total, long_rows)]


def _grid(content: Table, style: Style, total: int, long_rows: Rows) -> Element:
    made = element("tbl")
    _properties(add(made, "tblPr"), content, total)
    sizes = widths(content, total, style)
    columns = add(made, "tblGrid")
    for width in sizes:
        add(columns, "gridCol", w=width)
    head = [_cell(width, "TableHead", "left", 0) for width in sizes]
    _fill(_row(made, head, head=True), tuple(column.title for column in content.columns))
    insets = figure_insets(content, sizes, style)
    cells = [
        _cell(width, "TableText", column.align, inset)
        for width, column, inset in zip(sizes, content.columns, insets, strict=True)
    ]
    # A copy of a row is made much faster than its elements.
    blank = _row(made, cells, head=False)
    made.remove(blank)
    first = len(made)
    for number, texts in enumerate(content.rows):
        if number and number % MANY == 0:
            long_rows.keep(made, first)
            first += 1
        row = copy(blank)
        made.append(row)
        _fill(row, texts)
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


def _row(parent: Element, cells: Iterable[Element], *, head: bool) -> Element:
    """A row without text."""
    row = add(parent, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    if head:
        add(properties, "tblHeader")
    row.extend(map(copy, cells))
    return row


def _fill(row: Element, texts: tuple[str, ...]) -> None:
    """Write a text into each cell of a row; every line is a paragraph."""
    _properties, *cells = row
    for cell, text in zip(cells, texts, strict=True):
        first, *others = text.split("\n")
        line = cell[-1]
        blank = copy(line) if others else line
        if first:
            run(line, first)
        for other in others:
            line = copy(blank)
            if other:
                run(line, other)
            cell.append(line)


@lru_cache(maxsize=64)
def _cell(width: int, style: str, align: str, inset: int) -> Element:
    """A cell with an empty paragraph, to be copied: all cells of a column are alike."""
    cell = element("tc")
    properties = add(cell, "tcPr")
    add(properties, "tcW", w=width, type="dxa")
    add(properties, "vAlign", val="center")
    line, properties = paragraph(style)
    if inset:
        put(properties, "ind", right=inset)
    if align != "left":
        put(properties, "jc", val=align)
    cell.append(line)
    return cell
