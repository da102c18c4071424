"""What stands beside what: room around tables, paragraphs that keep to each other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from .oxml import paragraph, put, qualified
from .styles_part import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from planforge.styles import Style
    from planforge.styles.figure import Rows

POINT: Final = 20

_P: Final = qualified("p")
_TBL: Final = qualified("tbl")
_SPACING: Final = qualified("spacing")


def apart(elements: Sequence[Element], style: Style) -> Iterator[Element]:
    """The same elements with room above and below tables.

    Word joins tables with nothing between them and wants a paragraph behind the last one, so
    there one of no height is put in.
    """
    room = round(style.table.room.amount * style.grid.pitch.twips)
    for one, following in pairwise([*elements, None]):
        assert one is not None
        yield one
        if one.tag == _TBL and (following is None or following.tag == _TBL):
            yield _gap(room if following is not None else 0)
        elif one.tag == _TBL and following is not None:
            _add_room(following, "before", room, style)
        elif following is not None and following.tag == _TBL:
            _add_room(one, "after", room, style)


def keep_with_next(element: Element) -> None:
    """Keeps a paragraph, or the last row of a table, on one page with what follows."""
    paragraphs = [element] if element.tag == _P else element[-1].iter(_P)
    for one in paragraphs:
        properties = one[0]
        if properties.find(qualified("keepNext")) is None:
            put(properties, "keepNext")


def _gap(room: int) -> Element:
    made, properties = paragraph("TableText")
    put(properties, "spacing", after=room, line=POINT, lineRule="exact")
    return made


def _add_room(element: Element, side: str, room: int, style: Style) -> None:
    properties = element[0]
    if _own_room(properties, side, style) >= room:
        return
    # Word adds room above even at the top of a page that was begun by force.
    if not room or properties.find(qualified("pageBreakBefore")) is not None:
        return
    spacing = properties.find(_SPACING)
    if spacing is None:
        spacing = put(properties, "spacing")
    if spacing.get(qualified(side)) is None:
        spacing.set(qualified(side), str(room))


def _own_room(properties: Element, side: str, style: Style) -> int:
    """What the style of a paragraph leaves free above or below it, in twips."""
    identity = properties[0].get(qualified("val"))
    for kind in KINDS:
        if kind.id == identity:
            rows: Rows = getattr(getattr(style.text, kind.text), side)
            return round(rows.amount * style.grid.pitch.twips)
    return 0
