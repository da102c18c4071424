"""How often each rule found something."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from planforge.errors import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .report import Report


class Row(Struct, frozen=True):
    """One rule at one severity.

    Attributes:
        code: The rule.
        severity: How bad.
        number: How often.
        fixable: How many of them ``--fix`` mends.
    """

    code: str
    severity: Severity
    number: int
    fixable: int


class Tally:
    """Counts the findings of a run.

    Attributes:
        files: Number of files looked at.
    """

    def __init__(self) -> None:
        self.files = 0
        self._counts: Counter[tuple[str, Severity]] = Counter()
        self._fixable: Counter[tuple[str, Severity]] = Counter()
        self.safe = 0
        self.unsafe = 0

    def add(self, report: Report, *, more: bool = False) -> None:
        """Count the findings of a file; ``more`` of one that was counted."""
        self.files += not more
        for item in report.items:
            key = item.problem.code, item.problem.severity
            self._counts[key] += 1
            self._fixable[key] += bool(item.fix and item.safe)
            self.safe += bool(item.fix and item.safe)
            self.unsafe += bool(item.fix and not item.safe)

    def of(self, severity: Severity) -> int:
        """Number of findings of a severity."""
        return sum(count for (_code, s), count in self._counts.items() if s is severity)

    @property
    def first(self) -> str:
        """The rule of the first finding; empty when there is none."""
        return next(iter(self._counts), ("", None))[0]

    def rows(self) -> Iterator[Row]:
        """Every rule that found something, the most frequent first."""
        worst = list(Severity)
        for (code, severity), count in sorted(
            self._counts.items(), key=lambda one: (-one[1], worst.index(one[0][1]), one[0][0])
        ):
            yield Row(code, severity, count, self._fixable[code, severity])
