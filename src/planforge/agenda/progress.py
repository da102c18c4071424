"""How far the work of a plan is on a given day."""

from __future__ import annotations

import calendar
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from planforge.model.status import Status

from .matter import Matter, Nature

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from planforge.model.goal import Goal


class State(StrEnum):
    """How far one thing is; in the order in which a meeting asks."""

    LATE = "late"
    DUE = "due"
    IN_PROGRESS = "in_progress"
    LATER = "later"
    RECURRING = "recurring"
    UNDATED = "undated"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DONE = "done"


OPEN = (
    *(State.LATE, State.DUE, State.IN_PROGRESS, State.LATER),
    *(State.RECURRING, State.UNDATED, State.POSTPONED),
)
"""What is still to be done."""

_SAID = {
    Status.DONE: State.DONE,
    Status.CANCELLED: State.CANCELLED,
    Status.POSTPONED: State.POSTPONED,
}


class Standing(Struct, frozen=True):
    """A matter and how far it is."""

    matter: Matter
    state: State


def standings(matters: Iterable[Matter], as_of: dt.date) -> tuple[Standing, ...]:
    """How far everything is at the end of the day ``as_of``, in the order of the plan."""
    return tuple(Standing(matter, state(matter, as_of)) for matter in matters)


def state(matter: Matter, as_of: dt.date) -> State:
    """How far one thing is.

    What the plan says comes first. Nobody's word about it: late once its last day has passed, due
    while its days and the month of ``as_of`` have one in common. What recurs is never late, since
    nobody says of each time whether it was held.
    """
    if matter.status in _SAID:
        return _SAID[matter.status]
    if matter.finished is not None or _is_reached(matter):
        return State.DONE
    if matter.span is not None:
        if matter.span.last < as_of:
            return State.LATE
        if matter.span.first <= as_of.replace(day=calendar.monthrange(as_of.year, as_of.month)[1]):
            return State.DUE
    if matter.status is Status.IN_PROGRESS:
        return State.IN_PROGRESS
    undated = State.RECURRING if matter.recurring else State.UNDATED
    return State.LATER if matter.span else undated


def meets(reached: Goal, goal: Goal) -> bool | None:
    """Whether the value reached is what the goal asks for; ``None`` where nobody can tell."""
    if reached.low is None or goal.low is None or reached.unit != goal.unit:
        return None
    value = reached.low
    return {
        ">=": value >= goal.low,
        ">": value > goal.low,
        "<=": value <= goal.low,
        "<": value < goal.low,
        "=": value == goal.low,
        "..": goal.low <= value <= (goal.high or goal.low),
    }.get(goal.operator)


def _is_reached(matter: Matter) -> bool:
    if matter.nature is not Nature.TARGET or matter.reached is None or matter.goal is None:
        return False
    return meets(matter.reached, matter.goal) is True
