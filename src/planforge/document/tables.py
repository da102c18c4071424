"""Tables with the columns that are used, figures set right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.patterns import pattern

from .tree import Align, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# A figure with its unit.
_FIGURE: Final = pattern(r"[-−+]?\d[\d,]*(?:\.\d+)?(?P<unit>[^\d\s.~-]{0,3})")
# Months and dates are none.
_TIMES: Final = frozenset("年月日号號时時点點周週季～—–")
# One figure alone is nothing to line up with.
_FEWEST: Final = 2


class Field(Struct, frozen=True):
    r"""What would stand in one column.

    Attributes:
        title: Header words.
        cells: One per row; ``\n`` separates paragraphs.
        align: Alignment of the cells; a column of figures that says ``left`` is set right.
    """

    title: str
    cells: Sequence[str]
    align: Align = "left"


def table(fields: Iterable[Field], caption: str = "") -> Table:
    """The table of all fields that say something in at least one row."""
    return whole_table([field for field in fields if any(field.cells)], caption)


def whole_table(fields: Sequence[Field], caption: str = "") -> Table:
    """The table of all fields, used or not."""
    columns = tuple(Column(field.title, _align(field)) for field in fields)
    return Table(columns, tuple(zip(*(field.cells for field in fields), strict=True)), caption)


def _align(field: Field) -> Align:
    """Figures of one unit stand below each other, digit by digit."""
    filled = [cell for cell in field.cells if cell]
    if field.align != "left" or len(filled) < _FEWEST:
        return field.align
    figures = [_FIGURE.fullmatch(cell) for cell in filled]
    units = {found["unit"] if found else None for found in figures}
    (unit, *others) = units
    return "left" if unit is None or others or not _TIMES.isdisjoint(unit) else "right"
