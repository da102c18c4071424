"""PF3: days that no calendar has, ranges that run backwards, weekdays that do not fit."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from planforge.language import _
from planforge.lint.covered import period as covered
from planforge.lint.days import days, exists, year_in
from planforge.lint.other_years import other_years
from planforge.lint.passages import PRINTED, Role
from planforge.lint.rule import ERROR, WARNING, rule
from planforge.lint.work import times
from planforge.model.numerals import number
from planforge.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from planforge.lint.days import Day
    from planforge.lint.finding import Finding
    from planforge.lint.prose import Hit
    from planforge.lint.subject import Loc, Subject
    from planforge.model.when import When

_WEEK: Final = "一二三四五六日"
_SCHEDULE: Final = "schedule"
_LONGEST_DAY: Final = 31
_LEAP_DAY: Final = (2, 29)
_EVENING: Final = 18

# 3月10日至5日, 10日—5日, 16:30—14:00: found by what parts both ends, then read backwards. An
# expression that begins with one character is searched for twice as fast as with several.
_TO: Final = "[-‐–—―－~～至到]"
_SMALL: Final = "(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})"
_LAST_DAY: Final = pattern(rf"{_TO}{_TO}*[ ]?(?:(?P<same>{_SMALL})月)?(?P<last>{_SMALL})[日号號]")
_FIRST_DAY: Final = pattern(
    rf"(?<![0-9一二三四五六七八九十])(?:(?P<month>{_SMALL})月(?P<first>{_SMALL})[日号號]?"
    rf"|(?P<bare>{_SMALL})[日号號])[ ]?$"
)
_LAST_TIME: Final = pattern(
    rf"[:：](?P<m1>[0-5][0-9])[ ]?{_TO}+[ ]?(?P<h2>[01]?[0-9]|2[0-4])"
    r"[:：](?P<m2>[0-5][0-9])(?![0-9])"
)
_FIRST_TIME: Final = pattern(r"(?<![0-9:：.])(?:[01]?[0-9]|2[0-4])$")
_BEFORE: Final = 9


class _Timed(Struct, frozen=True):
    """A field that holds a time."""

    loc: Loc
    when: When


def _times(subject: Subject) -> tuple[_Timed, ...]:
    """Every field of the plan that holds a time."""
    plan = subject.plan
    found = [_Timed(one.loc, one.when) for one in subject.once(times)]
    if plan.signature and plan.signature.date:
        found.append(_Timed(("signature", "date"), plan.signature.date))
    if plan.layout.issue and plan.layout.issue.printed_on:
        found.append(_Timed(("layout", "issue", "printed_on"), plan.layout.issue.printed_on))
    return tuple(found)


@rule("PF303", "impossible-date", "不存在的日期", ERROR, needs_plan=True)
def impossible(subject: Subject) -> Iterator[Finding]:
    """A day that no calendar has: 2月30日, 4月31日, 29 February of a common year."""
    hint = _("correct the day or the month")
    for one in subject.once(_times):
        if one.when.impossible or _no_leap_day(subject, one.when):
            message = _("{words} does not exist").format(words=one.when.text)
            yield subject.at(one.loc, message, hint=hint)
    for day in subject.once(days):
        if day.hit.passage.role is Role.TIME:
            continue
        meant: tuple[int | None, ...] = _years(subject, day) or (None,)
        lacking = not any(exists(year, day.month, day.day) for year in meant)
        if lacking and day.day <= _LONGEST_DAY + 1:
            message = _("{words} does not exist").format(words=day.hit.words)
            yield subject.hit(day.hit, message, hint=hint)


@rule("PF305", "range-reversed", "起止颠倒", ERROR, needs_plan=True)
def reversed_(subject: Subject) -> Iterator[Finding]:
    """A range of days, hours or months that ends before it begins."""
    hint = _("swap the two ends, or write the month or year of the second")
    for hit in subject.prose.find(_LAST_DAY, telling="日号號", roles=PRINTED):
        start = max(hit.start - _BEFORE, 0)
        first = _FIRST_DAY.search(hit.passage.text[start : hit.start])
        if first and _runs_back(first, hit.match):
            yield _turned(subject, hit, start + first.start(), hint)
    for hit in subject.prose.find(_LAST_TIME, telling=":：", roles=PRINTED):
        start = max(hit.start - _BEFORE, 0)
        first = _FIRST_TIME.search(hit.passage.text[start : hit.start])
        if first is None or int(first[0]) >= _EVENING:
            continue
        if (int(hit.match["h2"]), hit.match["m2"]) < (int(first[0]), hit.match["m1"]):
            found = _turned(subject, hit, start + first.start(), _("correct the time"))
            yield replace(found, at_most=WARNING)
    for one in subject.once(_times):
        if one.when.year and one.when.last_year and _ends(one.when):
            message = _("{words} ends before it begins").format(words=one.when.text)
            yield subject.at(one.loc, message, hint=hint)
    yield from _months(subject)


@rule("PF306", "weekday-mismatch", "日期与星期不符", ERROR, needs_plan=True)
def weekday(subject: Subject) -> Iterator[Finding]:
    """A weekday that the day does not have in its year."""
    for day in subject.once(days):
        if day.weekday is None:
            continue
        meant = [year for year in _years(subject, day) if exists(year, day.month, day.day)]
        right = [dt.date(year, day.month, day.day) for year in meant]
        if not right or day.weekday in map(dt.date.isoweekday, right):
            continue
        value = day.hit.passage.node.value
        name = _WEEK[right[0].isoweekday() - 1]
        yield subject.within(
            day.hit.passage.node,
            day.weekday_at,
            day.weekday_at + 1,
            _("{date} is {right}, not {wrong}").format(
                date=right[0],
                wrong="星期" + value[day.weekday_at],
                right="星期" + name,
            ),
            hint=_("correct the weekday or, if the day is wrong, the day"),
            new=name,
            safe=_is_certain(subject, day),
        )


def _years(subject: Subject, day: Day) -> tuple[int, ...]:
    """The years that a day may be of; none where nobody can tell."""
    if day.year is not None:
        return (day.year,)
    period = subject.once(covered)
    other = other_years(day, period)
    if other is not None:
        return other
    own = year_in(period, _possible_month(day.month))
    return (own,) if own is not None else ()


def _is_certain(subject: Subject, day: Day) -> bool:
    """Whether the year stands beside the day, or the day in the schedule of the plan's period."""
    if day.year is not None:
        return True
    # A title may be the very thing that is out of date.
    period = subject.plan.period
    scheduled = period is not None and day.passage.section == _SCHEDULE
    return scheduled and other_years(day, period) is None


