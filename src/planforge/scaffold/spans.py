"""What a period means for a plan: its months, deadlines inside it, shares of a yearly figure."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING, Final

from planforge.errors import UserError
from planforge.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.model.period import Period

YEAR: Final = 12
# Plans are passed in autumn for the year to come.
_PLANNING_STARTS: Final = 10
# New school years are planned before the summer holidays end.
_SCHOOL_YEAR_IS_PLANNED: Final = 7
_TERMS: Final = {"1": "第一学期", "2": "第二学期", "一": "第一学期", "二": "第二学期"}
_FRIDAY: Final = 4
_FEBRUARY: Final = 2

NAMES: Final = {"year": "本年度", "school_year": "本学年", "term": "本学期"}
OTHER_NAME: Final = "本期"


def default_period(today: dt.date) -> str:
    """The year that a plan written ``today`` is most likely for: from October on the next one."""
    return str(today.year + (today.month >= _PLANNING_STARTS))


def period_text(today: dt.date, *, year: str = "", school_year: str = "", term: str = "") -> str:
    """The period that ``--year``, ``--school-year`` and ``--term`` ask for, as plans write it.

    Args:
        today: Decides what is not given.
        year: ``2027``.
        school_year: ``2026-2027``, or its first year alone.
        term: ``1`` or ``2``; of the running school year when none is given.

    Raises:
        UserError: Year and school year are both given, or there is no such term.
    """
    if year and (school_year or term):
        raise UserError(
            _("a plan covers a year or a school year, not both"),
            _("Leave out the year, or the school year and the term"),
        )
    if term and term not in _TERMS:
        raise UserError(_("there is no term {term}").format(term=term), _("Write 1 or 2"))
    if not (school_year or term):
        return year or default_period(today)
    first = school_year.removesuffix("学年").removesuffix("學年") or str(
        today.year - (today.month < _SCHOOL_YEAR_IS_PLANNED)
    )
    both = f"{first}-{int(first) + 1}" if first.isascii() and first.isdigit() else first
    return f"{both}学年{_TERMS.get(term, '')}"


def months_of(period: Period) -> list[int]:
    """Month numbers in the order in which they first come in ``period``, at most twelve."""
    return [month for _year, month in period.months[:YEAR]]


def by(months: Sequence[int], wanted: int) -> str:
    """A deadline: the end of the month ``wanted``, or of the last of ``months`` without it."""
    return f"{wanted if wanted in months or not months else months[-1]}月底前"


def share(months: Sequence[int], yearly: int) -> int:
    """The part of a figure for twelve months that falls to ``months``, rounded up, at least 1."""
    return max(1, math.ceil(yearly * min(len(months), YEAR) / YEAR))


def signing_day(period: Period) -> dt.date:
    """A day on which a plan for ``period`` may well be signed.

    It is the first Friday after the first week. A period that starts in February is a spring
    term; schools are back in the first week of March whenever the Spring Festival falls.
    """
    start = period.start
    earliest = dt.date(start.year, 3, 1) if start.month == _FEBRUARY else start + dt.timedelta(7)
    return earliest + dt.timedelta((_FRIDAY - earliest.weekday()) % 7)
