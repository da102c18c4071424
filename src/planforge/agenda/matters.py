"""Everything that a plan says is to be done, in the order of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from planforge.model.when import When
from planforge.regions import load_region

from .dates import Span, of_months, of_when
from .matter import Matter, Nature

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.model.item import Item
    from planforge.model.months import Months
    from planforge.model.plan import Plan
    from planforge.model.schedule import Activity, ScheduleEntry
    from planforge.model.sections import Stage
    from planforge.model.targets import Target
    from planforge.regions import RegionWords

    Loc = tuple[int | str, ...]
    Above = tuple[str, ...]

# Sections of points that are work to be done; a review, the guiding ideology and the safeguards
# are not.
_WORK = ("focus", "tasks")


def matters(plan: Plan) -> tuple[Matter, ...]:
    """The targets, tasks, stages and activities of a plan.

    A point with points below it is none itself, unless somebody is in charge of it or it has a
    time, money or progress of its own.
    """
    words = load_region(plan.region)
    return tuple(found for section in plan.order for found in _section(plan, section, words))


def _section(plan: Plan, section: str, words: RegionWords) -> Iterator[Matter]:
    part = getattr(plan, section)
    if section == "sections":
        for number, custom in enumerate(part):
            above = (custom.heading or "",)
            yield from _points(plan, custom.items, (section, number, "items"), above)
        return
    above = (part.heading if part.heading is not None else words.headings[section],)
    if section in _WORK:
        yield from _points(plan, part.items, (section, "items"), above)
    elif section == "targets":
        yield from _targets(plan, part.items, (section, "items"), above)
    elif section == "stages":
        for number, stage in enumerate(part.items):
            yield _stage(plan, stage, (section, "items", number), above)
    elif section == "schedule":
        for number, entry in enumerate(part.entries):
            yield from _entry(plan, entry, (section, "entries", number), above)


def _points(plan: Plan, items: tuple[Item, ...], loc: Loc, above: Above) -> Iterator[Matter]:
    for number, item in enumerate(items):
        here = (*loc, number)
        # A plain paragraph between the points announces nothing to be done.
        own = item.owner or item.due or item.status or item.budget or item.frequency
        if own or (item.numbered and not item.items):
            yield _task(plan, item, here, above)
        below = (*above, item.title or item.text)
        yield from _points(plan, item.items, (*here, "items"), below)


def _task(plan: Plan, item: Item, loc: Loc, above: Above) -> Matter:
    frequency = When.parse(item.frequency) if item.frequency else None
    return Matter(
        Nature.TASK,
        loc,
        above,
        item.title or item.text,
        item.text if item.title else "",
        item.owner,
        **_time(plan, item.due, None, limit=True, frequency=frequency),
        **_progress(item),
    )


def _targets(plan: Plan, items: tuple[Target, ...], loc: Loc, above: Above) -> Iterator[Matter]:
    for number, target in enumerate(items):
        here = (*loc, number)
        # The members of a slogan set (三个意识) are words, not targets.
        is_member = len(above) > 1 and not target.goal
        if target.goal or target.owner or target.due or not (target.items or is_member):
            yield Matter(
                Nature.TARGET,
                here,
                above,
                target.indicator or target.title or target.text,
                target.text if target.indicator or target.title else "",
                target.owner,
                **_time(plan, target.due, None, limit=True),
                goal=target.goal,
                reached=target.reached,
            )
        yield from _targets(plan, target.items, (*here, "items"), (*above, target.title))


def _stage(plan: Plan, stage: Stage, loc: Loc, above: Above) -> Matter:
    return Matter(
        Nature.STAGE,
        loc,
        above,
        stage.title,
        stage.text,
        stage.owner,
        **_time(plan, stage.when, None),
        **_progress(stage),
    )


def _entry(plan: Plan, entry: ScheduleEntry, loc: Loc, above: Above) -> Iterator[Matter]:
    months = entry.months
    below = (*above, *(words for words in (months and months.in_words(), entry.theme) if words))
    if entry.text and not entry.activities:
        yield Matter(
            Nature.ACTIVITY, (*loc, "text"), below, entry.text, **_time(plan, None, months)
        )
    for number, activity in enumerate(entry.activities):
        yield _activity(plan, activity, months, (*loc, "activities", number), below)


def _activity(
    plan: Plan, activity: Activity, months: Months | None, loc: Loc, above: Above
) -> Matter:
    return Matter(
        Nature.ACTIVITY,
        loc,
        above,
        activity.title,
        "\n".join(item.title or item.text for item in activity.items),
        activity.owner,
        **_time(plan, activity.date, months),
        place=activity.place,
        audience=activity.audience,
        **_progress(activity),
    )


def _progress(item: Item | Activity | Stage) -> dict[str, Any]:
    return {
        "budget": item.budget,
        "status": item.status,
        "finished": item.finished,
        "evidence": item.evidence,
        "remarks": item.remarks,
    }


def _time(
    plan: Plan,
    when: When | None,
    months: Months | None,
    *,
    limit: bool = False,
    frequency: When | None = None,
) -> dict[str, Any]:
    """The attributes of `Matter` that say when.

    What is due by a date is a limit, whether the words say 前 or not.
    """
    recurring = next((w for w in (frequency, when) if w is not None and w.recurring), None)
    span = _span(plan, when, months)
    if limit and span:
        span = replace(span, first=span.last)
    return {
        "when": when,
        "span": span,
        "limit": limit or bool(when and when.before and not when.anchor),
        "recurring": recurring,
    }


def _span(plan: Plan, when: When | None, months: Months | None) -> Span | None:
    period = plan.period
    if period is None:
        # Without a period only what names its own year has a date.
        day = when.date() if when else None
        return None if day is None else Span(day, day, exact=True)
    found = of_when(when, period, months, plan.region) if when else None
    return found or (of_months(months, period) if months else None)
