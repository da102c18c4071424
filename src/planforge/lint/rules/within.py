"""PF3: times held against the period, the month entry and the larger task they belong to."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.covered import period as covered
from planforge.lint.days import overlap, span_in
from planforge.lint.rule import ERROR, WARNING, rule
from planforge.lint.work import times, works
from planforge.model.schedule import Activity
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.days import Span
    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject
    from planforge.model.months import Months
    from planforge.model.period import Period
    from planforge.model.when import When

_PLANNED: Final = ("date", "when")
# What a school plan does in the last days of the holidays belongs to the term that follows.
_SLACK: Final = {"term": dt.timedelta(days=31), "school_year": dt.timedelta(days=31)}
_YEAR: Final = dt.timedelta(days=364)
# Sections that speak about another time than the period.
_ELSEWHERE: Final = frozenset({"review", "attachments"})
_DAY: Final = pattern(
    r"(?:(?P<year>20[0-9]{2})年)?(?<![0-9至到—-])(?P<month>[0-9]{1,2})月[0-9]{1,2}[日号號](?![之以]?前|截止)"
)


def _bounds(period: Period) -> Span:
    slack = _SLACK.get(period.kind, dt.timedelta())
    return period.start - slack, period.end + slack


@rule("PF304", "outside-period", "活动时间在计划期外", ERROR, needs_plan=True)
def activities(subject: Subject) -> Iterator[Finding]:
    """An activity, a stage or a month of the schedule that lies outside the period."""
    period, schedule = subject.once(covered), subject.plan.schedule
    if period is None:
        return
    for number, entry in enumerate(schedule.entries if schedule else ()):
        if entry.months and entry.months.months and not _touches(period, entry.months):
            loc = ("schedule", "entries", number, "months")
            yield _outside(subject, loc, entry.months.in_words(), period)
    for one in subject.once(times):
        if one.field in _PLANNED and not _lies_in(period, one.when):
            yield _outside(subject, one.loc, one.when.text, period)


@rule("PF311", "deadline-outside-period", "期限在计划期外", ERROR, needs_plan=True)
def deadlines(subject: Subject) -> Iterator[Finding]:
    """A deadline after the end of the period, or before it begins."""
    period = subject.once(covered)
    for one in subject.once(times) if period else ():
        if period is None or one.field != "due" or one.work.section in _ELSEWHERE:
            continue
        if not _lies_in(period, one.when):
            yield _outside(subject, one.loc, one.when.text, period)


@rule("PF310", "outside-its-month", "活动日期不在所列月份", ERROR, needs_plan=True)
def months(subject: Subject) -> Iterator[Finding]:
    """An activity that stands under one month and is dated in another."""
    hint = _("correct the date, or move the activity to its month")
    message = _("{date} is not in {months}")
    for one in subject.once(works):
        activity, entry = one.point, one.month.months if one.month else None
        if entry is None or not isinstance(activity, Activity):
            continue
        if not entry.months or entry.every:
            continue
        when = activity.date
        if when and when.month and not _in_months(entry, when):
            words = message.format(date=when.text, months=entry.in_words())
            yield subject.at((*one.loc, "date"), words, hint=hint)
        found = None if when else _DAY.search(activity.title)
        if found and int(found["month"]) not in entry.months:
            words = message.format(date=found[0], months=entry.in_words())
            yield subject.at((*one.loc, "title"), words, hint=hint, at_most=WARNING)


@rule("PF315", "part-after-whole", "分项晚于总项", WARNING, needs_plan=True)
def parts(subject: Subject) -> Iterator[Finding]:
    """A part of a task that is due after the task itself."""
    period = subject.once(covered)
    dues = [one for one in subject.once(times) if one.field == "due"]
    of_points = {id(one.work.point): one.when for one in dues}
    for one in dues if period else ():
        whole = of_points.get(id(one.work.above.point)) if one.work.above else None
        if period is None or whole is None:
            continue
        part_ends, whole_ends = span_in(period, one.when), span_in(period, whole)
        if part_ends and whole_ends and part_ends[1] > whole_ends[1]:
            yield subject.at(
                one.loc,
                _("{part} is later than {whole}, when all of it is due").format(
                    part=one.when.text, whole=whole.text
                ),
                hint=_("correct one of the two deadlines"),
            )


def _outside(subject: Subject, loc: tuple[int | str, ...], words: str, period: Period) -> Finding:
    return subject.at(
        loc,
        _("{words} is outside the period {period}").format(words=words, period=period.text),
        hint=_("correct the time or the period"),
    )


def _lies_in(period: Period, when: When) -> bool:
    """Whether some of the time lies in the period; also where the words name no month."""
    if when.recurring or (when.year is None and _whole_year(period)):
        return True
    days = span_in(period, when)
    return days is None or overlap(days, _bounds(period))


def _touches(period: Period, months: Months) -> bool:
    if months.year is None and _whole_year(period):
        return True
    bounds = _bounds(period)
    first = months.months[0]
    years = (months.year,) if months.year else range(bounds[0].year - 1, bounds[1].year + 1)
    # The year is that of the first month; 11月-1月 goes on in the next.
    return any(
        overlap(_whole(year + (month < first), month), bounds)
        for year in years
        for month in months.months
    )


def _whole_year(period: Period) -> bool:
    """Whether every month, however it is meant, lies in the period."""
    return period.end - period.start >= _YEAR


def _whole(year: int, month: int) -> Span:
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, 1), dt.date(year, month, last)


def _in_months(entry: Months, when: When) -> bool:
    first = when.month or 1
    last = when.last_month or first
    named = {(first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1)}
    if named & set(entry.months):
        return True
    # 5月1日前 and 国庆前后 may well be done in the month before.
    if when.before or when.about:
        return first % 12 + 1 in entry.months or (first - 2) % 12 + 1 in entry.months
    return False
