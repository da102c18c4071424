"""Kinds of data that plans are exported as; a library is imported when it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from planforge.model.plan import Plan

    Maker = Callable[[Plan, "Wishes"], bytes]


class Wishes(Struct, frozen=True):
    """What the user asks for.

    Attributes:
        changed: When the plan file was last changed, in UTC.
        keys: Language of the keys of JSON.
        alarm: Days before an event on which a calendar is to ring; ``None`` for never.
    """

    changed: dt.datetime
    keys: Literal["zh", "en"] = "en"
    alarm: int | None = None


class Kind(Struct, frozen=True):
    """One kind of data.

    Attributes:
        suffix: How files of the kind end.
        make: Makes it; its library is imported when it is called.
        is_text: Whether it may be written to a terminal.
    """

    suffix: str
    make: Maker
    is_text: bool = True


def _json(plan: Plan, wishes: Wishes) -> bytes:
    from planforge.plan_json import as_json

    return as_json(plan, wishes.keys)


def _ics(plan: Plan, wishes: Wishes) -> bytes:
    from .ics import to_ics

    return to_ics([plan], wishes.changed, alarm=wishes.alarm)


def _xlsx(plan: Plan, _wishes: Wishes) -> bytes:
    from .xlsx import to_xlsx

    return to_xlsx(plan)


def _csv(plan: Plan, _wishes: Wishes) -> bytes:
    from .csv import to_csv

    return to_csv(plan)


EXPORTS: Final = {
    "json": Kind(".json", _json),
    "ics": Kind(".ics", _ics),
    "xlsx": Kind(".xlsx", _xlsx, is_text=False),
    "csv": Kind(".csv", _csv),
}
