"""Days: those that times of a plan mean within its period, and those that its texts name."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.model.numerals import number
from planforge.model.wording import compact
from planforge.model.years import year as year_of
from planforge.patterns import pattern

from .passages import PRINTED
from .prose import Hit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from planforge.model.period import Period
    from planforge.model.when import When

    from .passages import Passage
    from .subject import Subject

    Span = tuple[dt.date, dt.date]

_SMALL: Final = "(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})"
YEAR: Final = (
    "(?:(?:19|20|21)[0-9]{2}|[一二][〇○零一二三四五六七八九]{3}|民[国國][ ]?[0-9]{2,3}|1[0-9]{2})"
)
"""A year as it is written in a text, without its 年."""
_WEEKDAY: Final = (
    r"(?:[日号號]?[ ]?[（(]?[ ]?(?:星期|[周週]|[礼禮]拜)"
    r"(?P<weekday>[一二三四五六日天])(?![0-9至到]|[、和](?:星期|[周週]|[礼禮]拜)))?"
)
# 3月8日, 2027年3月8日（星期一）, 民國116年3月8日, 2027-03-08 周一; the year only right before.
_DATE: Final = pattern(
    rf"(?:(?<![0-9])(?P<year>{YEAR})[ ]?年(?:度)?[ ]?)?"
    rf"(?<![0-9一二三四五六七八九十第])(?P<month>{_SMALL})[ ]?月[份]?[ ]?"
    rf"(?P<day>{_SMALL})[ ]?[日号號](?![0-9]*[楼樓院]){_WEEKDAY}"
    r"|(?<![0-9.-])(?P<iso_year>(?:19|20|21)[0-9]{2})[-/.](?P<iso_month>[0-9]{1,2})[-/.]"
    rf"(?P<iso_day>[0-9]{{1,2}})(?![0-9.-]){_WEEKDAY.replace('weekday', 'iso_weekday')}"
)
# Where a day may be, and what stands before its 月: an expression that begins with one character
# is searched for many times faster than one that may begin with a year, a month or a digit.
_CORE: Final = pattern(
    rf"[月12](?:(?<=月)份?[ ]?{_SMALL}[ ]?[日号號]"
    r"|(?<=[12])[019][0-9]{2}[-/.][0-9]{1,2}[-/.][0-9])"
)
_LEAD: Final = pattern(
    rf"(?:(?<![0-9]){YEAR}[ ]?年度?[ ]?)?(?<![0-9一二三四五六七八九十]){_SMALL}[ ]?$"
)
_LONGEST_LEAD: Final = 14
_LUNAR: Final = ("农历", "農曆", "阴历", "陰曆", "旧历", "舊曆")
_BEFORE: Final = 6
_MONTHS: Final = 12
_LONGEST: Final = 31
_WEEK: Final = "一二三四五六日"


class Day(Struct, frozen=True):
    """A day that a text names.

    Attributes:
        hit: Where.
        year: The year that is written; ``None`` where none is.
        month: The month as written, which need not exist.
        day: The day as written.
        weekday: 1 (Monday) to 7; ``None`` where none is written.
        weekday_at: Offset of the character for it in the text, -1 without one.
    """

    hit: Hit
    year: int | None
    month: int
    day: int
    weekday: int | None
    weekday_at: int

    @property
    def passage(self) -> Passage:
        """The text."""
        return self.hit.passage

    @property
    def start(self) -> int:
        """Offset in its value."""
        return self.hit.start

    @property
    def end(self) -> int:
        """Offset behind it."""
        return self.hit.end

    @property
    def words(self) -> str:
        """The day as written."""
        return self.hit.words


def days(subject: Subject) -> tuple[Day, ...]:
    """The days that are named anywhere in print, lunar ones left out."""
    return tuple(day for hit in _hits(subject) if (day := _read(hit)))


def _hits(subject: Subject) -> Iterator[Hit]:
    prose = subject.prose
    for core in prose.find(_CORE, telling="日号號-/.", roles=PRINTED):
        start, value = core.start, core.passage.node.value
        if core.words[0] == "月":
            first = max(start - _LONGEST_LEAD, 0)
            lead = _LEAD.search(value[first:start])
            start = first + lead.start() if lead else -1
        offset = core.match.start() - core.start
        match = _DATE.match(prose.text, offset + start) if start >= 0 else None
        if match and match.end() - offset <= len(value):
            yield Hit(core.passage, start, match.end() - offset, match)


def _read(hit: Hit) -> Day | None:
    value, match = hit.passage.node.value, hit.match
    if value[max(hit.start - _BEFORE, 0) : hit.start].rstrip(" （(").endswith(_LUNAR):
        return None
    iso = "iso_" if match["iso_year"] else ""
    try:
        written = match[f"{iso}year"]
        year = year_of(compact(written)) if written else None
        month, day = (int(number(match[f"{iso}{part}"])) for part in ("month", "day"))
    except ValueError:
        return None
    if iso and not (month <= _MONTHS and day <= _LONGEST):
        return None  # a version, a score, a telephone number
    weekday, at = match[f"{iso}weekday"], match.start(f"{iso}weekday")
    return Day(
        hit,
        year,
        month,
        day,
        _WEEK.index(weekday.replace("天", "日")) + 1 if weekday else None,
        at - match.start() + hit.start if weekday else -1,
    )


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether a calendar has the day; in some year, where none is given."""
    if not 1 <= month <= _MONTHS:
        return False
    return 1 <= day <= calendar.monthrange(year or 2000, month)[1]


def years(period: Period | None) -> range:
    """The years that a period touches; none without a period."""
    return period.years if period else range(0)


def year_in(period: Period | None, month: int) -> int | None:
    """The year that a month without one belongs to; ``None`` where that is open."""
    found = period.years_with(month) if period else []
    return found[0] if len(found) == 1 else None


def span_in(period: Period, when: When) -> Span | None:
    """First and last day of a time, in the year of the period that it fits best.

    ``None`` where the words name no month.
    """
    if when.year:
        return when.span(when.year)
    spans = [span for year in period.years if (span := when.span(year))]
    return next((s for s in spans if overlap(s, (period.start, period.end))), (*spans, None)[0])


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]
