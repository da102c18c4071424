"""The columns of the tables that planforge prints, by the labels of every region."""

from __future__ import annotations

from functools import cache
from typing import Final

from planforge.catalogue import load_catalogue
from planforge.regions import load_region

BUDGET: Final = ("item", "quantity", "price", "amount", "source", "remarks")
TARGETS: Final = ("number", "target", "content", "goal", "base", "due", "owner")
TASKS: Final = (*("number", "task", "content", "owner", "due", "frequency", "budget", "remarks"),)
SCHEDULE: Final = (
    *("month", "theme", "date", "activity", "place", "audience", "owner", "budget", "remarks"),
)


@cache
def record_labels() -> tuple[tuple[str, ...], ...]:
    """The heads of every table, in the order of its columns."""
    return tuple(
        tuple(getattr(load_region(code).labels, field) for field in fields)
        for code in load_catalogue().regions
        for fields in (TASKS, TARGETS, SCHEDULE, BUDGET)
    )
