"""Tables with the columns that are used, as wide as their content asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .tree import Align, Column, Table
from .width import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# In half-width units. A narrow column still holds 序号; a column of sentences wraps, and more
# than its share would squeeze the others.
NARROWEST: Final = 4
WIDEST: Final = 40


@dataclass(frozen=True, slots=True)
class Field:
    r"""What would stand in one column.

    Attributes:
        title: Header words.
        cells: One per row; ``\n`` separates paragraphs.
        align: Alignment of the cells.
    """

    title: str
    cells: Sequence[str]
    align: Align = "left"


def table(fields: Iterable[Field], caption: str = "") -> Table:
    """The table of all fields that say something in at least one row."""
    return whole_table([field for field in fields if any(field.cells)], caption)


def whole_table(fields: Sequence[Field], caption: str = "") -> Table:
    """The table of all fields, used or not."""
    columns = tuple(Column(field.title, field.align, _weight(field)) for field in fields)
    return Table(columns, tuple(zip(*(field.cells for field in fields), strict=True)), caption)


def _weight(field: Field) -> float:
    lines = (line for cell in (field.title, *field.cells) for line in cell.split("\n"))
    return float(min(max(NARROWEST, *map(width, lines)), WIDEST))
