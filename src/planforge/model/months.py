"""Months as people write them: 3, 七、八月, 4—7月, 十一月份-十二月份, 一季度, 上半年, 第3周."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Self, TypeAlias

from pydantic_core import CoreSchema, core_schema

from planforge.language import _
from planforge.patterns import pattern

from .numerals import number
from .spans import LIST, NEXT_YEAR, SMALL, THIS_YEAR, months_of
from .value import Value
from .when import When
from .wording import TO, compact, dash_for_dots
from .years import YEAR, year

if TYPE_CHECKING:
    import re

    _Ends: TypeAlias = tuple[re.Match[str], re.Match[str]]

_LAST_MONTH: Final = 12
_LAST_WEEK: Final = 53

_ONE: Final = pattern(
    rf"(?:(?P<year>{YEAR})年度?|{THIS_YEAR}|(?P<next>{NEXT_YEAR}))?"
    rf"(?P<month>{SMALL}|元)(?P<unit>月份?)?"
)
_WEEK: Final = rf"第?{SMALL}周?次?"
_WEEKS: Final = pattern(
    rf"(?:(?:(?P<year>{YEAR})年)?(?P<month>{SMALL}|元)月份?)?"
    rf"(?P<weeks>(?:第{SMALL}|{SMALL}(?={TO}|{LIST}))周?(?:(?:{TO}|{LIST}){_WEEK})*)(?<=[周次])"
)
_SMALL: Final = pattern(SMALL)
_LIST: Final = pattern(LIST)
_TO: Final = pattern(TO)
_EACH: Final = ("每", "各", "逐", "按")
_EVERY: Final = pattern(r"(?:每|各|逐|按)(?:个)?(月份?|季度?)")
_ISO: Final = pattern(r"((?:19|20|21)[0-9]{2})[-/.]([0-9]{1,2})(?![0-9]|[-/.][0-9]{1,2}(?![0-9]))")
_DATED: Final = pattern(r"[0-9]{4}[-/.]")
_LEADING_ZERO: Final = pattern(r"(?<![0-9])0(?=[0-9](?![0-9]))")
_FIGURES: Final = pattern(rf"[0-9]{{1,2}}(?:(?:{TO}|{LIST})[0-9]{{1,2}})*")
_REMARK: Final = pattern(r"\([^()]*\)$")
_NAMED: Final = pattern(r"[月年]|[0-9]{4}")
# What most entries say; the forms of all the others need not be compiled for it.
_PLAIN: Final = frozenset(map(str, range(1, 13)))
_SEPARATORS: Final = frozenset("-/.")
_LUNAR: Final = ("农历", "阴历", "腊月", "正月", "冬月", "闰")


class Months(Value, frozen=True):
    """One or more months, or weeks of a term.

    Words such as 3月上旬 and dates are read as the months they lie in.

    Attributes:
        text: The words of the user.
        months: Month numbers 1-12 in the order written; empty for weeks of a term.
        year: The year, where one is written; that of the first month.
        weeks: First and last week, of the term or, where ``months`` names one, of the month;
            ``None`` where whole months are meant.
        every: 月 or 季度 for what recurs (每月, 每季度); ``months`` is then the whole year.
        backwards: A range runs past December without 次年 or a later year, as 11月-1月 does;
            it is read across the turn of the year.
    """

    months: tuple[int, ...] = ()
    year: int | None = None
    weeks: tuple[int, int] | None = None
    every: str = ""
    backwards: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """The months or weeks that ``text`` means.

        Raises:
            ValueError: The words name no month or week.
        """
        text = text.strip()
        words = compact(text)
        if words.removesuffix("月") in _PLAIN:
            return cls(text, (int(words.removesuffix("月")),))
        words = _REMARK.sub("", words) if words.endswith(")") else words
        words = words if _SEPARATORS.isdisjoint(words) else _ISO.sub(r"\1年\2月", words)
        if any(lunar in words for lunar in _LUNAR):
            raise ValueError(
                _("{text} is a lunar month; write the solar one, such as 1月").format(text=text)
            )
        if words.startswith(_EACH) and (every := _EVERY.fullmatch(words)):
            unit = "季度" if every[1].startswith("季") else "月"
            return cls(text, tuple(range(1, _LAST_MONTH + 1)), every=unit)
        if span := months_of(words):
            return cls(text, span[1], span[0])
        if words.endswith(("周", "次")) and (weeks := _WEEKS.fullmatch(words)):
            return cls._of_weeks(text, weeks)
        if ("月" in words or _FIGURES.fullmatch(words)) and (ranges := _ranges(words)):
            return cls._listed(text, ranges)
        when = When.parse(words)
        # 7.8 may be 8 July or July and August: too unclear here.
        if when.month is None or when.recurring or not _NAMED.search(words):
            raise _not_a_month(text)
        months = _range(when.month, when.last_month or when.month)
        return cls(text, months, when.year)

    @classmethod
    def _of_weeks(cls, text: str, match: re.Match[str]) -> Self:
        weeks = [int(number(figure)) for figure in _SMALL.findall(match["weeks"])]
        if not 1 <= weeks[0] <= weeks[-1] <= _LAST_WEEK:
            raise ValueError(_("the weeks in {text} cannot be right").format(text=text))
        months = (_month(match["month"], text),) if match["month"] else ()
        written = year(match["year"]) if match["year"] else None
        return cls(text, months, written, (weeks[0], weeks[-1]))

    @classmethod
    def _listed(cls, text: str, ranges: list[_Ends]) -> Self:
        months: list[int] = []
        first_year: int | None = None
        backwards = False
        for ends in ranges:
            first, last = (_month(end["month"], text) for end in ends)
            years = [year(end["year"]) if end["year"] else None for end in ends]
            first_year = years[0] if first_year is None else first_year
            later = bool(ends[1]["next"]) or years[0] != (years[1] or years[0])
            if years[0] and years[1] and (years[1], last) < (years[0], first):
                raise ValueError(_("{text} ends before it begins").format(text=text))
            backwards |= last < first and not later
            months.extend(_range(first, last, whole=later and last >= first))
        return cls(text, tuple(dict.fromkeys(months)), first_year, backwards=backwards)

    @classmethod
    def looks_like(cls, text: str) -> bool:
        """Whether `parse` understands ``text``."""
        try:
            cls.parse(text)
        except ValueError:
            return False
        return True

    def in_words(self) -> str:
        """As it is printed: bare figures get their 月, ISO dates are spelled out, words stay."""
        words = compact(self.text)
        if words in _PLAIN:
            return f"{words}月"
        if _FIGURES.fullmatch(words):
            figures = _LEADING_ZERO.sub("", _LIST.sub("、", _TO.sub("—", words)))
            return f"{figures}月"
        if _DATED.search(words) and (when := When.parse(self.text)).understood:
            return when.in_words()
        return dash_for_dots(_ISO.sub(_spelled, self.text))

    @classmethod
    def _read(cls, value: Any) -> Self:
        if isinstance(value, list | tuple) and value:
            words = "、".join(str(part).strip() for part in value)
            needs_its_unit = not cls.looks_like(words) and cls.looks_like(words + "月")
            return cls.parse(words + "月" if needs_its_unit else words)
        return super()._read(value)

    @classmethod
    def _input_schema(cls) -> CoreSchema:
        one = Value._input_schema()  # noqa: SLF001  the same family
        return core_schema.union_schema([one, core_schema.list_schema(one)])


def _spelled(date: re.Match[str]) -> str:
    return f"{date[1]}年{int(date[2])}月"


def _ranges(words: str) -> list[_Ends]:
    """Both ends of each part of a list of months, the same twice for a single month.

    Empty when the words are no such list.
    """
    ranges = []
    for part in _LIST.split(words):
        first, *more = map(_ONE.fullmatch, _TO.split(part))
        last = more[-1] if more else first
        if first is None or last is None or len(more) > 1:
            return []
        ranges.append((first, last))
    return ranges


def _month(figure: str, text: str) -> int:
    month = 1 if figure == "元" else int(number(figure))
    if not 1 <= month <= _LAST_MONTH:
        raise ValueError(_("{text} is not a month; months run from 1 to 12").format(text=text))
    return month


def _range(first: int, last: int, *, whole: bool = False) -> tuple[int, ...]:
    """The months from ``first`` to ``last``, past December if need be; at most a year."""
    count = _LAST_MONTH if whole else (last - first) % _LAST_MONTH + 1
    return tuple((first - 1 + i) % _LAST_MONTH + 1 for i in range(count))


def _not_a_month(text: str) -> ValueError:
    return ValueError(
        _("{text} is not a month; write 3, 七、八月, 4-7, 一季度 or 上半年").format(text=text)
    )
