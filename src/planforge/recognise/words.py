"""Text that knows where in the source it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Run(Struct, frozen=True):
    """Characters of a text that stand in the source as they are.

    Attributes:
        start: Offset in the text.
        length: How many characters.
        line: Number of the source line.
        column: 0-based offset in that line.
    """

    start: int
    length: int
    line: int
    column: int


class Words(str):
    """A text with the places its characters come from; an ordinary `str` in all else."""

    __slots__ = ("runs",)

    runs: tuple[Run, ...]

    def __new__(cls, text: str, runs: Iterable[Run] = ()) -> Self:
        """``text``, whose ``runs`` are in order and do not overlap."""
        made = super().__new__(cls, text)
        made.runs = tuple(runs)
        return made

    @classmethod
    def at(cls, text: str, line: int, column: int) -> Words:
        """``text`` as it stands in one line of the source."""
        return cls(text, [Run(0, len(text), line, column)] if text else ())

    def part(self, start: int, end: int) -> Words:
        """The characters ``start`` to ``end``, with their places."""
        return Words(self[start:end], _cut(self.runs, start, end))


NOTHING: Final = Words("")


def joined(parts: Iterable[str], between: str = "", end: str = "") -> Words:
    """The parts one after another; those that are `Words` keep their places."""
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for part in parts:
        if texts:
            texts.append(between)
            length += len(between)
        runs += (replace(run, start=run.start + length) for run in runs_of(part))
        texts.append(part)
        length += len(part)
    return Words("".join([*texts, end]), runs)


def runs_of(text: str) -> tuple[Run, ...]:
    """Where the characters of ``text`` come from; nothing for an ordinary string."""
    return text.runs if isinstance(text, Words) else ()


def _cut(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    for run in runs:
        first, last = max(run.start, start), min(run.start + run.length, end)
        if first < last:
            yield Run(first - start, last - first, run.line, run.column + first - run.start)
