"""One matter of a plan as a VEVENT (RFC 5545, 3.6.1)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from icalendar import Alarm, Event
from msgspec import Struct

from planforge.model.status import Status

from .clock import clock
from .recurrence import recurrence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planforge.agenda import Matter
    from planforge.model.plan import Plan
    from planforge.regions import RegionWords

DAY: Final = dt.timedelta(1)
# An event without an end is shown with this length.
HOUR: Final = dt.timedelta(hours=1)
# Alarms ring at this hour of the day before, or of an earlier one.
MORNING: Final = dt.timedelta(hours=9)


class Surroundings(Struct, frozen=True):
    """What all events of a plan share.

    Attributes:
        plan: The plan.
        region: Its words and its time zone.
        stamp: DTSTAMP, in UTC.
        alarm: Days before the first day on which to ring, at nine in the morning; ``None`` for no
            alarm.
        source: File and line of a matter, for a calendar of many unions, whose entries begin with
            the name of the union; ``None`` in the calendar of one.
    """

    plan: Plan
    region: RegionWords
    stamp: dt.datetime
    alarm: int | None = None
    source: Callable[[Matter], str] | None = None


def event(uid: str, matter: Matter, around: Surroundings) -> Event | None:
    """The event; ``None`` for a matter whose days nobody knows.

    All-day, with DTEND the day behind the last; timed where the plan says a time of day. Words
    that are no exact date stand in the description as they were written.

    Args:
        uid: Its UID.
        matter: What is to be done.
        around: What it shares with the others.
    """
    made = Event()
    plan, region, stamp = around.plan, around.region, around.stamp
    if not _set_time(made, matter, plan, region):
        return None
    summary = matter.name
    if matter.limit and "RRULE" not in made:
        summary = region.patterns.deadline.format(text=summary)
    if around.source and plan.organization:
        fact = region.patterns.fact
        summary = fact.format(label=plan.organization.name, value=summary)
    made.add("summary", summary)
    made.add("uid", uid)
    made.add("dtstamp", stamp)
    # Calendars take the higher number for the newer version.
    made.add("sequence", int(stamp.timestamp()) // 60)
    made.add("transp", "TRANSPARENT")
    if description := "\n".join(_description(matter, around)):
        made.add("description", description)
    if matter.place:
        made.add("location", matter.place)
    made.add("categories", [matter.above[0]] if matter.above else [])
    if matter.status is Status.CANCELLED:
        made.add("status", "CANCELLED")
    if around.alarm is not None:
        made.add_component(_alarm(summary, made.decoded("dtstart"), around.alarm))
    return made


def _set_time(made: Event, matter: Matter, plan: Plan, region: RegionWords) -> bool:
    if matter.recurring and plan.period and (found := recurrence(matter.recurring, plan.period)):
        made.add("dtstart", found.start)
        made.add("dtend", found.start + DAY)
        made.add("rrule", found.rule)
        return True
    span = matter.span
    if span is None:
        return False
    time = clock(matter.when.text) if matter.when and span.exact and not matter.limit else None
    if time and span.first == span.last:
        zone = ZoneInfo(region.time_zone)
        start = dt.datetime.combine(span.first, time.start, zone)
        end = dt.datetime.combine(span.first, time.end, zone) if time.end else start + HOUR
        made.add("dtstart", start)
        made.add("dtend", end)
        return True
    made.add("dtstart", span.first)
    made.add("dtend", span.last + DAY)
    return True


def _description(matter: Matter, around: Surroundings) -> Iterator[str]:
    plan, region = around.plan, around.region
    labels, fact = region.labels, region.patterns.fact
    if matter.title != matter.name:
        yield matter.title
    if matter.text:
        yield matter.text
    time = matter.recurring or matter.when
    words = time.text if time else next(iter(matter.above[1:]), "")
    organization = plan.organization.name if plan.organization else ""
    for label, value in (
        (labels.date, words),
        (labels.owner, matter.owner),
        (labels.audience, matter.audience),
        (labels.budget, matter.budget.in_words() if matter.budget else ""),
        (labels.goal, matter.goal.in_words() if matter.goal else ""),
        (labels.remarks, matter.remarks),
        (labels.organization, organization),
        (region.merge.file, around.source(matter) if around.source else ""),
    ):
        if value:
            yield fact.format(label=label, value=value)


def _alarm(summary: str, start: dt.date, days: int) -> Alarm:
    # A trigger counts from the start (RFC 5545, 3.8.6.3): midnight, unless there is a time of day.
    hours = dt.timedelta()
    if isinstance(start, dt.datetime):
        hours = dt.timedelta(hours=start.hour, minutes=start.minute)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", MORNING - hours - days * DAY)
    return alarm
