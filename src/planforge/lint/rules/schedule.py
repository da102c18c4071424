"""PF3: the schedule as a whole: gaps, order, repetitions, holidays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.covered import period as covered
from planforge.lint.rule import INFO, WARNING, rule
from planforge.lint.work import brief
from planforge.model.wording import fold
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject
    from planforge.model.months import Months
    from planforge.model.period import Period
    from planforge.model.schedule import ScheduleEntry

_YEAR: Final = 12
# Fewer months with activities than this share of the period are a choice, not a list with gaps.
_MONTHLY: Final = 0.8
_PART: Final = pattern("[旬日号號初中底末周週半节節前后後期]")
_NO_WORDS: Final = pattern(r"[\W_]+")
# The months in which the holidays of a school lie, whatever the plan says it is.
_HOLIDAYS: Final = frozenset({1, 2, 7, 8})
_OF_SCHOOLS: Final = frozenset({"term", "school_year"})
_HOLIDAY_WORDS: Final = (
    *(
        "暑",
        "假",
        "值班",
        "培训",
        "培訓",
        "研修",
        "疗休养",
        "療休養",
        "休养",
        "休養",
        "新学期",
        "新學期",
    ),
    *(
        "开学",
        "開學",
        "招生",
        "录取",
        "錄取",
        "军训",
        "軍訓",
        "迎新",
        "报到",
        "報到",
        "毕业",
        "畢業",
    ),
    *(
        "建军节",
        "建軍節",
        "八一",
        "防汛",
        "高温",
        "高溫",
        "清凉",
        "清涼",
        "托管",
        "夏令营",
        "夏令營",
    ),
    *("总结", "總結", "计划", "計劃", "計畫", "工资", "工資"),
)


@rule("PF109", "month-without-activity", "有月份没有活动", INFO, needs_plan=True)
def gaps(subject: Subject) -> Iterator[Finding]:
    """Months of the period for which a schedule that goes month by month has nothing."""
    plan = subject.plan
    period = subject.once(covered)
    if plan.schedule is None or period is None:
        return
    entries = [entry.months for entry in plan.schedule.entries if entry.months]
    if not entries or any(months.weeks or months.every for months in entries):
        return
    there = {month for months in entries for month in months.months}
    wanted = _months(period)
    free = _numbers(subject, "PF109", "may_be_empty")
    if period.kind in _OF_SCHOOLS:
        free |= _HOLIDAYS
    wanted = [month for month in wanted if month not in free]
    missing = [month for month in wanted if month not in there]
    if missing and len(wanted) - len(missing) >= len(wanted) * _MONTHLY:
        yield subject.at(
            ("schedule",),
            _("the schedule has nothing for {months}").format(
                months="、".join(f"{month}月" for month in missing)
            ),
            hint=_("add an activity, or join the month to another one, such as 七、八月"),
        )


@rule("PF309", "school-vacation", "学校活动排在假期", INFO, needs_plan=True)
def holidays(subject: Subject) -> Iterator[Finding]:
    """An activity of a school in the summer holidays that does not seem to know of them."""
    months = _numbers(subject, "PF309", "months")
    words: Collection[str] = subject.setting("PF309", "words") or _HOLIDAY_WORDS
    for number, entry in _entries(subject):
        if entry.months is None or not entry.months.months or not months:
            continue
        if not months.issuperset(entry.months.months):
            continue
        said = entry.theme + entry.text
        for place, activity in enumerate(entry.activities):
            if not any(word in activity.title + said for word in words):
                yield subject.at(
                    ("schedule", "entries", number, "activities", place, "title"),
                    _("{activity} is planned for the holidays").format(
                        activity=brief(activity.title)
                    ),
                    hint=_("move it, or say that it is meant for the holidays"),
                )


@rule("PF312", "schedule-order", "月份顺序或重复", WARNING, needs_plan=True)
def order(subject: Subject) -> Iterator[Finding]:
    """A month that stands behind a later one, or in two places."""
    period = subject.once(covered)
    dated = [(n, e.months) for n, e in _entries(subject) if e.months and e.months.months]
    dated = [(n, months) for n, months in dated if not (months.weeks or months.every)]
    if not dated:
        return
    begins = period.start.month if period else dated[0][1].months[0]
    before, seen = 0, set[tuple[int | None, tuple[int, ...]]]()
    for number, months in dated:
        loc = ("schedule", "entries", number, "months")
        part = bool(_PART.search(months.text))
        at = _at(months, begins, period)
        if (months.year, months.months) in seen and not part:
            yield subject.at(
                loc,
                _("{month} stands in the schedule twice").format(month=months.in_words()),
                hint=_("join the two entries"),
            )
        elif at < before:
            yield subject.at(
                loc,
                _("{month} stands behind a later month").format(month=months.in_words()),
                hint=_("put the months in their order"),
            )
        before = max(at, before)
        if not part:
            seen.add((months.year, months.months))


@rule("PF314", "repeated-activity", "同月活动重复", WARNING, needs_plan=True)
def repeated(subject: Subject) -> Iterator[Finding]:
    """The same activity twice in one entry of the schedule."""
    for number, entry in _entries(subject):
        seen: set[str] = set()
        for place, activity in enumerate(entry.activities):
            words = _NO_WORDS.sub("", fold(activity.title))
            what = f"{words}|{activity.date or ''}|{activity.place}|{activity.audience}"
            if what in seen:
                yield subject.at(
                    ("schedule", "entries", number, "activities", place, "title"),
                    _("{activity} stands there twice").format(activity=brief(activity.title)),
                    hint=_("take one of the two out, or say how they differ"),
                )
            seen.add(what)


@rule("PF316", "same-day-and-place", "时间地点冲突", WARNING, needs_plan=True)
def clashes(subject: Subject) -> Iterator[Finding]:
    """Two activities on the same day, at the same hour where one is told, and in the same place."""
    taken: dict[tuple[str, str], str] = {}
    for number, entry in _entries(subject):
        for place, activity in enumerate(entry.activities):
            when = activity.date
            if when is None or not activity.place or not when.day or when.last_day:
                continue
            key = ("".join(fold(when.in_words()).split()), "".join(activity.place.split()))
            if taken.get(key, activity.title) != activity.title:
                yield subject.at(
                    ("schedule", "entries", number, "activities", place, "date"),
                    _("{activity} and {other} are on {date} at {place}").format(
                        activity=brief(activity.title),
                        other=brief(taken[key]),
                        date=when.in_words(),
                        place=activity.place,
                    ),
                    hint=_("write the hours, or move one of the two"),
                )
            taken.setdefault(key, activity.title)


def _numbers(subject: Subject, code: str, name: str) -> frozenset[int]:
    """A setting that lists months."""
    written = subject.setting(code, name) or ()
    return frozenset(int(one) for one in written if str(one).isdecimal())


def _entries(subject: Subject) -> Sequence[tuple[int, ScheduleEntry]]:
    schedule = subject.plan.schedule
    return [*enumerate(schedule.entries)] if schedule else []


def _months(period: Period) -> list[int]:
    """The months of a period of at most a year, in their order."""
    found = [month for _year, month in period.months]
    return found if len(found) <= _YEAR else []


def _at(months: Months, begins: int, period: Period | None) -> int:
    """Where the first month stands in the year of the plan; a holiday before it counts as 0."""
    if months.year and period:
        return (months.year - period.start.year) * _YEAR + months.months[0] - begins
    place = (months.months[0] - begins) % _YEAR
    early = period and period.kind in {"term", "school_year"} and place == _YEAR - 1
    return 0 if early else place
