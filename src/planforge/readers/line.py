"""One line of a document that was read."""

from __future__ import annotations

from msgspec import Struct


class Cell(Struct, frozen=True):
    """Where in the tables of a document a line stands; all 0-based.

    Attributes:
        table: Which table.
        row: Which row of it.
        column: Which column of the grid the cell begins in.
        down: How many rows the cell takes.
        across: How many columns of the grid the cell takes.
    """

    table: int
    row: int
    column: int
    down: int = 1
    across: int = 1


class Line(Struct, frozen=True):
    """A line of the source.

    Attributes:
        number: 1-based line of a text, or paragraph of a Word file (tables and empty ones counted,
            as in a finding of the check). Lines of one paragraph that are separated by a line
            break have the same number, as have notes and boxes that hang on a paragraph; 0 for
            headers and footers. In a web page it counts the lines that the page shows.
        text: The whole line without its line end, blanks included.
        label: The number or bullet that the program shows before the line and that is not
            typed: ``一、``.
        level: 1 for a heading of the first level, by style or outline level; 0 for no heading.
        bold: Whether all of it is set in bold or in a heading font.
        cell: Where it stands in a table; ``None`` for what stands in none.
        part: ``""`` for the body, ``header``, ``footer``, ``footnote``, ``endnote``, ``textbox``,
            ``front matter`` (of Markdown). Head and foot of an issued document (版头, 版记) are
            ``header`` and ``footer`` where their styles tell.
        depth: 1 for a line in the outermost list, 2 for one in a list inside it; 0 for none.
        style: Name of the paragraph style in small letters; ``title`` wherever a style or an
            element says that this is the title; empty where the format has no styles.
        centred: Whether it stands in the middle.
        size: Size of its first letters in points; 0 where the format does not tell.
        continues: It comes behind a line break inside the paragraph of the line before.
    """

    number: int
    text: str
    label: str = ""
    level: int = 0
    bold: bool = False
    cell: Cell | None = None
    part: str = ""
    depth: int = 0
    style: str = ""
    centred: bool = False
    size: float = 0
    continues: bool = False
