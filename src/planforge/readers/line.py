"""One line of a document that was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Cell(NamedTuple):
    """Where in the tables of a document a line stands; all 0-based.

    Attributes:
        table: Which table.
        row: Which row of it.
        column: Which column of the grid the cell begins in.
    """

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source.

    Attributes:
        number: 1-based line of a text, or paragraph of a Word file (tables and empty ones counted).
        text: The whole line without its line end, blanks included.
        label: The number that the program shows before the line and that is not typed: ``一、``.
        level: 1 for a heading of the first level, by style or outline level; 0 for no heading.
        bold: Whether all of it is set in bold or in a heading font.
        cell: Where it stands in a table; ``None`` for what stands in none.
        part: ``""`` for the body, ``header``, ``footer``, ``footnote``, ``endnote``, ``textbox``.
    """

    number: int
    text: str
    label: str = ""
    level: int = 0
    bold: bool = False
    cell: Cell | None = None
    part: str = ""
