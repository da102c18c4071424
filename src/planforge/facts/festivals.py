"""When the days are that plans lean on, by the usual names of `planforge.model.festivals`."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import cache
from typing import Final

from msgspec import Struct

from . import tables

LUNAR: Final = "lunar_days"
FIXED: Final = "fixed_days"
_SUNDAY: Final = 6


class Days(Struct, frozen=True):
    """The days of a festival.

    Attributes:
        first: Its day, or the first day of what lasts a month.
        last: The last day, included.
    """

    first: dt.date
    last: dt.date


def date(name: str, year: int, region: str = "cn") -> dt.date | None:
    """The day of a festival in a year of the common calendar.

    The first day of what lasts a month (安全生产月). ``None`` where the name means no single day
    (两节), where the tables do not reach, and for 腊八 in a year that has none.

    Args:
        name: The usual name: 中秋, 三八, 母亲节.
        year: The year in which the day falls.
        region: cn, tw, hk or mo; some names mean other days there.

    Raises:
        UserError: A table of the user cannot be used.
    """
    found = occurrences(name, year, region)
    return found[0].first if found else None


def occurrences(name: str, year: int, region: str = "cn") -> tuple[Days, ...]:
    """Every time that a festival begins in a year: twice at most (腊八); for the rest see `date`.

    Raises:
        UserError: A table of the user cannot be used.
    """
    return _occurrences(name, year, region, tables.chosen())


def is_lunar(name: str) -> bool:
    """Whether the day moves through the common calendar, by the moon or by the sun."""
    rows = tables.rows(LUNAR)
    return name != "year" and bool(rows) and name in rows[0]


def years() -> range:
    """The years that the table of lunar days reaches.

    Raises:
        UserError: A table of the user cannot be used.
    """
    listed = [int(row["year"]) for row in tables.rows(LUNAR)]
    return range(min(listed), max(listed) + 1) if listed else range(0)


@cache
def _occurrences(name: str, year: int, region: str, _folders: object) -> tuple[Days, ...]:
    return (*_lunar(name, year), *_fixed(name, year, region))


def _lunar(name: str, year: int) -> list[Days]:
    if name == "year":
        return []
    days = next((row.get(name, "") for row in tables.rows(LUNAR) if row["year"] == str(year)), "")
    return [Days(day, day) for day in map(dt.date.fromisoformat, _full(days, year))]


def _full(days: str, year: int) -> list[str]:
    return [f"{year}-{day}" for day in days.split()]


def _fixed(name: str, year: int, region: str) -> list[Days]:
    found = []
    for fact in tables.table(FIXED).facts:
        if fact.name == name and region in fact.more["regions"].split():
            days = _days(fact.more["day"], year)
            if fact.start is None or fact.start <= days.last:
                found.append(days)
    return found


def _days(day: str, year: int) -> Days:
    """03-08, 06 (the whole month) or 05/2 (its second Sunday)."""
    if "/" in day:
        month, number = map(int, day.split("/"))
        first = dt.date(year, month, 1)
        sunday = first + dt.timedelta((_SUNDAY - first.weekday()) % 7 + 7 * (number - 1))
        return Days(sunday, sunday)
    month, *rest = map(int, day.split("-"))
    if rest:
        return Days(dt.date(year, month, rest[0]), dt.date(year, month, rest[0]))
    last = calendar.monthrange(year, month)[1]
    return Days(dt.date(year, month, 1), dt.date(year, month, last))
