"""Lines that belong to the page a text was copied from, not to the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.damage import residue

from .front import is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.readers.line import Line

# Pages have a few lines above a text and a list of links below it.
_ABOVE: Final = 12
_BELOW: Final = 40


def without_residue(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those that belong to the page around it.

    Only lines near the beginning and the end, and never one that a style says is the title.
    """
    kept: list[Line] = []
    dropped: list[Line] = []
    listed = False
    for place, line in enumerate(lines):
        below = place >= len(lines) - _BELOW
        may_belong = (place < _ABOVE or below) and line.style != "title" and line.cell is None
        belongs = may_belong and residue.is_line(line.text)
        # The titles of other pages below 相关文章.
        belongs = belongs or (listed and may_belong and is_title(line.text.strip()))
        listed = below and belongs and (listed or residue.is_head_of_links(line.text))
        (dropped if belongs else kept).append(line)
    return kept, dropped
