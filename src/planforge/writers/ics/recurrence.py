"""Recurrence rules (RFC 5545, 3.3.10) for what recurs in a plan: 每月, 每季度末, 每周五."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.model.period import Period
    from planforge.model.when import When

_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# Unit → months between two times. A school term has no fixed length: two a year.
_MONTHS: Final = {"月": 1, "季度": 3, "半年": 6, "学期": 6, "年": 12, "学年": 12}
_LAST: Final = ("底", "末")
_FIRST_DAY: Final = {"中旬": 11, "中": 11, "中下旬": 11, "下旬": 21}
_TENS: Final = [1, 11, 21]


class Recurrence(Struct, frozen=True):
    """When it is for the first time, and the rule for the others.

    Attributes:
        start: DTSTART.
        rule: The parts of RRULE; UNTIL is the last day of the plan's period.
    """

    start: dt.date
    rule: dict[str, Any]


def recurrence(when: When, period: Period) -> Recurrence | None:
    """The rule for words that name what recurs; ``None`` where no time within the period fits.

    Words that name no day (每季度一次) stand for the first day of their unit; the words themselves
    stand beside the entry.
    """
    rule = _rule(when)
    if rule is None:
        return None
    start = _first(period, _matches(when, rule, period))
    return Recurrence(start, {**rule, "UNTIL": period.end}) if start else None


def _rule(when: When) -> dict[str, Any] | None:
    unit = when.recurring
    if unit == "日":
        return _every("DAILY", when.interval)
    if unit == "周":
        rule = _every("WEEKLY", when.interval)
        return {**rule, "BYDAY": _DAYS[when.weekday - 1]} if when.weekday else rule
    if unit == "旬":
        return {"FREQ": "MONTHLY", "BYMONTHDAY": _TENS}
    if unit not in _MONTHS:
        return None
    rule = _every("MONTHLY", _MONTHS[unit] * when.interval)
    return {**rule, "BYMONTHDAY": _day(when)}


def _every(frequency: str, interval: int) -> dict[str, Any]:
    return {"FREQ": frequency} | ({"INTERVAL": interval} if interval > 1 else {})


def _day(when: When) -> int:
    """Day of the month; -1 for the last one."""
    if when.day:
        return when.day
    return -1 if when.part in _LAST else _FIRST_DAY.get(when.part, 1)


def _matches(when: When, rule: dict[str, Any], period: Period) -> Callable[[dt.date], bool]:
    """Whether a day may be the first."""
    if rule["FREQ"] == "DAILY":
        return lambda _day: True
    if rule["FREQ"] == "WEEKLY":
        weekday = (when.weekday or 1) - 1
        return lambda day: day.weekday() == weekday
    wanted = rule["BYMONTHDAY"]
    if isinstance(wanted, list):
        return lambda day: day.day in wanted
    months = _months(when, period)
    return lambda day: day.month in months and day.day == _real(day, wanted)


def _months(when: When, period: Period) -> frozenset[int]:
    """The months in which it may be for the first time."""
    if when.month:
        return frozenset({when.month})
    step = _MONTHS[when.recurring]
    if step == 1:
        return frozenset(range(1, 13))
    last = when.part in _LAST
    # Quarters and halves are those of the calendar; terms and school years begin with the plan.
    first = period.start.month if when.recurring in {"学期", "学年"} else 1
    offset = first - 1 + (step - 1 if last else 0)
    return frozenset((offset + n * step) % 12 + 1 for n in range(12 // step))


def _real(day: dt.date, wanted: int) -> int:
    return calendar.monthrange(day.year, day.month)[1] if wanted < 0 else wanted


def _first(period: Period, fits: Callable[[dt.date], bool]) -> dt.date | None:
    days = (period.end - period.start).days
    return next((day for n in range(days + 1) if fits(day := period.start + dt.timedelta(n))), None)
