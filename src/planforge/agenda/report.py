"""Progress as data, and as what a terminal shows."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from planforge.language import _, mark

from .choosing import line
from .progress import OPEN, Standing, State

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from planforge.source.load import Source

    from .matter import Matter

NAMES: Final = {
    State.LATE: mark("late"),
    State.DUE: mark("due this month"),
    State.IN_PROGRESS: mark("in progress"),
    State.LATER: mark("later"),
    State.RECURRING: mark("recurring"),
    State.UNDATED: mark("without a date"),
    State.POSTPONED: mark("postponed"),
    State.CANCELLED: mark("cancelled"),
    State.DONE: mark("done"),
}
SHOWN: Final = (State.LATE, State.DUE, State.IN_PROGRESS, State.POSTPONED)
"""What a meeting asks for; the rest is shown on request."""
GROUPS: Final = ("state", "owner", "section")


def counts(standings: Iterable[Standing]) -> dict[State, int]:
    """How many there are of each state, in the order of `State`."""
    found = Counter(one.state for one in standings)
    return {state: found[state] for state in State if found[state]}


def as_json(
    path: str, standings: Sequence[Standing], source: Source, as_of: dt.date
) -> dict[str, Any]:
    """Progress as an object of JSON: counts, and everything with its line, days and state."""
    return {
        "path": path,
        "as_of": as_of.isoformat(),
        "counts": {state.value: number for state, number in counts(standings).items()},
        "items": [_item(one, source) for one in standings],
    }


def dumped(reports: Sequence[dict[str, Any]]) -> str:
    """The reports as JSON text."""
    return json.dumps(reports, ensure_ascii=False, indent=2) + "\n"


def _item(one: Standing, source: Source) -> dict[str, Any]:
    matter = one.matter
    values = {
        "line": line(matter, source),
        "kind": matter.nature.value,
        "section": matter.above[0] if matter.above else "",
        "title": matter.title,
        "owner": matter.owner,
        "when": matter.when.text if matter.when else "",
        "first": matter.span.first.isoformat() if matter.span else None,
        "last": matter.span.last.isoformat() if matter.span else None,
        "state": one.state.value,
        "finished": matter.finished.text if matter.finished else "",
        "evidence": matter.evidence,
        "remarks": matter.remarks,
        "goal": matter.goal.text if matter.goal else "",
        "reached": matter.reached.text if matter.reached else "",
    }
    return {name: value for name, value in values.items() if value not in {"", None}}


def headline(standings: Sequence[Standing], as_of: dt.date) -> str:
    """One line: the day, and how many there are of each state."""
    said = [f"{_(NAMES[state])} {number}" for state, number in counts(standings).items()]
    total = _("{number} in all").format(number=len(standings))
    return _("{day}: {counts}").format(day=as_of.isoformat(), counts=" · ".join([total, *said]))


def grouped(
    standings: Iterable[Standing], by: str, *, everything: bool
) -> dict[str, list[Standing]]:
    """Heading → what stands below it.

    Args:
        standings: All of them.
        by: One of `GROUPS`.
        everything: Whether also what is done, cancelled, later or without a date.
    """
    found: dict[str, list[Standing]] = {}
    states = State if everything else SHOWN
    for one in sorted(standings, key=_when):
        if one.state in states:
            found.setdefault(_heading(one, by), []).append(one)
    if by == "state":
        order = [_(NAMES[state]) for state in State]
        return dict(sorted(found.items(), key=lambda pair: order.index(pair[0])))
    return found


def owners(standings: Iterable[Standing]) -> dict[str, tuple[int, int, int]]:
    """Owner → how many in all, still open, late; most late first."""
    found: dict[str, list[State]] = {}
    for one in standings:
        found.setdefault(one.matter.owner or _("nobody"), []).append(one.state)
    rows = {
        owner: (len(states), sum(s in OPEN for s in states), states.count(State.LATE))
        for owner, states in found.items()
    }
    return dict(sorted(rows.items(), key=lambda row: (-row[1][2], -row[1][1])))


def days(matter: Matter) -> str:
    """The days of a matter: 03-08, 03-01~03-31, ≤06-30; its words where no day is known."""
    if matter.span is None:
        time = matter.recurring or matter.when
        return time.text if time else ""
    first, last = (f"{day:%m-%d}" for day in (matter.span.first, matter.span.last))
    if matter.limit:
        return f"≤{last}"
    return first if first == last else f"{first}~{last}"


def _heading(one: Standing, by: str) -> str:
    if by == "owner":
        return one.matter.owner or _("nobody")
    if by == "section":
        return one.matter.above[0] if one.matter.above else ""
    return _(NAMES[one.state])


def _when(one: Standing) -> str:
    return one.matter.span.last.isoformat() if one.matter.span else "9"
