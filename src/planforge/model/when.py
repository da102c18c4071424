"""Points and spans of time as people write them: 2027-03-08, 3月底前, 8月中下旬, 国庆前后, 每月."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING, Any, Final, Self

from planforge.patterns import pattern

from .spans import PARTS
from .times import understand
from .value import Value
from .wording import compact, dash_for_dots

if TYPE_CHECKING:
    import re

_DATE: Final = pattern(
    r"(?<![0-9.])((?:19|20|21)[0-9]{2})([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?(?![0-9])"
)
_FIGURES: Final = pattern(r"[-0-9/.]+(?:\.\.|至|到)?[-0-9/.]*")


class When(Value, frozen=True):
    """A date, a span, or words about time.

    3-8, 3/8 and 3.8 are 8 March, because this stands where dates stand; March to August is
    3-8月. Words that are not understood are kept and leave every other attribute empty.

    Attributes:
        text: The words of the user.
        year: Year, where one is written.
        month: First month 1-12, where one is written.
        day: First day 1-31, where one is written.
        last_year: Year of the end of a span, where it is written there.
        last_month: Last month of a span.
        last_day: Last day of a span.
        part: 初, 上旬, 中旬, 中下旬, 下旬, 底 or 末: the part of the (first) month; without one, of
            the month that stands above, or of what recurs.
        last_part: The part of the last month of a span.
        before: The time is a limit: 3月底前, 6月30日之前.
        about: The time is rough: 国庆前后.
        weekday: 1 (Monday) to 7, where one is written: 3月8日（星期一）, 每周五.
        recurring: 日, 周, 旬, 月, 季度, 半年, 年, 学期 or 学年 for what comes again: 每月, 每周五.
        interval: Every how many of them: 2 for 每两个月.
        anchor: The festival that the words lean on, under its usual name: 三八, 国庆.
        impossible: A date is written that no calendar has: 2027-02-30.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_year: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    part: str = ""
    last_part: str = ""
    before: bool = False
    about: bool = False
    weekday: int | None = None
    recurring: str = ""
    interval: int = 1
    anchor: str = ""
    impossible: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """What ``text`` says about time; never fails."""
        text = text.strip()
        meaning: dict[str, Any] = understand(text)
        return cls(text, **meaning)

    @property
    def understood(self) -> bool:
        """Whether the words name a time, a recurrence or a festival."""
        return bool(self.month or self.day or self.recurring or self.anchor)

    def date(self) -> dt.date | None:
        """The day, if the words name exactly one day of one year."""
        if not (self.year and self.month and self.day) or self.last_day or self.recurring:
            return None
        return dt.date(self.year, self.month, self.day)

    def span(self, year: int) -> tuple[dt.date, dt.date] | None:
        """First and last day, in ``year`` where none is written; ``None`` without a month.

        初 is read as the 1st to the 10th, 底 and 末 as the 21st to the last day. A span that ends
        in an earlier month than it begins ends in the next year.
        """
        if self.month is None or self.recurring:
            return None
        first_year = self.year or year
        last_month = self.last_month or self.month
        last_year = self.last_year or first_year + (last_month < self.month)
        last_part = self.last_part if self.last_month or self.last_day else self.part
        first = self.day or PARTS.get(self.part, (1, 31))[0]
        last_day = self.last_day or (None if self.last_month else self.day)
        last = last_day or PARTS.get(last_part, (1, 31))[1]
        return _day(first_year, self.month, first), _day(last_year, last_month, last)

    def in_words(self) -> str:
        """As it is printed: ISO dates become 2027年3月8日, words stay as they are."""
        words = compact(self.text)
        if not self.understood:
            return self.text
        if _FIGURES.fullmatch(words):
            return self._in_figures()
        return dash_for_dots(_DATE.sub(_spelled, self.text))

    def _in_figures(self) -> str:
        """Dates that were written in figures only; the end of a span repeats no year or month."""
        year = f"{self.year}年" if self.year else ""
        month = f"{self.month}月" if self.month else ""
        start = f"{year}{month}" + (f"{self.day}日" if self.day else "")
        last_year = f"{self.last_year}年" if self.last_year not in (None, self.year) else ""
        moved = last_year or self.last_month not in (None, self.month)
        last_month = f"{self.last_month}月" if self.last_month and moved else ""
        end = f"{last_year}{last_month}" + (f"{self.last_day}日" if self.last_day else "")
        return f"{start}—{end}" if end else start


def _spelled(date: re.Match[str]) -> str:
    day = f"{int(date[4])}日" if date[4] else ""
    return f"{date[1]}年{int(date[3])}月{day}"


def _day(year: int, month: int, day: int) -> dt.date:
    """That day, or the last one of a shorter month."""
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))
