"""Many plans together: all their activities by day, days that clash, who is missing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from planforge.regions import load_region

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .gathering import Entry, Sent


class Line(NamedTuple):
    """An activity and whose it is."""

    sent: Sent
    entry: Entry

    @property
    def source(self) -> str:
        """File and line."""
        return f"{self.sent.path}:{self.entry.line}"


class Clash(NamedTuple):
    """A day on which several unions have something.

    Attributes:
        day: The day.
        unions: How many unions.
        lines: What they have.
    """

    day: dt.date
    unions: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """Many plans.

    Attributes:
        plans: What was sent, by name of the union.
        missing: Who has not sent a plan.
    """

    plans: tuple[Sent, ...]
    missing: tuple[str, ...]

    @property
    def money(self) -> dict[str, Decimal]:
        """What all of them cost, by region, because each has a currency of its own."""
        sums: dict[str, Decimal] = {}
        for one in self.plans:
            sums[one.region] = sums.get(one.region, Decimal(0)) + one.money
        return {region: amount for region, amount in sums.items() if amount}

    @property
    def money_in_words(self) -> str:
        """The sums as figures, with the names of the currencies where there are several."""
        sums = self.money
        if len(sums) > 1:
            named = (f"{load_region(r).currency_name}{_figures(m)}" for r, m in sums.items())
            return "、".join(named)
        return _figures(sum(sums.values(), Decimal(0)))

    def lines(self) -> list[Line]:
        """All activities by day; those without one last."""
        lines = [Line(one, entry) for one in self.plans for entry in one.entries]
        return sorted(lines, key=_when)

    def clashes(self) -> list[Clash]:
        """Days that the plans of two unions or more name for something, the fullest first."""
        days: dict[dt.date, list[Line]] = {}
        for line in self.lines():
            entry = line.entry
            if entry.exact and entry.first is not None and entry.first == entry.last:
                days.setdefault(entry.first, []).append(line)
        clashes = [
            Clash(day, len({line.sent.union for line in lines}), tuple(lines))
            for day, lines in days.items()
        ]
        found = [clash for clash in clashes if clash.unions > 1]
        return sorted(found, key=lambda clash: (-clash.unions, clash.day))


def collection(plans: Iterable[Sent], expected: Sequence[str] = ()) -> Collection:
    """The plans together.

    Args:
        plans: What was sent.
        expected: Names of the unions that were to send one.
    """
    ordered = tuple(sorted(plans, key=lambda one: (one.union, one.path)))
    here = {_bare(one.union) for one in ordered}
    return Collection(ordered, tuple(name for name in expected if _bare(name) not in here))


def _figures(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


def _bare(name: str) -> str:
    """The name without blanks, and without 委员会, which some write and some do not."""
    return "".join(name.split()).removesuffix("委员会").removesuffix("委員會")


def _when(line: Line) -> tuple[dt.date, dt.date, str]:
    entry = line.entry
    return entry.first or dt.date.max, entry.last or dt.date.max, line.sent.union
