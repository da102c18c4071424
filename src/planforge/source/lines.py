"""The lines of a text that could not be read, and what can be told of them all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from .text import SourceText
from .traps import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .nodes import Scalar

_POINTS: Final = pattern(r"[ \t]*(?:-[ \t]+)*")


class Lines:
    """A text by lines, counted from 1.

    Args:
        text: What the parser read.
        scalars: What it understood before it gave up.
    """

    def __init__(self, text: str, scalars: list[Scalar]) -> None:
        self.text = text
        self.scalars = scalars
        self._source = SourceText("", text)
        self.line = self._source.line
        self.count = len(self._source.starts)

    def number(self, offset: int) -> int:
        """The line in which ``offset`` lies."""
        return self._source.position(offset)[0]

    def start(self, number: int) -> int:
        """Where the line begins."""
        return self._source.starts[number - 1]

    def content(self, number: int) -> int:
        """Where the line begins, behind its indentation."""
        return self.start(number) + self.indent(number)

    def end(self, offset: int) -> int:
        """Where the line of ``offset`` ends, before its line end."""
        number = self.number(offset)
        return self.start(number) + len(self.line(number))

    def indent(self, number: int) -> int:
        """How many blanks the line begins with."""
        line = self.line(number)
        return len(line) - len(line.lstrip(" \t"))

    def column(self, number: int) -> int:
        """Where the content of the line begins, behind the marks of a list; 0 is the edge."""
        found = _POINTS.match(self.line(number))
        return found.end() if found else 0

    def is_empty(self, number: int) -> bool:
        """Whether the line holds blanks or a comment only."""
        return EMPTY.match(self.line(number)) is not None

    def is_verbatim(self, number: int) -> bool:
        """Whether the line lies inside quotation marks or a block of text."""
        start = self.start(number)
        end = self.end(start)
        for scalar in reversed(self.scalars):
            if scalar.end < start:
                return False
            if scalar.style and scalar.start < start and end <= scalar.end:
                return True
        return False

    def above(self, number: int) -> Iterator[int]:
        """The lines above that have structure, upwards."""
        for n in range(number - 1, 0, -1):
            if not self.is_empty(n) and not self.is_verbatim(n):
                yield n

    def levels(self, number: int) -> set[int]:
        """Columns in which the lines above, or the content of the next of them, begin."""
        above = list(self.above(number))
        return {self.indent(n) for n in above} | {self.column(n) for n in above[:1]}
