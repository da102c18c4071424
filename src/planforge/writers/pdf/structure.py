"""The structure of a tagged PDF: which paragraph follows which, wherever they are drawn."""

from __future__ import annotations

from itertools import count, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import literal_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdfminer.pdfdocument import PDFDocument

# Parts of a paragraph: where one stands in its row is told by the page.
_INLINE: Final = frozenset(("Span", "Link", "Reference"))


class Mark(Struct, frozen=True):
    """The name of a stretch of a page that belongs to one paragraph: ids within the file."""

    page: int
    number: int


def places(document: PDFDocument) -> Mapping[Mark, int]:
    """The place in the text of the paragraph that each stretch belongs to.

    A row of a table that goes on over the page is drawn in two parts, with all of its cells in
    each: only the structure tells which of them belong together.
    """
    marks = _marks(document.catalog.get("StructTreeRoot"), 0, 0, count(1))
    return {
        mark: place
        for place, (_block, group) in enumerate(groupby(marks, itemgetter(0)))
        for _same, mark in group
    }


def _marks(node: Any, page: int, block: int, blocks: count[int]) -> Iterator[tuple[int, Mark]]:
    """Every stretch below a node, in the order of reading, with the number of its paragraph."""
    match node := resolve1(node):
        case int():
            yield block, Mark(page, node)
        case list():
            for one in node:
                yield from _marks(one, page, block, blocks)
        case dict():
            page = getattr(node.get("Pg"), "objid", page)
            if "S" in node and literal_name(node["S"]) not in _INLINE:
                block = next(blocks)
            yield from _marks(node.get("MCID", node.get("K")), page, block, blocks)
