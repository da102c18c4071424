"""What is kept of each plan: few enough words that ten thousand plans fit into memory."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from planforge.agenda import Nature, matters
from planforge.agenda.choosing import line
from planforge.agenda.figures import money

from .versions import filed

if TYPE_CHECKING:
    import datetime as dt

    from planforge.agenda import Matter
    from planforge.model.plan import Plan
    from planforge.source.load import Source

    from .versions import Filed


class Entry(Struct, frozen=True):
    """One activity of one plan.

    Attributes:
        first: Its first day; ``None`` where no day is known.
        last: Its last day.
        exact: Whether the plan names these very days.
        words: When, in the words of the plan.
        title: What it is.
        owner: Who is in charge.
        place: Where.
        cost: What it costs, in the basic unit of the currency.
        line: The line of the file.
    """

    first: dt.date | None
    last: dt.date | None
    exact: bool
    words: str
    title: str
    owner: str
    place: str
    cost: Decimal
    line: int


class Sent(Struct, frozen=True):
    """What a union has sent.

    Attributes:
        filed: Who filed the plan, for when.
        region: Code of the region.
        style: The page style that it asks for; empty for that of the region.
        targets: How many targets.
        tasks: How many tasks.
        money: What its tasks and activities cost, or its budget where that is more.
        entries: Its activities.
    """

    filed: Filed
    region: str
    style: str
    targets: int
    tasks: int
    money: Decimal
    entries: tuple[Entry, ...]

    @property
    def path(self) -> str:
        """The file."""
        return self.filed.path

    @property
    def union(self) -> str:
        """Who filed the plan."""
        return self.filed.union


def sent(path: str, plan: Plan, source: Source, changed: dt.datetime) -> Sent:
    """What is kept of a plan.

    Args:
        path: The file as the user named it.
        plan: The plan.
        source: The file.
        changed: When it was last changed, in UTC.
    """
    everything = matters(plan)
    natures = [one.nature for one in everything]
    costs = sum(map(money, everything), Decimal(0))
    return Sent(
        filed(path, plan, changed),
        plan.region,
        plan.layout.style,
        natures.count(Nature.TARGET),
        natures.count(Nature.TASK),
        max(costs, _budget(plan)),
        tuple(_entry(one, source) for one in everything if one.nature is Nature.ACTIVITY),
    )


def _entry(matter: Matter, source: Source) -> Entry:
    time, span = matter.recurring or matter.when, matter.span
    return Entry(
        span.first if span else None,
        span.last if span else None,
        bool(span and span.exact),
        time.in_words() if time else next(iter(matter.above[1:]), ""),
        matter.name,
        matter.owner,
        matter.place,
        money(matter),
        line(matter, source),
    )


def _budget(plan: Plan) -> Decimal:
    lines = plan.budget.lines if plan.budget else ()
    amounts = [one.amount.amount for one in lines if one.amount and not one.amount.per]
    return sum((amount for amount in amounts if amount is not None), Decimal(0))
