"""What stands beside what: room around tables."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from .oxml import qualified
from .paragraphs import Paragraph, paragraph
from .styles_part import KINDS
from .tables import Grid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.styles import Style
    from planforge.styles.figure import Rows

POINT: Final = 20


def apart(blocks: Sequence[Paragraph | Grid], style: Style) -> Iterator[Paragraph | Grid]:
    """The same blocks with room above and below tables; the last one is a paragraph.

    Word joins tables with nothing between them and wants a paragraph behind the last one, so
    there one of no height is put in.
    """
    room = round(style.table.room.amount * style.grid.pitch.twips)
    for one, following in pairwise([*blocks, None]):
        assert one is not None
        yield one
        if isinstance(one, Grid):
            if isinstance(following, Paragraph):
                _add_room(following, "before", room, style)
            else:
                yield _gap(room if following is not None else 0)
        elif isinstance(following, Grid):
            _add_room(one, "after", room, style)


def _gap(room: int) -> Paragraph:
    made = paragraph("TableText")
    made.put("spacing", after=room, line=POINT, lineRule="exact")
    return made


def _add_room(beside: Paragraph, side: str, room: int, style: Style) -> None:
    if _own_room(beside, side, style) >= room:
        return
    # Word adds room above even at the top of a page that was begun by force.
    if not room or beside.find("pageBreakBefore") is not None:
        return
    if (spacing := beside.find("spacing")) is None:
        beside.put("spacing", **{side: room})
    elif spacing.get(qualified(side)) is None:
        own = beside.properties.find(spacing.tag)
        assert own is not None
        own.set(qualified(side), str(room))


def _own_room(beside: Paragraph, side: str, style: Style) -> int:
    """What the style of a paragraph leaves free above or below it, in twips."""
    named = beside.find("pStyle")
    identity = None if named is None else named.get(qualified("val"))
    for kind in KINDS:
        if kind.id == identity:
            rows: Rows = getattr(getattr(style.text, kind.text), side)
            return round(rows.amount * style.grid.pitch.twips)
    return 0
