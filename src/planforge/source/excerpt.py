"""A problem as users meet it: place, source line, caret, hint. Plain text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from planforge.errors import Severity
from planforge.language import _

from .visible import safe

if TYPE_CHECKING:
    from planforge.errors import Problem

__all__ = ["WIDTH", "render", "safe"]

# Cells of a terminal: what fits beside the margin in the usual 80.
WIDTH: Final = 76
_MARGIN: Final = "    "
_TAB: Final = 4
# A line may be a whole file; what is farther from the place than this is never shown.
_FAR: Final = 1000


def render(problem: Problem, width: int = WIDTH, *, place: str = "", label: str = "") -> str:
    """The problem in up to four lines, without a line end behind the last.

    No control character of the file gets through; wide characters count two cells, so that
    the caret stands right under the place; a long line is cut around it.

    Args:
        problem: What to show.
        width: Cells that a source line may take.
        place: Where it is, when that is not to be a line and a column.
        label: The message with what stands before it, ``{message}``; when empty, only what is
            no error is marked.
    """
    if not label:
        label = "{message}" if problem.severity is Severity.ERROR else _("please note: {message}")
    message = label.format(message=problem.message)
    lines = [safe(f"{place or problem.place}: {problem.code} {message}")]
    if problem.line and problem.excerpt.strip():
        lines += (_MARGIN + line for line in _pointed(problem, width))
    if problem.hint:
        lines.append("  " + safe(_("hint: {hint}").format(hint=problem.hint)))
    return "\n".join(lines)


def _pointed(problem: Problem, width: int) -> tuple[str, str]:
    """The source line and the line of carets below it."""
    shown: list[str] = []
    sizes: list[int] = []
    begin = max(0, problem.column - 1 - _FAR)
    line = problem.excerpt[begin : problem.column + _FAR]
    for character in line:
        one, size = _tab(sum(sizes)) if character == "\t" else _cells(character)
        shown.append(one)
        sizes.append(size)
    start = min(problem.column - 1 - begin, len(shown))
    same_line = problem.end_line == problem.line
    end = min(problem.end_column - 1 - begin, len(shown)) if same_line else len(shown)
    end = max(end, start + 1)
    first, last = _window(sizes, start, end, width)
    before = "…" if begin + first else ""
    after = "…" if begin + last < len(problem.excerpt) else ""
    source = before + "".join(shown[first:last]) + after
    blank = cell_len(before) + sum(sizes[first:start])
    carets = sum(sizes[start : min(end, last)])
    return source, " " * blank + "^" * max(carets, 1)


@lru_cache(4096)
def _cells(character: str) -> tuple[str, int]:
    """A character as it is shown, and how many cells that takes; texts repeat their characters."""
    one = safe(character)
    return one, cell_len(one)


def _tab(cells: int) -> tuple[str, int]:
    size = _TAB - cells % _TAB
    return " " * size, size


def _window(sizes: list[int], start: int, end: int, width: int) -> tuple[int, int]:
    """First and last index of what fits, with the place in it and room on both sides."""
    if sum(sizes) <= width:
        return 0, len(sizes)
    room = width - 2  # one … on each side
    first = last = start
    used = 0
    while last < min(end, len(sizes)) and used + sizes[last] <= room:
        used += sizes[last]
        last += 1
    while True:
        grown = False
        if first > 0 and used + sizes[first - 1] <= room:
            first -= 1
            used += sizes[first]
            grown = True
        if last < len(sizes) and used + sizes[last] <= room:
            used += sizes[last]
            last += 1
            grown = True
        if not grown:
            return first, last
