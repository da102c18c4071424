"""Many plans together: all their activities by day, days that clash, who is missing."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from planforge.regions import load_region

from .versions import bare, replaced, several

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .gathering import Entry, Sent
    from .versions import Filed, Several


class Line(Struct, frozen=True):
    """An activity and whose it is.

    Attributes:
        sent: The plan.
        entry: What the plan says.
        also: Where else the same union says the same, such as its plan for a term.
    """

    sent: Sent
    entry: Entry
    also: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """File and line; several where several plans of the union have it."""
        return "、".join((f"{self.sent.path}:{self.entry.line}", *self.also))


class Clash(Struct, frozen=True):
    """A day on which several unions have something.

    Attributes:
        day: The day.
        unions: How many unions.
        lines: What they have.
    """

    day: dt.date
    unions: int
    lines: tuple[Line, ...]


class Collection(Struct, frozen=True):
    """Many plans.

    Attributes:
        plans: What counts of what was sent, by name of the union.
        missing: Who has not sent a plan.
        several: The unions that sent more than one, and which of their plans count.
    """

    plans: tuple[Sent, ...]
    missing: tuple[str, ...]
    several: tuple[Several, ...] = ()

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
        doubled = frozenset(one.path for union in self.several for one in union.counted)
        alone = [
            Line(one, entry)
            for one in self.plans
            if one.path not in doubled
            for entry in one.entries
        ]
        return sorted([*alone, *self._once(doubled)], key=_when)

    def _once(self, doubled: frozenset[str]) -> Iterator[Line]:
        """The activities of unions with several plans; what two of them have is one line."""
        found: dict[tuple[object, ...], list[Line]] = {}
        seen: Counter[tuple[object, ...]] = Counter()
        for one in self.plans:
            for entry in one.entries if one.path in doubled else ():
                same = (bare(one.union), entry.title, entry.first, entry.last, entry.place)
                seen[one.path, *same] += 1
                number = seen[one.path, *same]
                found.setdefault((*same, number), []).append(Line(one, entry))
        for first, *others in found.values():
            yield replace(first, also=tuple(line.source for line in others))

    def clashes(self) -> list[Clash]:
        """Days that the plans of two unions or more name for something, the fullest first."""
        days: dict[dt.date, list[Line]] = {}
        for line in self.lines():
            entry = line.entry
            if entry.exact and entry.first is not None and entry.first == entry.last:
                days.setdefault(entry.first, []).append(line)
        clashes = [
            Clash(day, len({bare(line.sent.union) for line in lines}), tuple(lines))
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
    everything = sorted(plans, key=lambda one: (one.union, one.path))
    doubled = several(one.filed for one in everything)
    old = replaced(doubled)
    ordered = tuple(one for one in everything if one.path not in old)
    return Collection(ordered, missing((one.filed for one in ordered), expected), doubled)


def missing(plans: Iterable[Filed], expected: Sequence[str]) -> tuple[str, ...]:
    """Who of the unions that were to send a plan has sent none."""
    here = {bare(one.union) for one in plans}
    return tuple(name for name in expected if bare(name) not in here)


def _figures(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


def _when(line: Line) -> tuple[dt.date, dt.date, str]:
    entry = line.entry
    return entry.first or dt.date.max, entry.last or dt.date.max, line.sent.union
