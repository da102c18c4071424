"""The days that the words of a plan mean, once it is known what time the plan covers."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from planforge.model.months import Months
    from planforge.model.period import Period
    from planforge.model.when import When

# 国庆前后, 国庆期间: so many days on both sides. 春节前: so many days up to the day before. No
# source lays these down; they only say how long an entry of a calendar is, with its words beside.
ABOUT: Final = 3
BEFORE: Final = 14
WEEK: Final = 7
_LAST_MONTH: Final = 12


class Span(Struct, frozen=True):
    """First and last day.

    Attributes:
        first: The first day.
        last: The last day, included.
        exact: Whether the words name these very days; 8月中下旬 and 国庆前后 do not.
    """

    first: dt.date
    last: dt.date
    exact: bool = False


def of_when(
    when: When, period: Period, months: Months | None = None, region: str = "cn"
) -> Span | None:
    """The days that words about time mean; ``None`` for what recurs or names no day.

    A limit (3月底前, 6月30日之前) is its last day. A month stands in the year of the period that
    has it: in a school year September is in the first year and May in the second.

    Args:
        when: The words.
        period: What time the plan covers.
        months: The months of the entry that the words stand in; they lend theirs to 8日 and 上旬.
        region: cn, tw, hk or mo; some festivals have other days there.
    """
    if when.recurring or when.impossible or not when.understood:
        return _part_only(when, period, months) if when.part else None
    if when.anchor:
        return _festival(when, period, region)
    month = when.month or (months.months[0] if months and months.months else None)
    if month is None:
        return None
    written = when.year or (months.year if months and not when.month else None)
    first, last = replace(when, month=month).span(written or year_of(month, period)) or (None, None)
    if first is None or last is None or last < first:
        return None
    if when.before:
        # 6月前 ends with May, 6月底前 and 6月30日前 with the day they name.
        limit = last if when.day or when.part else first - dt.timedelta(1)
        return Span(limit, limit, exact=bool(when.day))
    return Span(first, last, exact=bool(when.day) and not when.about)


def of_months(months: Months, period: Period) -> Span | None:
    """The days from the first month to the last; ``None`` where none is named."""
    if months.weeks and not months.months:
        monday = period.start - dt.timedelta(period.start.weekday())
        first = monday + dt.timedelta(WEEK * (months.weeks[0] - 1))
        last = monday + dt.timedelta(WEEK * months.weeks[1] - 1)
        return Span(max(first, period.start), last)
    if not months.months:
        return None
    year = months.year or year_of(months.months[0], period)
    start = dt.date(year, months.months[0], 1)
    last_year = year
    for before, month in zip(months.months, months.months[1:], strict=False):
        last_year += month < before
    end = _last_day(last_year, months.months[-1])
    if months.weeks:
        first = start + dt.timedelta(WEEK * (months.weeks[0] - 1))
        return Span(first, min(start + dt.timedelta(WEEK * months.weeks[1] - 1), end))
    return Span(start, end)


def year_of(month: int, period: Period) -> int:
    """The year in which the period has a month; its first year where it has none such."""
    return next(iter(period.years_with(month)), period.start.year)


def _part_only(when: When, period: Period, months: Months | None) -> Span | None:
    """上旬 and 月底 in an entry that has a month."""
    if months is None or not months.months or when.recurring:
        return None
    month = months.months[0]
    days = replace(when, month=month).span(months.year or year_of(month, period))
    return days and Span(*days)


def _festival(when: When, period: Period, region: str) -> Span | None:
    from planforge.facts import festivals  # few plans need the table

    years = [when.year] if when.year else period.years
    days = [day for year in years for day in festivals.occurrences(when.anchor, year, region)]
    within = [day for day in days if period.start <= day.first <= period.end]
    day = next(iter(within or days), None)
    if day is None:
        return None
    if when.before:
        return Span(day.first - dt.timedelta(BEFORE), day.first - dt.timedelta(1))
    if when.about:
        return Span(day.first - dt.timedelta(ABOUT), day.last + dt.timedelta(ABOUT))
    return Span(day.first, day.last, exact=day.first == day.last)


def _last_day(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
