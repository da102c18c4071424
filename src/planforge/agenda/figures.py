"""People and money that matters name."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from planforge.model.goal import Goal

if TYPE_CHECKING:
    from .matter import Matter

_PEOPLE: Final = frozenset({"人", "人次", "名", "位"})


def people(matter: Matter) -> int:
    """How many people its audience, its evidence and its remarks name; 0 where none are."""
    total = Decimal(0)
    for text in (matter.audience, matter.evidence, matter.remarks):
        figures = [goal.low for goal in Goal.find(text) if goal.unit in _PEOPLE]
        total += sum((low for low in figures if low is not None), Decimal(0))
    return int(total)


def money(matter: Matter) -> Decimal:
    """What it costs, in the basic unit of the currency; 0 for what is paid for each of so many."""
    budget = matter.budget
    return budget.amount if budget and budget.amount and not budget.per else Decimal(0)
