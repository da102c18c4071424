"""Plans as an iCalendar file (RFC 5545), through the icalendar library."""

from __future__ import annotations

import re
import uuid
from collections import Counter
from typing import TYPE_CHECKING, Final

from icalendar import Calendar, Timezone
from msgspec import Struct

from planforge import __version__
from planforge.agenda import identified, matters
from planforge.regions import load_region
from planforge.writers.source_date import source_date

from .event import Surroundings, event

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from planforge.agenda import Matter
    from planforge.model.plan import Plan

PRODID: Final = f"-//planforge//planforge {__version__}//ZH"
_END: Final = b"END:VCALENDAR\r\n"
# At the beginning of a line; a line that is folded goes on behind a blank.
_UID: Final = re.compile(rb"^UID:([^\r\n]+)\r\n", re.MULTILINE)


class Events(Struct, frozen=True):
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


def events(
    plan: Plan,
    stamp: dt.datetime,
    alarm: int | None = None,
    source: Callable[[Matter], str] | None = None,
) -> Events:
    """The events of one plan.

    Args:
        plan: The plan.
        stamp: See `to_ics`.
        alarm: See `to_ics`.
        source: File and line of a matter, where the calendar is that of many unions.
    """
    moment = (source_date() or stamp).replace(microsecond=0)
    around = Surroundings(plan, load_region(plan.region), moment, alarm, source)
    made = [event(uid, matter, around) for uid, matter in identified(plan, matters(plan))]
    data = b"".join(one.to_ical() for one in made if one is not None)
    return Events(data, around.region.time_zone if b";TZID=" in data else "")


def joined(parts: Iterable[Events], name: str, zone: str) -> bytes:
    """The calendar of many plans, whose events were made one after another.

    No two events have the same UID (RFC 5545, 3.8.4.7): where two plans of one union for the same
    time say the same words, the second gets one of its own.

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
    seen: Counter[bytes] = Counter()
    for part in parts:
        pieces.append(_apart(part.data, seen))
        if part.zone:
            zones[part.zone] = None
    pieces += [Timezone.from_tzid(used).to_ical() for used in zones]
    return b"".join([*pieces, _END])


def _apart(data: bytes, seen: Counter[bytes]) -> bytes:
    """The events with UIDs that none of those before has; ``seen`` counts them."""

    def renamed(match: re.Match[bytes]) -> bytes:
        uid = match[1]
        seen[uid] += 1
        if seen[uid] == 1:
            return match[0]
        again = uuid.uuid5(uuid.NAMESPACE_URL, f"{uid.decode()}#{seen[uid]}")
        return b"UID:%s@planforge\r\n" % str(again).encode()

    return _UID.sub(renamed, data)