def _runs_back(first: re.Match[str], last: re.Match[str]) -> bool:
    """Whether both days are of one month, and the second is the earlier."""
    try:
        begins, ends = (int(number(f)) for f in (first["first"] or first["bare"], last["last"]))
        months = [int(number(f)) for f in (first["month"], last["same"]) if f]
    except ValueError:
        return False
    # 10日至3月5日 begins in the month before.
    same = last["same"] is None or (first["month"] is not None and len({*months}) == 1)
    return same and ends < begins


def _turned(subject: Subject, hit: Hit, start: int, hint: str) -> Finding:
    words = hit.passage.text[start : hit.end]
    message = _("{words} ends before it begins").format(words=words)
    return subject.within(hit.passage.node, start, hit.end, message, hint=hint)


def _possible_month(month: int) -> int:
    return min(max(month, 1), 12)


def _no_leap_day(subject: Subject, when: When) -> bool:
    """Whether 29 February is meant in a year without one; all other days are known to exist."""
    ends = ((when.year, when.month, when.day), (when.last_year, when.last_month, when.last_day))
    for year, month, day in ends:
        if (month, day) == _LEAP_DAY:
            meant = year or when.year or year_in(subject.once(covered), month or 1)
            return not exists(meant, *_LEAP_DAY)
    return False


def _ends(when: When) -> bool:
    begins = (when.year or 0, when.month or 0, when.day or 0)
    ends = (when.last_year or 0, when.last_month or 0, when.last_day or _LONGEST_DAY)
    return ends < begins


def _months(subject: Subject) -> Iterator[Finding]:
    """Entries such as 11月-1月 in a plan for a calendar year."""
    schedule, period = subject.plan.schedule, subject.once(covered)
    if schedule is None or period is None or period.start.year != period.end.year:
        return
    for number_, entry in enumerate(schedule.entries):
        if entry.months and entry.months.backwards:
            yield subject.at(
                ("schedule", "entries", number_, "months"),
                _("{words} runs past the end of {period}").format(
                    words=entry.months.text, period=period.text
                ),
                hint=_("swap the two ends, or write 次年"),
                at_most=WARNING,
            )
