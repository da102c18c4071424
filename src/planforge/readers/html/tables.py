"""Tables of a page, and which of them only arrange it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDEST: Final = 1000
_MOST_LINES_OF_A_CELL: Final = 12


class TableState(Struct):
    """A table while it is read.

    Attributes:
        row: The row that is read, 0-based.
        column: The column after the last cell.
        cells: How many cells there were.
        widest: Columns of the widest row.
        nested: There is a table in it.
        lines: Lines in the cell that is read.
        longest: Lines of the longest cell.
        taken: Column → row up to which a cell from above reaches.
    """

    row: int = -1
    column: int = 0
    cells: int = 0
    widest: int = 0
    nested: bool = False
    lines: int = 0
    longest: int = 0
    taken: dict[int, int] = field(default_factory=dict)

    @property
    def arranges(self) -> bool:
        """Whether it is no table to a reader: a frame around text."""
        return self.nested or self.widest < 2 or self.longest > _MOST_LINES_OF_A_CELL  # noqa: PLR2004  a table has columns

    def next_row(self) -> None:
        """Begin a row."""
        self.row, self.column = self.row + 1, 0

    def next_cell(self, attributes: Mapping[str, str]) -> Place:
        """Begin a cell."""
        self.row = max(self.row, 0)
        while self.taken.get(self.column, -1) >= self.row:
            self.column += 1
        down, across = _span(attributes, "rowspan"), _span(attributes, "colspan")
        place = Place(self, self.row, self.column, down, across)
        for column in range(self.column, self.column + across):
            self.taken[column] = self.row + down - 1
        self.column += across
        self.cells += 1
        self.lines = 0
        self.widest = max(self.widest, self.column)
        return place

    def count_line(self) -> None:
        """A line was read in the cell."""
        self.lines += 1
        self.longest = max(self.longest, self.lines)


class Place(Struct, frozen=True):
    """A cell of a table.

    Attributes:
        table: The table.
        row: Its row, 0-based.
        column: The column of the grid it begins in, 0-based.
        down: How many rows it takes.
        across: How many columns it takes.
    """

    table: TableState
    row: int
    column: int
    down: int
    across: int


def _span(attributes: Mapping[str, str], name: str) -> int:
    found = re.fullmatch(r"\s*(\d{1,4})\s*", attributes.get(name, ""))
    return min(max(int(found[1]), 1), WIDEST) if found else 1
