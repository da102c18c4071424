"""PF3: festivals in months and on days on which they are not."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.facts import festivals
from planforge.language import _
from planforge.lint.days import years
from planforge.lint.rule import ERROR, rule
from planforge.lint.work import known_fields, works
from planforge.model.festivals import FESTIVALS
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planforge.facts.festivals import Days
    from planforge.lint.finding import Finding
    from planforge.lint.passages import Passage
    from planforge.lint.subject import Subject
    from planforge.model.months import Months
    from planforge.model.period import Period

# 三八 and its like are numbers as well: they mean the day in quotation marks or before such words.
_NUMBERS: Final = frozenset(("三八", "五一", "五四", "六一", "七一", "八一", "十一"))
_NOT_NAMES: Final = frozenset(
    ("3.8", "3·8", "5.1", "5·1", "6.1", "6·1", "7.1", "7·1", "8.1", "8·1")
)
# Words for the time around it, and those that mean different days.
_VAGUE: Final = frozenset(("新春", "新年", "党的生日", "女神节", "双十", "两节", "双节", "十一"))
_HONOURS: Final = (
    "(?!劳动奖|奖章|巾帼|红旗|先锋|口号|广场|奖状|路|中学|小学|学校|奖|表彰先进|精神|代表)"
)
_TELLING: Final = "节節三五六七八元清中重端国國青护護记記医醫植安宪憲"
_TELLING_SET: Final = frozenset(_TELLING)
_SIMPLIFIED: Final = str.maketrans(
    "節陽國慶婦勞動際師親護黨軍兒記憲環衛醫產臘", "节阳国庆妇劳动际师亲护党军儿记宪环卫医产腊"
)
_WORDS: Final = ("title", "text")
# What is done long before the day, and what is done after it.
_PREPARING: Final = pattern(
    "筹备|准备|评选|推荐|推选|启动|方案|部署|报名|申报|排练|预赛|初赛|选拔|摸底|策划|征集|迎|彩排|动员"
    "|籌備|準備|評選|推薦|啟動|報名|申報|排練|預賽|選拔|徵集"
)
_AFTERWARDS: Final = pattern("总结|表彰|回顾|收尾|节后|之后|补|延续|系列|读书|评比|總結|補|節後|後")
# What names the festivals of a whole year, and is done once for all of them.
_ALL_YEAR: Final = pattern(
    "全年|年度|年内|每逢|逢年过节|传统节日|重大节日|重要节日|等节日|各节日|节假日|制定|制订|方案|计划|预算"
    "|年內|傳統节日|制訂|計劃|計畫|預算"
)
_QUOTES: Final = dict.fromkeys(map(ord, "“”\"'‘’「」"))
_LONG: Final = 3


class _Named(Struct, frozen=True):
    """A festival that an activity names."""

    name: str
    words: str
    start: int
    end: int


@rule("PF301", "festival-month", "节日与月份不符", ERROR, needs_plan=True)
def month(subject: Subject) -> Iterator[Finding]:
    """An activity for a festival that stands under a month in which it is over, or far away."""
    if subject.plan.schedule is None or not subject.prose.has(_TELLING):
        return
    for one in subject.once(works):
        if one.month is None or (months := one.month.months) is None or months.every:
            continue
        if not months.months or months.weeks:
            continue
        for field in known_fields(type(one.point), _WORDS):
            text = getattr(one.point, field)
            if not text or _TELLING_SET.isdisjoint(text):
                continue
            if _misplaced(text, months, subject) is None:
                continue
            passage = subject.passage((*one.loc, field))
            if passage and (wrong := _misplaced(passage.text, months, subject)):
                yield _found(subject, passage, months, wrong)


def _misplaced(text: str, months: Months, subject: Subject) -> _Named | None:
    """The first festival that is not where it belongs."""
    text = text.translate(_SIMPLIFIED)
    named = list(_named(text))
    known = {one.name: _days(one.name, subject) for one in named}
    fitting = {one.name: _fitting(known[one.name], text, months, subject) for one in named}
    # 元旦、春节慰问 stands where one of the two is.
    right = [day for days in fitting.values() for day in days]
    for one in named:
        days = known[one.name]
        if not days or fitting[one.name] or (right and _ALL_YEAR.search(text)):
            continue
        if not any(
            abs(_distance(_month_of(day.first), other)) <= 1 for day in days for other in right
        ):
            return one
    return None


def _found(subject: Subject, passage: Passage, months: Months, one: _Named) -> Finding:
    when = _usual(one.name, subject.plan.period, subject.region)
    if when:
        message = _("{festival} is on {date}, not in {months}")
    else:
        message = _("{festival} is never in {months}")
    return subject.within(
        passage.node,
        one.start,
        one.end,
        message.format(festival=one.words, date=when, months=months.in_words()),
        hint=_("move the activity to its month, or correct the festival"),
    )


def _named(text: str) -> Iterator[_Named]:
    for match in _names().finditer(text):
        name = match["number"] or match["quoted"] or match["name"]
        yield _Named(_usual_names()[name], match[0].translate(_QUOTES), *match.span())


def _days(name: str, subject: Subject) -> list[Days]:
    """When a festival is in the years around the period; empty where nobody knows."""
    return [
        day
        for year in _years_around(subject.plan.period)
        for day in festivals.occurrences(name, year, subject.region)
    ]


def _fitting(days: Iterable[Days], text: str, months: Months, subject: Subject) -> list[dt.date]:
    """Those days of a festival that are in one of the months, or in the one behind it."""
    far = _LONG if _PREPARING.search(text) else 1
    near = -_LONG if _AFTERWARDS.search(text) else 0
    places = list(_months(subject.plan.period, months))
    return [
        day.first
        for day in days
        if any(
            near <= _distance(place, day.first) <= far or place == _month_of(day.last)
            for place in places
        )
    ]


def _months(period: Period | None, months: Months) -> Iterator[tuple[int, int]]:
    """The years and months that an entry means; any year where nothing tells."""
    if months.year:
        later = [*months.months[:1], *months.months[1:]]
        year = months.year
        for before, number in zip([later[0], *later], later, strict=False):
            year += number < before
            yield year, number
        return
    for year in years(period) if period else festivals.years():
        for number in months.months:
            first = dt.date(year, number, 1)
            last = first.replace(day=28)
            if period is None or (first <= period.end and last >= period.start):
                yield year, number


def _years_around(period: Period | None) -> range:
    if period is None:
        return festivals.years()
    return range(period.start.year - 1, period.end.year + 2)


def _month_of(day: dt.date) -> tuple[int, int]:
    return day.year, day.month


def _distance(place: tuple[int, int], day: dt.date) -> int:
    """Months from a month to the one of the day."""
    return 12 * (day.year - place[0]) + day.month - place[1]


def _usual(name: str, period: Period | None, region: str) -> str:
    """The day of the festival; empty where it depends on a year that nobody knows."""
    if period is None:
        found = festivals.occurrences(name, festivals.years()[-1], region)
        return f"{found[0].first:%m-%d}" if found and not festivals.is_lunar(name) else ""
    wanted = [
        day.first for year in years(period) for day in festivals.occurrences(name, year, region)
    ]
    within = [day for day in wanted if period.start <= day <= period.end]
    return str(next(iter(within or wanted)))


@cache
def _usual_names() -> dict[str, str]:
    more = {
        name: name for name in ("除夕", "学雷锋纪念日", "全国消防日", "国家公祭日", "烈士纪念日")
    }
    known = {
        name: usual
        for usual, also in FESTIVALS.items()
        for name in (usual, *also)
        if name not in _VAGUE | _NOT_NAMES
    }
    return known | more


@cache
def _names() -> re.Pattern[str]:
    plain = sorted(set(_usual_names()) - _NUMBERS, key=len, reverse=True)
    number = "|".join(sorted(_NUMBERS & set(_usual_names())))
    return pattern(
        rf"[“\"‘「](?P<quoted>{number})[”\"’」](?:国际)?(?:劳动|妇女|青年|儿童|建党|建军)*节?{_HONOURS}"
        rf"|(?P<number>{number})(?=(?:国际)?(?:劳动|妇女|青年|儿童|建党|建军)*节|建党|建军)"
        # 王国庆 is a person, 政治清明 and 清明上河图 are no days.
        rf"|(?<![王李张刘陈杨赵黄周吴徐孙])(?<!政治)(?P<name>{'|'.join(map(re.escape, plain))})"
        rf"节?{_HONOURS}(?!上河)"
    )
