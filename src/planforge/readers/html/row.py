"""A line of a page, and which lines are no words of the document."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from planforge.readers.joining import between
from planforge.readers.line import Cell, Line
from planforge.readers.result import Loss

if TYPE_CHECKING:
    from collections import Counter

    from .tables import Place, TableState

INSIDE: Final = 1
"""A link to a place in the same page."""
_OUTSIDE: Final = 2
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_WIDE: Final = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…"
# Where the source of a page ends a line inside Chinese text, the page shows nothing.
_BROKEN: Final = re.compile(rf"(?<=[{_WIDE}])[ \t]*[\r\n][ \t\r\n]*(?=[{_WIDE}])")
_MENU: Final = 4
"""So many links in one line, or so many lines of links, are a menu."""
_LEAST_CONTENTS: Final = 2
_LONGEST_TITLE: Final = 100


class Row(Struct):
    """A line of a page while it is read."""

    pieces: list[tuple[str, bool, int]] = field(default_factory=list)
    label: str = ""
    level: int = 0
    depth: int = 0
    centred: bool = False
    size: float = 0
    part: str = ""
    style: str = ""
    links: int = 0
    cell: Place | None = None
    continues: bool = False
    arranged: bool = False

    def add(self, text: str, *, bold: bool, link: int, size: float) -> None:
        """Add characters."""
        if not self.size and text.strip():
            self.size = size
        self.pieces.append((text, bold, link))

    @property
    def worded(self) -> bool:
        """Whether there is anything to read in it."""
        return any(text.strip() for text, _bold, _link in self.pieces)

    @property
    def text(self) -> str:
        """Its words as the page shows them."""
        joined = _BROKEN.sub("", "".join(text for text, _bold, _link in self.pieces))
        return _BLANKS.sub(" ", joined).strip(" ")

    @property
    def linked(self) -> int:
        """Where all its words lead to: 0 for nowhere, else as `INSIDE` or to another page."""
        kinds = {link for text, _bold, link in self.pieces if re.search(r"\w", text)}
        return kinds.pop() if len(kinds) == 1 else 0

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(bold for text, bold, _link in self.pieces if text.strip())


def lines(rows: list[Row], losses: Counter[Loss]) -> list[Line]:
    """The lines of a page but for menus and links to its own headings.

    Args:
        rows: All rows of the page.
        losses: Where to count what is left out.
    """
    found: list[Line] = []
    tables: dict[int, int] = {}
    for row in _documentary(_together(rows), losses):
        found.append(
            Line(
                len(found) + 1,
                row.text,
                row.label.strip(" \t\r\n\xa0"),
                row.level,
                row.bold,
                _cell(row.cell, tables),
                row.part,
                row.depth,
                row.style,
                row.centred,
                row.size,
                row.continues,
            )
        )
    return found


def _together(rows: list[Row]) -> list[Row]:
    """The rows; those of one heading or title in one."""
    found: list[Row] = []
    for row in rows:
        above = found[-1] if found and row.continues and row.arranged else None
        if above is None or len(above.text) + len(row.text) > _LONGEST_TITLE:
            found.append(row)
        else:
            blank = between(above.text, row.text)
            above.pieces = [
                (above.text + blank, above.bold, above.linked),
                (row.text, row.bold, row.linked),
            ]
            above.links += row.links
    return found


def _documentary(rows: list[Row], losses: Counter[Loss]) -> list[Row]:
    kept: list[Row] = []
    for linked, group in groupby(rows, key=lambda row: row.linked):
        together = list(group)
        if linked == INSIDE and len(together) >= _LEAST_CONTENTS:
            losses[Loss.CONTENTS] += len(together)
        elif linked == _OUTSIDE:
            words = [row for row in together if len(together) < _MENU and row.links < _MENU]
            losses[Loss.NAVIGATION] += len(together) - len(words)
            kept += words
        else:
            kept += together
    return kept


def _cell(place: Place | None, tables: dict[int, int]) -> Cell | None:
    if place is None or (table := _real(place.table)) is None:
        return None
    number = tables.setdefault(id(table), len(tables))
    return Cell(number, place.row, place.column, place.down, place.across)


def _real(table: TableState) -> TableState | None:
    return None if table.arranges else table
