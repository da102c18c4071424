"""Plans as an iCalendar file (RFC 5545), through the icalendar library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from icalendar import Calendar

from planforge import __version__
from planforge.agenda import identified, matters
from planforge.regions import load_region
from planforge.writers.source_date import source_date

from .event import Surroundings, event

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from planforge.model.plan import Plan

PRODID: Final = f"-//planforge//planforge {__version__}//ZH"


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
    stamp = (source_date() or stamp).replace(microsecond=0)
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    # RFC 7986, 5.1; the older name is what calendars in use read.
    calendar.add("name", name or plans[0].title)
    calendar.add("x-wr-calname", name or plans[0].title)
    calendar.add("x-wr-timezone", load_region(plans[0].region).time_zone)
    for plan in plans:
        around = Surroundings(plan, load_region(plan.region), stamp, alarm)
        for uid, matter in identified(plan, matters(plan)):
            if (made := event(uid, matter, around)) is not None:
                calendar.add_component(made)
    calendar.add_missing_timezones()
    data: bytes = calendar.to_ical()
    return data
