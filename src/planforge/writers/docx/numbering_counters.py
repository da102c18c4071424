"""Which list each numbered paragraph joins so that Word counts what the document says.

List instances (``w:num``) of one abstract list can be read in more than one way: they share
their counters or each counts alone, a skipped level counts as begun or not, and a start of its
own holds once or whenever the level begins again. LibreOffice was measured, Word and WPS were not
(docs/docx/numbering.md). So every reading is played through; where one of them would print
another number, a new instance with its own start is begun. What no reading disputes is left to
the word processor, which then renumbers by itself when somebody edits.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import Final, NamedTuple

DEEPEST: Final = 9
FIRST: Final = 1

_NONE: Final = [0] * DEEPEST


class Start(NamedTuple):
    """A list instance that begins level ``depth`` (1-based) with ``number``."""

    instance: int
    depth: int
    number: int


@dataclass(slots=True)
class _Reading:
    """One way to count.

    Attributes:
        shared: All instances share their counters.
        filling: A skipped level counts as begun.
    """

    shared: bool
    filling: bool
    counters: dict[int, list[int]] = field(default_factory=dict)

    def counter(self, instance: int) -> list[int]:
        key = FIRST if self.shared else instance
        found = self.counters.get(key)
        if found is None:
            found = self.counters[key] = [*_NONE]
        return found

    def count(self, instance: int, depth: int, number: int) -> None:
        """Take note that a paragraph of ``depth`` has got ``number``."""
        counter = self.counter(instance)
        counter[depth - 1] = number
        counter[depth:] = _NONE[depth:]
        if self.filling and 0 in counter[: depth - 1]:
            counter[: depth - 1] = [value or 1 for value in counter[: depth - 1]]


class Counters:
    """The list instances of one document, numbered from 1 in order of use."""

    def __init__(self) -> None:
        self._readings = [_Reading(a, b) for a, b in product((False, True), repeat=2)]
        self._used = [FIRST] * DEEPEST
        self._starts: dict[int, Start] = {}

    @property
    def starts(self) -> tuple[Start, ...]:
        """The instances behind the first one."""
        return tuple(self._starts.values())

    def place(self, depth: int, number: int) -> int:
        """The instance under which a paragraph of ``depth`` is printed with ``number``."""
        instance = self._used[depth - 1]
        for reading in self._readings:
            if self._next(reading, instance, depth) != number:
                instance = len(self._starts) + FIRST + 1
                self._starts[instance] = Start(instance, depth, number)
                break
        for reading in self._readings:
            reading.count(instance, depth, number)
        self._used[depth - 1 :] = [instance] * (DEEPEST - depth + 1)
        return instance

    def _next(self, reading: _Reading, instance: int, depth: int) -> int:
        if reached := reading.counter(instance)[depth - 1]:
            return reached + 1
        start = self._starts.get(instance)
        # Nobody says whether a level that begins again takes its own start once more.
        disputed = start is not None and start.depth == depth and start.number != FIRST
        return 0 if disputed else FIRST
