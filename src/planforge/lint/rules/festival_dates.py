"""PF3: days that are given for a festival and are not its days."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from planforge.facts import festivals
from planforge.language import _
from planforge.lint.days import days, exists, years
from planforge.lint.other_years import other_years
from planforge.lint.rule import ERROR, rule
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.lint.days import Day
    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject
    from planforge.model.period import Period

# How the texts write the festivals that move through the calendar → their usual names.
_MOVING: Final = {
    "除夕": "除夕",
    "大年三十": "除夕",
    "大年初一": "春节",
    "春节": "春节",
    "春節": "春节",
    "元宵": "元宵",
    "清明": "清明",
    "端午": "端午",
    "七夕": "七夕",
    "中秋": "中秋",
    "重阳": "重阳",
    "重陽": "重阳",
    "腊八": "腊八",
    "臘八": "腊八",
    "冬至": "冬至",
    "正月初一": "春节",
    "正月十五": "元宵",
    "五月初五": "端午",
    "七月初七": "七夕",
    "八月十五": "中秋",
    "九月初九": "重阳",
    "腊月初八": "腊八",
    "母亲节": "母亲节",
    "母親節": "母亲节",
    "父亲节": "父亲节",
    "父親節": "父亲节",
}
_MOVES: Final = "|".join(sorted(_MOVING, key=len, reverse=True))
_BEFORE: Final = pattern(
    rf"(?:^|[^前后後])(?P<name>{_MOVES})[节節]?(?:当天|當天|当日|當日)?(?:[（(]|[为為是即在])$"
)
_BEHIND: Final = pattern(
    rf"(?:[（(][ ]?)?(?:[农農][历曆](?:[^，。、（(]{{2,6}}[，,、 ]?)?)?(?P<name>{_MOVES})[节節]?"
    r"(?:当天|當天|当日|當日)?(?=[ ]*(?:[）)，,。；;、\n]|$))"
)
_RANGE: Final = "至到—-–~～"
_PLAIN: Final = pattern(r"((?:19|20)[0-9]{2}年)?[0-9]{1,2}(月)[0-9]{1,2}([日号號])")
_NEAR: Final = 12
_WITHOUT: Final = frozenset(("除夕", "七夕", "冬至"))


@rule("PF302", "festival-date", "节日日期不对", ERROR, needs_plan=True)
def date(subject: Subject) -> Iterator[Finding]:
    """A wrong day that is given for a festival of the lunar calendar, or for Mother's Day."""
    if not subject.prose.has("节節夕午秋阳陽明宵八至"):
        return
    for day in subject.once(days):
        name = _said_to_be(day)
        if not name:
            continue
        possible = _years(day, subject.plan.period)
        right = [
            one.first
            for year in possible
            for one in festivals.occurrences(name, year, subject.region)
        ]
        if not right or not exists(None, day.month, day.day):
            continue
        if any((one.month, one.day) == (day.month, day.day) for one in right):
            continue
        nearest = min(right, key=lambda one: abs(one - _in_year(day, one.year)))
        yield subject.within(
            day.passage.node,
            day.start,
            day.end,
            _("{festival} is on {date}").format(festival=_shown(name), date=nearest),
            hint=_("correct the day"),
            new=_written(day.words, nearest),
            safe=False,
        )


def _years(day: Day, period: Period | None) -> Sequence[int]:
    if day.year is not None:
        return (day.year,)
    other = other_years(day, period)
    return years(period) if other is None else other


def _said_to_be(day: Day) -> str:
    """The festival that a day is said to be; empty where it is only near one."""
    value = day.passage.text
    behind = value[day.end : day.end + 2 * _NEAR]
    before = value[max(day.start - _NEAR, 0) : day.start]
    if (behind and behind[0] in _RANGE) or (before and before[-1] in _RANGE):
        return ""
    if found := _BEFORE.search(before):
        closed = before[-1] not in "（(" or behind[:1] in "）)，,"
        return _MOVING[found["name"]] if closed else ""
    found = _BEHIND.match(behind)
    return _MOVING[found["name"]] if found else ""


def _written(words: str, day: dt.date) -> str | None:
    """The right day in the form of the wrong one; ``None`` for a form that is not simple."""
    match = _PLAIN.fullmatch(words)
    if match is None:
        return None
    year = f"{day.year}年" if match[1] else ""
    return f"{year}{day.month}{match[2]}{day.day}{match[3]}"


def _shown(name: str) -> str:
    return name if name in _WITHOUT or name.endswith("节") else f"{name}节"


def _in_year(day: Day, year: int) -> dt.date:
    return dt.date(year, day.month, min(day.day, 28))
