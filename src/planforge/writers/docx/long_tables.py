"""Rows of long tables, kept as bytes until the whole part is: elements take many times the room."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from .oxml import root

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MANY: Final = 500
"""From so many rows on they are kept as bytes."""

# What users write cannot look like it: in text, < is escaped.
_PLACE: Final = re.compile(rb"<!--rows ([0-9]+)-->")


class Rows:
    """The rows of all long tables of one document."""

    def __init__(self) -> None:
        self._kept: list[bytes] = []

    def keep(self, table: Element, first: int) -> None:
        """Put a mark into the place of the rows from child ``first`` on, and keep their bytes."""
        rows = list(table)[first:]
        # In a root like that of the part they declare no namespaces of their own.
        around = root("document")
        around.extend(rows)
        data = etree.tostring(around, encoding="UTF-8")
        table.append(etree.Comment(f"rows {len(self._kept)}"))
        self._kept.append(data[data.index(b">") + 1 : data.rindex(b"<")])

    def filled(self, part: bytes) -> bytes:
        """The part with the rows in their places, as if they had been elements all the time."""
        if not self._kept:
            return part
        pieces = _PLACE.split(part)
        pieces[1::2] = [self._kept[int(number)] for number in pieces[1::2]]
        return b"".join(pieces)
