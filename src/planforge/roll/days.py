"""Days: those of the lunar festivals move, weekdays follow, the 29th of February may go."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from planforge.facts import festivals
from planforge.language import _
from planforge.lint.days import days, exists, year_in
from planforge.model.festivals import FESTIVALS

from .turn import Turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.days import Day
    from planforge.source.nodes import Scalar

    from .rolling import Rolling

_WEEK: Final = "一二三四五六日"


def moved(rolling: Rolling) -> Iterator[Turn]:
    """Every day that is named in print, where the shift of the years is not enough."""
    for day in days(rolling.subject):
        year = day.year or year_in(rolling.old, day.month)
        if year is None or not exists(year, day.month, day.day):
            continue
        date = dt.date(year, day.month, day.day)
        if not rolling.old.start <= date <= rolling.old.end:
            continue
        if not rolling.is_shifted:
            yield _ask(day, _("the day lies in the old term"), "学期改变，日期请重定")
            continue
        festival = _festival(rolling, day, date)
        if festival:
            yield from _with_festival(rolling, day, date, festival)
        elif not exists(year + rolling.years, day.month, day.day):
            yield _ask(day, _("the new year has no such day"), "新的一年没有这一天，请改日期")
        else:
            yield from _weekday(day, date.replace(year=year + rolling.years))


def _festival(rolling: Rolling, day: Day, date: dt.date) -> str:
    """The lunar festival that falls on the day and is named beside it; empty where none is."""
    region = rolling.subject.region
    beside = _beside(rolling, day.hit.passage.node)
    return next(
        (
            name
            for name, others in FESTIVALS.items()
            if festivals.is_lunar(name)
            and any(word in beside for word in (name, *others))
            and festivals.date(name, date.year, region) == date
        ),
        "",
    )


def _beside(rolling: Rolling, node: Scalar) -> str:
    """The text itself, and the texts of the same mapping around it."""
    passages = rolling.subject.prose.passages
    number = next(n for n, passage in enumerate(passages) if passage.node is node)
    around = passages[max(0, number - 2) : number + 3]
    entry = passages[number].entry
    return "".join(one.text for one in around if one.entry is entry)


def _with_festival(rolling: Rolling, day: Day, date: dt.date, festival: str) -> Iterator[Turn]:
    new = festivals.date(festival, date.year + rolling.years, rolling.subject.region)
    if new is None:
        yield _ask(day, _("the table of lunar days does not reach so far"), f"{festival}的日期请查")
        return
    yield from _weekday(day, new)
    for name, value in (("month", new.month), ("day", new.day)):
        group = name if day.hit.match[name] else f"iso_{name}"
        old = day.hit.match[group]
        if int(getattr(date, name)) == value:
            continue
        if not old.isdecimal() or not old.isascii():
            yield _ask(
                day, _("the festival is on another day"), f"{festival}是{new.month}月{new.day}日"
            )
            return
        start = day.hit.match.start(group) - day.hit.match.start() + day.hit.start
        figures = f"{value:0{len(old)}}" if group.startswith("iso") else str(value)
        reason = _("{festival} is on {day}").format(festival=festival, day=new.isoformat())
        yield Turn(day.hit.passage.node, start, start + len(old), figures, reason)


def _weekday(day: Day, new: dt.date) -> Iterator[Turn]:
    if day.weekday is None:
        return
    node, at = day.hit.passage.node, day.weekday_at
    word = _WEEK[new.weekday()]
    old = node.value[at : at + 1]
    if old != word and not (old == "天" and word == "日"):
        reason = _("{day} has another weekday").format(day=new.isoformat())
        yield Turn(node, at, at + 1, word, reason)


def _ask(day: Day, reason: str, note: str) -> Turn:
    return Turn(day.hit.passage.node, day.hit.start, day.hit.end, None, reason, note)
