"""A schedule that stands inside the tasks, made a section of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .known import heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .outline import Node

_HOLDERS: Final = frozenset({"tasks", "focus"})


def raised(nodes: list[Node]) -> tuple[list[Node], Node | None]:
    """The sections with the schedule behind them that ended the last one, and that schedule.

    Only where its heading says what it is, dates or points without points of their own stand
    below, and nothing follows: no number but its own changes. What a program or a style says
    of the levels stands.
    """
    last = nodes[-1]
    if heading(last) not in _HOLDERS or any(heading(node) == "schedule" for node in nodes):
        return nodes, None
    place = next((n for n in range(len(last.children) - 1, 0, -1) if not last.children[n].month), 0)
    if not (place and _is_schedule(last.children, place)):
        return nodes, None
    found = last.children[place]
    found.children += last.children[place + 1 :]
    del last.children[place:]
    return [*nodes, found], found


def _is_schedule(children: Sequence[Node], place: int) -> bool:
    """Whether the child and the months behind it are a schedule that follows other points."""
    node = children[place]
    shape = node.piece.shape
    if shape is None or not shape.numbered or node.piece.certain or heading(node) != "schedule":
        return False
    dated = place + 1 < len(children)
    plain = bool(node.rest) and not any(point.children or point.grid for point in node.rest)
    return (dated or plain) and any(not child.plain for child in children[:place])
