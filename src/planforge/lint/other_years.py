"""Days of which the text says that they are of other years than those of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.model.wording import compact
from planforge.model.years import year as year_of
from planforge.patterns import pattern

from .dated import CLAUSE_ENDS, speaks_of_the_past
from .days import YEAR

if TYPE_CHECKING:
    from planforge.model.period import Period

    from .days import Day

_RELATIVE: Final = {
    **dict.fromkeys(("去年", "上年", "上一年", "昨年"), -1),
    **dict.fromkeys(("今年", "本年", "当年", "當年"), 0),
    **dict.fromkeys(("明年", "次年", "来年", "來年", "翌年", "下一年"), 1),
}
_NAMED: Final = pattern(
    rf"(?<![0-9])(?P<year>{YEAR})[ ]?(?P<school>[学學])?年(?![级級])|{'|'.join(_RELATIVE)}"
)
_ENDS: Final = frozenset(CLAUSE_ENDS)


def other_years(day: Day, period: Period | None) -> tuple[int, ...] | None:
    """The years that a day without one may be of because of the words around it, likely ones first.

    ``None`` where they name no other year: it is of the plan's own time. Nothing at all where a
    year is named, but not surely that of the day.
    """
    text = day.passage.text
    line = text[text.rfind("\n", 0, day.start) + 1 : day.start]
    named = [*_NAMED.finditer(line)]
    own = period.years if period else range(0)
    if not named:
        return _before(period) if speaks_of_the_past(day.hit) else None
    last = named[-1]
    if last["year"] is None:
        return _counted(_RELATIVE[last[0]], period)
    year = int(year_of(compact(last["year"])))
    if year in own and not last["school"]:
        return None
    if not _ENDS.isdisjoint(line[last.end() :]):
        return ()
    return (year, year + 1) if last["school"] else (year,)


def _before(period: Period | None) -> tuple[int, ...]:
    """What is looked back on was done in the year before, or in this one so far."""
    return tuple(range(period.start.year - 1, period.end.year + 1)) if period else ()


def _counted(offset: int, period: Period | None) -> tuple[int, ...]:
    """A plan is written in its first year, or at the end of the year before."""
    if period is None:
        return ()
    likely = range(period.start.year - 1 + offset, period.end.year + 1 + offset)
    return tuple(reversed(likely))
