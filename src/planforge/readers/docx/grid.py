"""The cells of a table and where each stands in its grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.ooxml.content import held
from planforge.ooxml.properties import child, local, number, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

WIDEST: Final = 1000
"""Columns; Word has at most 63."""


class GridCell(Struct):
    """A cell.

    Attributes:
        element: Its ``w:tc``.
        row: Its row, 0-based.
        column: The column of the grid it begins in, 0-based.
        across: How many columns of the grid it takes.
        down: How many rows it takes; 0 for what belongs to the cell above or before it.
        deleted: Its row was deleted, and that was tracked.
    """

    element: Element
    row: int
    column: int
    across: int
    down: int = 1
    deleted: bool = False


def cells(table: Element) -> list[GridCell]:
    """The cells of a ``w:tbl`` in their order; merged ones know how much they take."""
    found: list[GridCell] = []
    above: dict[int, GridCell] = {}
    count = 0
    for row in held(table):
        if local(row) != "tr":
            continue
        properties = child(row, "trPr")
        deleted = child(properties, "del") is not None
        here: dict[int, GridCell] = {}
        for cell in _row(row, count, _few(value(child(properties, "gridBefore")), 0)):
            cell.deleted = deleted
            merge = child(cell.element, "tcPr", "vMerge")
            goes_on = merge is not None and value(merge, default="continue") == "continue"
            if cell.down and goes_on and (start := above.get(cell.column)) is not None:
                start.down += not deleted
                cell.down = 0
                here[cell.column] = start
            elif cell.down:
                here[cell.column] = cell
            found.append(cell)
        above = here
        count += not deleted
    return found


def _row(row: Element, number_of_row: int, before: int) -> Iterator[GridCell]:
    column = before
    last: GridCell | None = None
    for element in held(row):
        if local(element) != "tc":
            continue
        properties = child(element, "tcPr")
        across = _few(value(child(properties, "gridSpan")), 1)
        cell = GridCell(element, number_of_row, column, across)
        merge = child(properties, "hMerge")
        if merge is not None and value(merge, default="continue") == "continue" and last:
            last.across += across
            cell.down = 0
        else:
            last = cell
        yield cell
        column += across


def _few(text: str, least: int) -> int:
    return min(max(number(text, least), least), WIDEST)
