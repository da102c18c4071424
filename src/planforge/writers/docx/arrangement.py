"""Which parts of a document stand on pages on their side, and the sections that this makes."""

from __future__ import annotations

from copy import copy
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from .neighbours import apart
from .paragraphs import Paragraph
from .sections import section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.styles import Style

    from .tables import Grid


class Piece(Struct, frozen=True):
    """A paragraph or table, and how it clings to its neighbours.

    Attributes:
        block: ``w:p`` or ``w:tbl``.
        turned: Stands on a page on its side.
        leads: Belongs to what follows, as a heading does.
        closes: Belongs to what stands before, as the signature does.
    """

    block: Paragraph | Grid
    turned: bool = False
    leads: bool = False
    closes: bool = False


def settled(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with headings turned like the table below them and closings like that above."""
    found = list(pieces)
    for place in reversed(range(len(found) - 1)):
        if found[place].leads and found[place + 1].turned:
            found[place] = replace(found[place], turned=True)
    for place in range(1, len(found)):
        if found[place].closes and found[place - 1].turned:
            found[place] = replace(found[place], turned=True)
    return found


def arranged(pieces: Sequence[Piece], style: Style, *, is_followed: bool = False) -> Iterator[str]:
    """The content of ``w:body``: paragraphs and tables, with the properties of their sections.

    Args:
        pieces: Paragraphs and tables in order.
        style: How they are printed.
        is_followed: Whether another section comes behind them.
    """
    groups = [
        (turned, [piece.block for piece in group])
        for turned, group in groupby(pieces, lambda piece: piece.turned)
    ]
    for number, (turned, blocks) in enumerate(groups, 1):
        spaced = list(apart(blocks, style))
        properties = section(style, turned=turned)
        goes_on = is_followed or number < len(groups)
        if goes_on:
            # A section ends with the paragraph that holds its properties.
            last = spaced[-1]
            assert isinstance(last, Paragraph)
            last.properties.append(copy(properties.element))
        for block in spaced:
            if isinstance(block, Paragraph):
                yield block.xml()
            else:
                yield from block.xml()
        if not goes_on:
            yield properties.text
