"""From places in a plan file that was made of a document to places in that document."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from planforge.language import _
from planforge.patterns import pattern

from .report import Item, places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.errors import Problem
    from planforge.readers import Line
    from planforge.recognise import Origin
    from planforge.source.text import SourceText

    from .engine import Look

_HEADING: Final = pattern(
    r"(?:第?[一二三四五六七八九十]+[章部]?[分]?|[（(][一二三四五六七八九十]+[)）])[、.．\s]?"
)
_LONGEST_HEADING: Final = 24
# What planforge writes itself stands so close before the words it is about: key, colon, blank.
_NEAR: Final = 40


class Document:
    """A document and the plan file that was made of it.

    Args:
        path: The file as the user named it.
        lines: What was read.
        origins: Which characters of the plan file stand for which of a line.
        has_lines: Whether users count lines in it, not paragraphs.
        raw: The file itself, where its lines hold more than was read.
    """

    def __init__(
        self,
        path: str,
        lines: Sequence[Line],
        origins: Sequence[Origin],
        *,
        has_lines: bool,
        raw: SourceText | None,
    ) -> None:
        self.path = path
        self._lines = lines
        self._origins = origins
        self._starts = [origin.start for origin in origins]
        self._has_lines = has_lines
        self._raw = raw

    def placed(self, problem: Problem, seen: Look) -> tuple[int, int, str, Item] | None:
        """A finding at its place in the document; number of the line and column sort it.

        ``None`` for one about blanks that were put between two stretches of the document.
        """
        if problem.line and self._is_between(*self._offsets(problem, seen)):
            return None
        at = self._span(problem, seen)
        if at is None:
            whole = replace(problem, line=0, column=0, end_line=0, end_column=0, excerpt="")
            return 0, 0, problem.code, Item(whole)
        number, start, end = at
        return number, start, problem.code, self.item(problem, number, start, end)

    def item(self, problem: Problem, number: int, start: int, end: int) -> Item:
        """A finding at the columns ``start`` to ``end``, 0-based, of a line that was read."""
        line = self._lines[number - 1]
        text, first, last = self._shown(line, start, end)
        moved = replace(
            problem,
            line=line.number or 1,
            column=first + 1,
            end_line=line.number or 1,
            end_column=last + 1,
            excerpt=text,
        )
        if self._has_lines:
            return Item(moved, *(places(moved, None) or ()))
        return Item(moved, where=self._where(number))

    def _span(self, problem: Problem, seen: Look) -> tuple[int, int, int] | None:
        """Number of a line, first column and the one behind, 0-based; None for the whole file."""
        if not problem.line:
            return None
        start, end = self._offsets(problem, seen)
        index = bisect_right(self._starts, start) - 1
        if index < 0 or self._origins[index].end <= start:
            return self._behind(index + 1, end)
        first = self._origins[index]
        last = self._origins[max(bisect_right(self._starts, end - 1) - 1, index)]
        column = first.column + start - first.start
        if last.line != first.line:
            return first.line, column, len(self._lines[first.line - 1].text)
        return first.line, column, last.column + min(end, last.end) - last.start

    def _offsets(self, problem: Problem, seen: Look) -> tuple[int, int]:
        """Where a finding stands in the plan file that was made."""
        assert seen.subject is not None
        lines = seen.subject.source.text.starts
        start = lines[problem.line - 1] + problem.column - 1
        return start, lines[problem.end_line - 1] + problem.end_column - 1

    def _is_between(self, start: int, end: int) -> bool:
        """Whether the characters join two stretches of the document and stand in none."""
        index = bisect_right(self._starts, start) - 1
        both = 0 <= index < len(self._origins) - 1
        return both and self._origins[index].end <= start and self._starts[index + 1] <= end + 1

    def _behind(self, index: int, end: int) -> tuple[int, int, int] | None:
        """The line that the first words behind a place stand in, if they are meant."""
        if index >= len(self._origins) or self._origins[index].start > end + _NEAR:
            return None
        number = self._origins[index].line
        return number, 0, len(self._lines[number - 1].text)

    def _shown(self, line: Line, start: int, end: int) -> tuple[str, int, int]:
        """The line as it stands in the file, with the columns there."""
        if self._raw is None:
            return line.text, start, end
        raw = self._raw.line(line.number)
        words = line.text[start:end]
        before = raw.find(line.text)
        shift = before + start if before >= 0 else raw.find(words)
        return (raw, shift, shift + end - start) if shift >= 0 else (raw, 0, len(raw))

    def _where(self, number: int) -> str:
        """A place in words: 第12段（二、重点任务）."""
        line = self._lines[number - 1]
        if not line.number:
            return _("header") if line.part == "header" else _("footer")
        above = reversed(self._lines[: number - 1])
        heading = next((_title(one) for one in above if _is_heading(one)), "")
        if not heading or _is_heading(line):
            return _("paragraph {number}").format(number=line.number)
        return _("paragraph {number} ({heading})").format(number=line.number, heading=heading)


def _is_heading(line: Line) -> bool:
    if line.part or line.cell:
        return False
    text = (line.label + line.text).strip()
    return bool(line.level or (_HEADING.match(text) and len(text) <= _LONGEST_HEADING))


def _title(line: Line) -> str:
    text = (line.label + line.text).strip()
    return text if len(text) <= _LONGEST_HEADING else f"{text[:_LONGEST_HEADING]}…"
