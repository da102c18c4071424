"""Lines that belong to the page a text was copied from, not to the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.damage import residue

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
    for place, line in enumerate(lines):
        near = place < _ABOVE or place >= len(lines) - _BELOW
        belongs = near and line.style != "title" and line.cell is None
        (dropped if belongs and residue.is_line(line.text) else kept).append(line)
    return kept, dropped
