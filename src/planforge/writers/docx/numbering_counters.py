"""Which list each numbered paragraph joins so that Word counts what the document says.

List instances (``w:num``) of one abstract list can be read in more than one way: they share
their counters or each counts alone, a skipped level counts as begun or not, and a start of its
own holds once or whenever the level begins again. LibreOffice was measured, Word and WPS were not
(docs/docx/numbering.md). So every reading is played through; where one of them would print
another number, a new instance with its own start is begun. What no reading disputes is left to
the word processor, which then renumbers by itself when somebody edits.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

DEEPEST: Final = 9
FIRST: Final = 1

_NONE: Final = [0] * DEEPEST


class Start(Struct, frozen=True):
    """A list instance that begins level ``depth`` (1-based) with ``number``."""

    instance: int
    depth: int
    number: int


class _Reading(Struct):
    """One way to count.

    Attributes:
        shared: All instances share their counters.
        filling: A skipped level counts as begun.
    """

    shared: bool
    filling: bool
    counters: dict[int, list[int]] = field(default_factory=dict)

    def counter(self, instance: int) -> list[int]:
        return self.counters.setdefault(FIRST if self.shared else instance, [*_NONE])

    def skips(self, instance: int, depth: int) -> bool:
        """Whether a paragraph of ``depth`` would leave out a level above it."""
        return 0 in self.counter(instance)[: depth - 1]

    def count(self, instance: int, depth: int, number: int) -> None:
        """Take note that a paragraph of ``depth`` has got ``number``."""
        counter = self.counter(instance)
        counter[depth - 1] = number
        counter[depth:] = _NONE[depth:]
        if self.filling and self.skips(instance, depth):
            counter[: depth - 1] = [value or 1 for value in counter[: depth - 1]]


class Counters:
    """The list instances of one document, numbered from 1 in order of use."""

    def __init__(self) -> None:
        # As long as there is one instance and no level was skipped, all readings are the same.
        self._readings = [_Reading(shared=True, filling=False)]
        self._skipped = False
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
                instance = self._begin(depth, number)
                break
        if not self._skipped and any(one.skips(instance, depth) for one in self._readings):
            self._skipped = True
            self._read_also(filling=True)
        for reading in self._readings:
            reading.count(instance, depth, number)
        self._used[depth - 1 :] = [instance] * (DEEPEST - depth + 1)
        return instance

    def _begin(self, depth: int, number: int) -> int:
        """A new instance with its own start."""
        if not self._starts:
            self._read_also(shared=False)
        instance = len(self._starts) + FIRST + 1
        self._starts[instance] = Start(instance, depth, number)
        return instance

    def _read_also(self, **how: bool) -> None:
        """Go on with each reading in both ways."""
        self._readings += [
            replace(one, counters=deepcopy(one.counters), **how) for one in self._readings
        ]

    def _next(self, reading: _Reading, instance: int, depth: int) -> int:
        if reached := reading.counter(instance)[depth - 1]:
            return reached + 1
        start = self._starts.get(instance)
        # Nobody says whether a level that begins again takes its own start once more.
        disputed = start is not None and start.depth == depth and start.number != FIRST
        return 0 if disputed else FIRST
