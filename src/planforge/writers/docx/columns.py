"""How wide the columns of a table are, from what stands in them."""

from __future__ import annotations

import math
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.document.width import set_width
from planforge.patterns import pattern

from .measures import shares

if TYPE_CHECKING:
    from planforge.document.tree import Table
    from planforge.styles import Style

# Cells up to so many characters stay in one row, as long as all columns then fit; tried from the
# first on. Those of the last step are the least that can be read.
STEPS: Final = (10, 8, 7, 6, 5, 4, 3, 2)
LEAST_STEP: Final = 4
MOST_COLUMNS: Final = 6
"""More than these go on a page on its side."""

# A column of long texts counts for no more than this: beyond it, it wraps anyhow.
_WIDEST: Final = 60.0
_NARROWEST: Final = 2.0
# Rounding of fonts and word processors, in characters.
_SLACK: Final = 0.3
# What is not broken inside a long text: figures with their unit, Latin words.
_PIECE: Final = pattern(r"[0-9A-Za-z_.,%％+\-/—–～~@:]+[\u4e00-\u9fff]{0,2}")


class _Column(Struct, frozen=True):
    """Widths of the lines of one column in characters, without the white beside them.

    Attributes:
        lines: Width of each line, the narrowest first.
        pieces: The widest piece of each line and of all wider lines.
    """

    lines: tuple[float, ...]
    pieces: tuple[float, ...]

    @property
    def natural(self) -> float:
        """No line breaks; within reason."""
        return min(self.lines[-1], _WIDEST) if self.lines else 0.0

    def least(self, step: float) -> float:
        """No line up to ``step`` characters breaks, nor any piece of a longer one."""
        whole = bisect_right(self.lines, step + _SLACK)
        return max(_NARROWEST, *self.lines[:whole][-1:], *self.pieces[whole : whole + 1])


def widths(content: Table, total: int, style: Style) -> tuple[int, ...]:
    """The widths of the columns in twips; their sum is ``total``.

    Short cells and figures stay in one row, unless the whole table gets longer by that.
    """
    columns = _columns(content)
    one, white = _units(style)
    natural = [round(column.natural * one) + white for column in columns]
    # Most steps lead to the same sizes: those of the first one.
    steps: dict[tuple[int, ...], int] = {}
    for step in STEPS:
        least = tuple(round(column.least(step) * one) + white for column in columns)
        if sum(least) <= total:
            steps.setdefault(least, step)
    found: dict[tuple[int, ...], int] = {}
    for least, step in steps.items():
        found.setdefault(_grown(least, natural, total), step)
    if len(found) > 1:
        rooms = {sizes: [(size - white) / one for size in sizes] for sizes in found}
        return min(found, key=lambda sizes: (_rows(content, rooms[sizes]), -found[sizes]))
    if found:
        return next(iter(found))
    return shares(total, tuple(natural), round(_NARROWEST * one) + white)


def figure_insets(content: Table, sizes: tuple[int, ...], style: Style) -> tuple[int, ...]:
    """How far figures stand from the right edge of their columns, in twips; 0 for other columns.

    They are set right, and as a whole stand in the middle.
    """
    one, white = _units(style)
    return tuple(
        max(0, size - white - round(_widest_cell(content, place) * one)) // 2
        if column.align == "right"
        else 0
        for place, (column, size) in enumerate(zip(content.columns, sizes, strict=True))
    )


def _widest_cell(content: Table, place: int) -> float:
    cells = (line for row in content.rows for line in row[place].split("\n"))
    return max((_measured(cell)[0] for cell in cells), default=0.0)


def _grown(least: tuple[int, ...], natural: list[int], total: int) -> tuple[int, ...]:
    """``least`` with what is left over of ``total``: first to those that want it, then to all."""
    wanted = [max(full - few, 0) for full, few in zip(natural, least, strict=True)]
    spare = total - sum(least)
    given = wanted if sum(wanted) <= spare else shares(spare, tuple(wanted), 0)
    sizes = [few + more for few, more in zip(least, given, strict=True)]
    # By the square: a column of numbers stays narrow beside one of words.
    rest = shares(total - sum(sizes), tuple(size**2 for size in sizes), 0)
    return tuple(size + more for size, more in zip(sizes, rest, strict=True))


def _rows(content: Table, room: list[float]) -> int:
    """How many rows of text the table has when its columns hold so many characters."""
    return sum(
        max(
            sum(math.ceil(_measured(line)[0] / hold) or 1 for line in cell.split("\n"))
            for cell, hold in zip(row, room, strict=True)
        )
        for row in content.rows
    )


def needs_turning(content: Table, style: Style) -> bool:
    """Whether the table is too wide for an upright page.

    It has more than `MOST_COLUMNS` columns, or short cells and figures would be broken.
    """
    if len(content.columns) > MOST_COLUMNS:
        return True
    one, white = _units(style)
    least = sum(round(c.least(LEAST_STEP) * one) + white for c in _columns(content))
    return least > style.page.block_width


def _units(style: Style) -> tuple[int, int]:
    """Width of one character, and the white beside the text of a cell, in twips."""
    text = max(style.text.table_text.size.twips, style.text.table_head.size.twips)
    return text, 2 * style.table.padding.twips


# Asked for twice in a row: whether to turn the page, and how wide the columns are.
@lru_cache(maxsize=4)
def _columns(content: Table) -> tuple[_Column, ...]:
    measured = []
    for place, column in enumerate(content.columns):
        cells = (column.title, *(row[place] for row in content.rows))
        lines = sorted({_measured(line) for cell in cells for line in cell.split("\n") if line})
        pieces = [*accumulate((piece for _line, piece in reversed(lines)), max)]
        measured.append(_Column(tuple(line for line, _piece in lines), tuple(reversed(pieces))))
    return tuple(measured)


@lru_cache(maxsize=4096)
def _measured(line: str) -> tuple[float, float]:
    if not line:
        return 0.0, 0.0
    pieces = (set_width(piece) for piece in _PIECE.findall(line))
    return set_width(line) + _SLACK, max(pieces, default=0.0) + _SLACK
