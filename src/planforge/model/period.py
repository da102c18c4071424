"""The period of a plan: 2027, 2026-2027学年第一学期, 2027年上半年, 2027-03..2027-08."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final, Literal, Self

from planforge.language import _
from planforge.patterns import pattern

from .spans import months_of
from .value import Value
from .when import When
from .wording import TO, compact, long_dashes
from .years import FOUR_FIGURES, UNFILLED, YEAR, counts_from_republic, is_plain, year

Kind = Literal["year", "school_year", "term", "half", "quarter", "months"]

_TERMS: Final = {"一": 1, "1": 1, "上": 1, "秋": 1, "二": 2, "2": 2, "下": 2, "春": 2}
_SCHOOL_YEAR: Final = pattern(
    rf"(?P<first>{YEAR})年?(?:(?:{TO}|/)(?P<last>{YEAR}|[0-9]{{2}})年?)?"
    r"(?P<school>学年度?)?(?:第?(?P<term>[一二12上下])学期|(?P<season>[春秋])季?学期)?"
)
_YEARS: Final = pattern(rf"(?P<first>{YEAR})年?度?(?:{TO}(?P<last>{YEAR})年度?)?")
_TWO_YEARS: Final = pattern(rf"{FOUR_FIGURES}(?:{TO}|/){FOUR_FIGURES}")
# Three figures mean a year of the Republic only where 民国, 年度 or 学年 says so.
_LOOSE: Final = pattern(r"(?<![0-9国])1[0-9]{2}(?:年(?!度)|(?![0-9年学]))")
_YEAR_MISSING: Final = pattern(rf"(?<![0-9])({YEAR})(?=[上下前寒暑第一二三四])")
_SHORT_YEAR: Final = pattern(r"(?<=([0-9]{2})[0-9]{2}—)(?=[0-9]{2}年?[学學])")
_SCHOOL_WORD: Final = pattern(r"[学學]年")
_TERM: Final = pattern(r"年?(第?.[学學]期)$")

# By whether the year is one of the Republic.
_FIRST_MONTH: Final = {True: 8, False: 9}
_MONTHS: Final = 12
_KINDS: Final[dict[int, Kind]] = {12: "year", 6: "half", 3: "quarter"}


class Period(Value, frozen=True):
    """What time a plan covers.

    A school year runs from 1 September to 31 August; its first term ends on 31 January, its
    second has the rest of the year with the summer holiday. Where the year is one of the
    Republic (115學年度) it begins on 1 August, as Taiwan's rules for school terms lay down.

    Attributes:
        text: The words of the user.
        kind: What sort of period it is.
        start: First day.
        end: Last day.
    """

    kind: Kind = "year"
    start: dt.date = dt.date.min
    end: dt.date = dt.date.max

    @property
    def years(self) -> range:
        """The years that it touches."""
        return range(self.start.year, self.end.year + 1)

    @property
    def months(self) -> list[tuple[int, int]]:
        """Year and number of every month that it touches, in their order."""
        first = self.start.year * _MONTHS + self.start.month - 1
        last = self.end.year * _MONTHS + self.end.month - 1
        return [(month // _MONTHS, month % _MONTHS + 1) for month in range(first, last + 1)]

    def years_with(self, month: int) -> list[int]:
        """The years in which it touches the month of this number."""
        first, last = (self.start.year, self.start.month), (self.end.year, self.end.month)
        return [year for year in self.years if first <= (year, month) <= last]

    @classmethod
    def parse(cls, text: str) -> Self:
        """The period that ``text`` means.

        Raises:
            ValueError: The words name no period, or no year.
        """
        text = text.strip()
        words = compact(text)
        if is_plain(words):
            return cls(text, "year", dt.date(int(words), 1, 1), dt.date(int(words), 12, 31))
        if UNFILLED.search(words):
            raise ValueError(
                _("the year in {text} is not filled in; write all of it: 2027").format(text=text)
            )
        if words.startswith("1") and _LOOSE.match(words) and "学年" not in words:
            raise ValueError(
                _("{text} has an unclear year; write 民國116年, 116年度 or 2027年").format(
                    text=text
                )
            )
        if "年" not in words and _TWO_YEARS.fullmatch(words):
            raise ValueError(
                _("{text} is unclear; write 2026-2027学年 or 2026-2027年").format(text=text)
            )
        found = cls._years(text, words) or cls._school(text, words) or cls._months(text, words)
        if found is None:
            raise ValueError(
                _("{text} is not a period; write 2027, 2026-2027学年 or 2027年上半年").format(
                    text=text
                )
            )
        if found.end < found.start:
            raise ValueError(_("{text} ends before it begins").format(text=text))
        return found

    @classmethod
    def _years(cls, text: str, words: str) -> Self | None:
        if not (match := _YEARS.fullmatch(words)):
            return None
        first = year(match["first"])
        last = year(match["last"]) if match["last"] else first
        kind: Kind = "year" if first == last else "months"
        return cls(text, kind, dt.date(first, 1, 1), dt.date(last, 12, 31))

    @classmethod
    def _school(cls, text: str, words: str) -> Self | None:
        match = _SCHOOL_YEAR.fullmatch(words)
        if match is None or not (match["school"] or match["season"] or match["last"]):
            return None
        if not (match["school"] or match["season"] or match["term"]):
            return None
        first = year(match["first"])
        if match["last"]:
            last = year(match["last"]) if len(match["last"]) > len("27") else int(match["last"])
            if last not in (first + 1, (first + 1) % 100):
                raise ValueError(
                    _("the school year {text} must name two years in a row").format(text=text)
                )
        term = _TERMS.get(match["term"] or match["season"] or "")
        if match["season"] == "春" and not (match["school"] or match["last"]):
            first -= 1  # 2027年春季学期 closes the school year that began in 2026.
        begins = _FIRST_MONTH[counts_from_republic(match["first"])]
        start = dt.date(first, begins, 1) if term != 2 else dt.date(first + 1, 2, 1)  # noqa: PLR2004  2nd term
        end = dt.date(first + 1, 1, 31) if term == 1 else _last_day(first + 1, begins - 1)
        return cls(text, "term" if term else "school_year", start, end)

    @classmethod
    def _months(cls, text: str, words: str) -> Self | None:
        written, months = months_of(words) or (None, ())
        if written:
            if len(months) != months[-1] - months[0] + 1:
                return None
            kind: Kind = _KINDS.get(len(months), "months")
            return cls(text, kind, dt.date(written, months[0], 1), _last_day(written, months[-1]))
        when = When.parse(words)
        if not when.year or not (days := when.span(when.year)):
            return None
        if when.date() or when.part or when.before or when.about:
            return None
        last = (when.last_year or when.year, when.last_month or 12)
        if last < (when.year, when.month or 1):
            raise ValueError(_("{text} ends before it begins").format(text=text))
        return cls(text, "months", *days)

    def in_words(self) -> str:
        """As it stands in a title: 2027年, 2026—2027学年第一学期, 2027年上半年, 2027年3月—8月."""
        words = compact(self.text)
        if is_plain(words) or re.fullmatch(FOUR_FIGURES, words):
            return f"{words}年"
        if self.kind in {"half", "quarter", "year"}:
            return _YEAR_MISSING.sub(r"\1年", self.text, count=1)
        if self.kind == "months" and (when := When.parse(self.text)).understood:
            return long_dashes(when.in_words())
        full = _SHORT_YEAR.sub(r"\1", long_dashes(self.text).replace("/", "—"))
        if self.kind == "months" or _SCHOOL_WORD.search(full) or "季" in full:
            return full
        return _TERM.sub(r"學年\1" if "學" in full else r"学年\1", full)


def _last_day(in_year: int, month: int) -> dt.date:
    return dt.date(in_year, month, calendar.monthrange(in_year, month)[1])
