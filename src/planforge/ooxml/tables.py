"""Tables: what their style does to a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cascade import TableLook
from .properties import child, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def looks(table: Element) -> tuple[TableLook, TableLook]:
    """What the style of a ``w:tbl`` does to its first row, and to the others."""
    properties = child(table, "tblPr")
    style = value(child(properties, "tblStyle"))
    first = _first_row(child(properties, "tblLook"))
    return TableLook(style, first=first), TableLook(style)


def _first_row(look: Element | None) -> bool:
    if look is None:
        return False
    if said := value(look, "firstRow"):
        return said.lower() in {"1", "true", "on"}
    try:
        # The flags of Word 2007 (ISO/IEC 29500-4, 14.3.7).
        return bool(int(value(look) or "0", 16) & 0x20)
    except ValueError:
        return False
