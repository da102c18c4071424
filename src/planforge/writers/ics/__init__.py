"""Plans as an iCalendar file (RFC 5545), through the icalendar library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from icalendar import Calendar, Timezone

from planforge import __version__
from planforge.agenda import identified, matters
from planforge.regions import load_region
from planforge.writers.source_date import source_date

from .event import Surroundings, event

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from planforge.model.plan import Plan

PRODID: Final = f"-//planforge//planforge {__version__}//ZH"
_END: Final = b"END:VCALENDAR\r\n"


class Events(NamedTuple):
    """The events of one plan.

    Attributes:
        data: VEVENT components.
        zone: TZID that their times of day name; empty where all are all-day.
    """

    data: bytes
    zone: str


def to_ics(
    plans: Sequence[Plan], stamp: dt.datetime, *, name: str = "", alarm: int | None = None
) -> bytes:
    """One calendar with everything in the plans that has a date or recurs.

    Args:
        plans: The plans, at least one; the time zone is that of the first one's region.
        stamp: When the files were last changed, in UTC; ``SOURCE_DATE_EPOCH`` wins over it.
        name: Name of the calendar; the title of the first plan when empty.
        alarm: Days before on which to ring; ``None`` for no alarm.
    """
    parts = (events(plan, stamp, alarm) for plan in plans)
    return joined(parts, name or plans[0].title, load_region(plans[0].region).time_zone)


def events(plan: Plan, stamp: dt.datetime, alarm: int | None = None) -> Events:
    """The events of one plan; for the arguments see `to_ics`."""
    moment = (source_date() or stamp).replace(microsecond=0)
    around = Surroundings(plan, load_region(plan.region), moment, alarm)
    made = [event(uid, matter, around) for uid, matter in identified(plan, matters(plan))]
    data = b"".join(one.to_ical() for one in made if one is not None)
    return Events(data, around.region.time_zone if b";TZID=" in data else "")


def joined(parts: Iterable[Events], name: str, zone: str) -> bytes:
    """The calendar of many plans, whose events were made one after another.

    Args:
        parts: The events of each plan.
        name: Name of the calendar.
        zone: TZID of whoever reads it.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    # RFC 7986, 5.1; the older name is what calendars in use read.
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", zone)
    head: bytes = calendar.to_ical()
    pieces = [head.removesuffix(_END)]
    zones: dict[str, None] = {}
    for part in parts:
        pieces.append(part.data)
        if part.zone:
            zones[part.zone] = None
    pieces += [Timezone.from_tzid(used).to_ical() for used in zones]
    return b"".join([*pieces, _END])
