"""Days: those of the lunar festivals move, weekdays follow, the 29th of February may go."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.facts import festivals
from planforge.language import _
from planforge.lint.days import days, exists, year_in
from planforge.model.festivals import FESTIVALS
from planforge.patterns import pattern

from .turn import Turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.days import Day
    from planforge.source.nodes import Scalar

    from .rolling import Rolling

_WEEK: Final = "一二三四五六日"
NEAR: Final = 15
"""So many days from a festival a day may lie that goes with it."""
_AROUND: Final = pattern("[”’」』]?节?[”’」』]?(?:之?[前后後]|期[间間])")


class _Bond(Struct, frozen=True):
    """A festival and how many days behind it a day lies; before it when negative."""

    festival: str
    days_after: int


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
        if bond := _bond(rolling, day, date):
            yield from _with_festival(rolling, day, date, bond)
        elif not exists(year + rolling.years, day.month, day.day):
            yield _ask(day, _("the new year has no such day"), "新的一年没有这一天，请改日期")
        else:
            yield from _weekday(day, date.replace(year=year + rolling.years))


def _bond(rolling: Rolling, day: Day, date: dt.date) -> _Bond | None:
    """The lunar festival that a day goes with, named beside it; ``None`` where none is.

    The day is that of the festival, or near it where the words say before or after (春节前慰问).
    """
    region = rolling.subject.region
    beside = _beside(rolling, day.hit.passage.node)
    for name, others in FESTIVALS.items():
        if not festivals.is_lunar(name):
            continue
        words = [word for word in (name, *others) if word in beside]
        held = festivals.date(name, date.year, region) if words else None
        if held is None:
            continue
        days_after = (date - held).days
        is_near = 0 < abs(days_after) <= NEAR and any(
            _AROUND.match(beside, place + len(word))
            for word in words
            for place in _all(word, beside)
        )
        if not days_after or is_near:
            return _Bond(name, days_after)
    return None


def _all(word: str, text: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _beside(rolling: Rolling, node: Scalar) -> str:
    """The text itself, and the texts of the same mapping around it."""
    passages = rolling.subject.prose.passages
    number = next(n for n, passage in enumerate(passages) if passage.node is node)
    around = passages[max(0, number - 2) : number + 3]
    entry = passages[number].entry
    return "".join(one.text for one in around if one.entry is entry)


def _with_festival(rolling: Rolling, day: Day, date: dt.date, bond: _Bond) -> Iterator[Turn]:
    festival, year = bond.festival, date.year + rolling.years
    held = festivals.date(festival, year, rolling.subject.region)
    if held is None:
        yield _ask(day, _("the table of lunar days does not reach so far"), f"{festival}的日期请查")
        return
    new = held + dt.timedelta(bond.days_after)
    if new.year != year:
        note = f"{festival}是{held.month}月{held.day}日"
        yield _ask(day, _("the festival is on another day"), note)
        return
    yield from _weekday(day, new)
    for name, value in (("month", new.month), ("day", new.day)):
        group = name if day.hit.match[name] else f"iso_{name}"
        old = day.hit.match[group]
        if int(getattr(date, name)) == value:
            continue
        if not old.isdecimal() or not old.isascii():
            note = f"{festival}是{held.month}月{held.day}日"
            yield _ask(day, _("the festival is on another day"), note)
            return
        start = day.hit.match.start(group) - day.hit.match.start() + day.hit.start
        figures = f"{value:0{len(old)}}" if group.startswith("iso") else str(value)
        reason = _("{festival} is on {day}").format(festival=festival, day=held.isoformat())
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
