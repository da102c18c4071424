"""Lines that begin in the wrong column, and the column they were meant for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from planforge.patterns import pattern

from .edit import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .lines import Lines

_OPENS_BLOCK: Final = pattern(r".*:\s*(?:#.*)?$")
_HAS_VALUE: Final = pattern(r"[^#]*?:[ \t]+[^\s#|>&]")
_POINT: Final = pattern(r"[ \t]*-[ \t]")

# Cells that a tab takes in common editors.
_TABS: Final = (2, 4, 8)


def aligned(lines: Lines, number: int) -> Edit:
    """Spaces for an indentation of tabs or full-width spaces.

    They look like what was typed if the lines above have that width; else they are those of
    the line above, one step more below a key without a value.
    """
    line = lines.line(number)
    blank = line[: len(line) - len(line.lstrip())]
    levels = lines.levels(number)
    for tab in _TABS:
        if (width := cell_len(blank.replace("\t", " " * tab))) in levels:
            break
    else:
        width = 0
        for above in lines.above(number):
            width = lines.column(above) + (2 if _OPENS_BLOCK.match(lines.line(above)) else 0)
            break
    return Edit(lines.start(number), lines.start(number) + len(blank), " " * width)


def nearest(lines: Lines, number: int) -> int:
    """The column closest to the one the line begins in, of those that are open above it."""
    indent = lines.indent(number)
    return min(lines.levels(number), key=lambda one: (abs(one - indent), -one), default=0)


def below_a_text(lines: Lines, number: int) -> int | None:
    """The column of the line above, if that ends in a text and so nothing may stand below it."""
    above = next(lines.above(number), 0)
    if not above or lines.indent(number) <= lines.indent(above):
        return None
    line = lines.line(above)
    if _HAS_VALUE.match(line):
        return lines.column(above)
    if _POINT.match(line) and _POINT.match(lines.line(number)) and not _OPENS_BLOCK.match(line):
        return lines.indent(above)
    return None


def below_a_key(lines: Lines, number: int) -> bool:
    """Whether the line is a point of a list, and the line above a key with a text."""
    above = lines.line(next(lines.above(number), 0))
    return bool(
        _POINT.match(lines.line(number)) and _HAS_VALUE.match(above) and not _POINT.match(above)
    )


def shifted(lines: Lines, number: int, target: int) -> Iterator[Edit]:
    """The line moved to the column ``target``, and those below that were typed in line with it."""
    indent, column = lines.indent(number), lines.column(number)
    by = target - indent
    for n in range(number, lines.count + 1):
        own, offset = lines.indent(n), lines.start(n)
        if lines.is_empty(n):
            continue
        if own < min(indent, target) or own == target:
            return
        if own in {indent, column} or indent < own < target:
            yield Edit(offset, offset - by, "") if by < 0 else Edit(offset, offset, " " * by)
