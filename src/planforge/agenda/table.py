"""What is to be done as rows of a table, under the names that the plan file has for its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from planforge.model.item import Item
from planforge.model.schedule import Activity
from planforge.model.targets import Target
from planforge.model.vocabulary import name_of
from planforge.regions import load_region

from .identity import identified
from .matters import matters

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from decimal import Decimal

    from planforge.model.entry import Entry
    from planforge.model.plan import Plan
    from planforge.regions import RegionWords

    from .matter import Matter

    Cell = str | dt.date | Decimal | None

Name = Literal[
    "id",
    "section",
    "title",
    "text",
    "owner",
    "when",
    "first",
    "last",
    "place",
    "audience",
    "goal",
    "reached",
    "budget",
    "status",
    "finished",
    "evidence",
    "remarks",
]
EDITABLE: Final[tuple[Name, ...]] = ("status", "finished", "evidence", "remarks", "reached")
"""Columns that come back into the plan file."""

# Column → the class and the field whose key names it; the others have words of the region.
_KEYS: Final[dict[str, tuple[type[Entry], str]]] = {
    "title": (Activity, "title"),
    "text": (Item, "text"),
    "owner": (Item, "owner"),
    "place": (Activity, "place"),
    "audience": (Activity, "audience"),
    "goal": (Target, "goal"),
    "reached": (Target, "reached"),
    "budget": (Item, "budget"),
    "status": (Item, "status"),
    "finished": (Item, "finished"),
    "evidence": (Item, "evidence"),
    "remarks": (Item, "remarks"),
}


class Row(Struct, frozen=True):
    """One matter as cells by column; a column without a value is left out."""

    matter: Matter
    cells: dict[Name, Cell]


def heading(name: Name, region: RegionWords) -> str:
    """What a column is called."""
    if name in _KEYS:
        entry, field = _KEYS[name]
        return name_of(field, entry.keys()[field], "hant" if region.script == "Hant" else "zh")
    labels = region.labels
    return {
        "id": "ID",
        "section": labels.section,
        "when": labels.date,
        "first": labels.start,
        "last": labels.end,
    }[name]


def rows(plan: Plan) -> Iterator[Row]:
    """Everything in a plan that is to be done, in its order."""
    traditional = load_region(plan.region).script == "Hant"
    for uid, matter in identified(plan, matters(plan)):
        cells = dict(_cells(uid, matter, traditional=traditional))
        yield Row(matter, {name: value for name, value in cells.items() if value not in {None, ""}})


def _cells(uid: str, matter: Matter, *, traditional: bool) -> Iterator[tuple[Name, Cell]]:
    time = matter.recurring or matter.when
    budget, span = matter.budget, matter.span
    yield "id", uid
    yield "section", " / ".join(part for part in matter.above if part)
    yield "title", matter.title
    yield "text", matter.text
    yield "owner", matter.owner
    yield "when", time.in_words() if time else ""
    yield "first", span.first if span else None
    yield "last", span.last if span else None
    yield "place", matter.place
    yield "audience", matter.audience
    yield "goal", matter.goal.text if matter.goal else ""
    yield "reached", matter.reached.text if matter.reached else ""
    if budget:
        # What is paid for each of so many has no total.
        yield "budget", budget.text if budget.amount is None or budget.per else budget.amount
    yield "status", matter.status.in_words(traditional=traditional) if matter.status else ""
    yield "finished", matter.finished.text if matter.finished else ""
    yield "evidence", matter.evidence
    yield "remarks", matter.remarks
