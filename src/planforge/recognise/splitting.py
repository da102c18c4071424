"""One plan file for every plan that a page holds."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from . import front, several
from .build import Imported, plan_from_lines
from .notice import notice
from .report import MARGINS
from .residues import without_residue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.readers.line import Line


def plans_from_lines(
    name: str, lines: Sequence[Line], *, repair: bool = False
) -> tuple[Imported, ...]:
    """A plan file for every plan that the lines hold; no line is in none of them.

    Args:
        name: The file as the user named it.
        lines: What a reader found in it.
        repair: Whether damage that is certain is mended.
    """
    body, _dropped = without_residue([line for line in lines if line.text.strip()])
    body = [line for line in body if line.part not in MARGINS]
    starts, titled = several.beginnings(body)
    if not starts or notice(body):
        return (plan_from_lines(name, lines, repair=repair),)
    places = {id(line): place for place, line in enumerate(lines)}
    found = [places[id(body[start])] for start in starts]
    marked = [
        replace(line, style=front.PLAN_TITLE) if titled and place in found else line
        for place, line in enumerate(lines)
    ]
    edges = [0, *found[1:], len(lines)]
    return tuple(
        _moved(plan_from_lines(name, marked[start:end], repair=repair), start)
        for start, end in pairwise(edges)
    )


def _moved(plan: Imported, places: int) -> Imported:
    """The plan, its lines counted from the first one of the page."""
    return replace(
        plan,
        lines=tuple(replace(one, index=one.index + places) for one in plan.lines),
        origins=tuple(replace(one, place=one.place + places) for one in plan.origins),
        changes=tuple(replace(one, place=one.place + places) for one in plan.changes),
    )
