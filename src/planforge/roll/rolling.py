"""A plan on its way from one period to another: what every rule of rolling looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .turn import Turn

if TYPE_CHECKING:
    from planforge.lint.prose import Hit
    from planforge.lint.subject import Subject
    from planforge.model.period import Period


class Rolling:
    """One plan that is rolled.

    Attributes:
        subject: The file, the plan, its texts.
        old: The period it is for.
        new: The period it is to be for.
    """

    def __init__(self, subject: Subject, old: Period, new: Period) -> None:
        self.subject = subject
        self.old = old
        self.new = new

    @property
    def years(self) -> int:
        """So many years later the new period begins; negative when it is an earlier one."""
        return _first_year(self.new) - _first_year(self.old)

    @property
    def is_shifted(self) -> bool:
        """Whether the new period is the old one some years later, month for month."""
        same_months = self.old.start.month == self.new.start.month
        return same_months and self.old.end.month == self.new.end.month

    def turn(self, hit: Hit, new: str, reason: str) -> Turn:
        """A change of what was matched."""
        return Turn(hit.passage.node, hit.start, hit.end, new, reason)

    def question(self, hit: Hit, reason: str, note: str) -> Turn:
        """A question about what was matched."""
        return Turn(hit.passage.node, hit.start, hit.end, None, reason, note)


# A school year begins in August (Taiwan) or September.
_SCHOOL: Final = frozenset({"school_year", "term"})
_AUGUST: Final = 8


def _first_year(period: Period) -> int:
    """The year in which the period begins, or the school year that it belongs to."""
    late = period.kind in _SCHOOL and period.start.month < _AUGUST
    return period.start.year - late
