"""Which parts of a document stand on pages on their side, and the sections that this makes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from .neighbours import apart
from .oxml import paragraph, qualified
from .sections import section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from planforge.styles import Style


class Piece(NamedTuple):
    """A paragraph or table, and how it clings to its neighbours.

    Attributes:
        element: ``w:p`` or ``w:tbl``.
        turned: Stands on a page on its side.
        leads: Belongs to what follows, as a heading does.
        closes: Belongs to what stands before, as the signature does.
    """

    element: Element
    turned: bool = False
    leads: bool = False
    closes: bool = False


def settled(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with headings turned like the table below them and closings like that above."""
    found = list(pieces)
    for place in reversed(range(len(found) - 1)):
        if found[place].leads and found[place + 1].turned:
            found[place] = found[place]._replace(turned=True)
    for place in range(1, len(found)):
        if found[place].closes and found[place - 1].turned:
            found[place] = found[place]._replace(turned=True)
    return found


def arranged(pieces: Sequence[Piece], style: Style) -> Iterator[Element]:
    """The content of ``w:body``: all elements, with the properties of their sections."""
    groups = [
        (turned, [piece.element for piece in group])
        for turned, group in groupby(pieces, lambda piece: piece.turned)
    ]
    for number, (turned, elements) in enumerate(groups, 1):
        spaced = list(apart(elements, style))
        properties = section(style, turned=turned)
        if number == len(groups):
            yield from (*spaced, properties)
        else:
            # A section ends with the paragraph that holds its properties.
            if spaced[-1].tag != qualified("p"):
                spaced.append(paragraph("TableText")[0])
            spaced[-1][0].append(properties)
            yield from spaced
