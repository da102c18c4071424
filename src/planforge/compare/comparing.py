"""Two plans compared: what is new, dropped, moved, reworded, raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.agenda import Nature, matters
from planforge.model.section import Headed
from planforge.patterns import pattern
from planforge.regions import load_region

from .difference import Difference, Kind
from .matching import matched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.agenda import Matter
    from planforge.model.plan import Plan

_YEAR = pattern(r"(?:(?:19|20|21)[0-9]{2}|民[国國]?1[0-9]{2}|1[0-9]{2})年")
_HEAD = ("title", "organization", "kind", "period", "addressees", "signature")


def differences(old: Plan, new: Plan) -> tuple[Difference, ...]:
    """Everything in which two plans differ, section by section; dropped things last in theirs.

    Dates of plans for different years are compared without their years.
    """
    found = [*_head(old, new), *_sections(old, new), *_matters(old, new)]
    order = {section: place for place, section in enumerate(dict.fromkeys(map(_section, found)))}
    return tuple(sorted(found, key=lambda one: order[_section(one)]))


def _section(difference: Difference) -> str:
    return difference.section


def _head(old: Plan, new: Plan) -> Iterator[Difference]:
    keys = type(new).keys()
    for field in _HEAD:
        before, after = _said(old, field), _said(new, field)
        if before != after:
            yield Difference(Kind.HEAD, "", keys[field].zh, before, after)


def _said(plan: Plan, field: str) -> str:
    value = getattr(plan, field)
    if value is None or value == ():
        return ""
    if field == "organization":
        return str(value.name)
    if field == "signature":
        return value.date.in_words() if value.date else ""
    return "、".join(value) if isinstance(value, tuple) else str(value)


def _sections(old: Plan, new: Plan) -> Iterator[Difference]:
    """Sections that are new or dropped, and those whose plain text changed."""
    before, after = _texts(old), _texts(new)
    for name, (heading, text) in after.items():
        if name not in before:
            yield Difference(Kind.SECTION_NEW, heading, heading)
        elif before[name][1] != text:
            yield Difference(Kind.TEXT, heading, heading, before[name][1], text)
    for name, (heading, _text) in before.items():
        if name not in after:
            yield Difference(Kind.SECTION_DROPPED, heading, heading)


def _texts(plan: Plan) -> dict[str, tuple[str, str]]:
    """Section → its heading and its plain text, which is no matter."""
    words = load_region(plan.region).headings
    found = {}
    for name in plan.order:
        section = getattr(plan, name)
        if isinstance(section, Headed):
            heading = section.heading if section.heading is not None else words[name]
            found[name] = (heading or type(plan).keys()[name].zh, section.text)
        elif isinstance(section, tuple):
            for one in section:
                found[f"{name}:{one.heading}"] = (one.heading or "", one.text)
    return found


def _matters(old: Plan, new: Plan) -> Iterator[Difference]:
    before, after = matters(old), matters(new)
    pairs = {id(right): left for left, right in matched(before, after)}
    same_year = old.period == new.period
    for matter in after:
        left = pairs.get(id(matter))
        if left is None:
            yield Difference(Kind.NEW, _place(matter), matter.name, new=_summary(matter))
        else:
            yield from _changes(left, matter, same_year=same_year)
    kept = {id(left) for left in pairs.values()}
    for matter in before:
        if id(matter) not in kept:
            yield Difference(Kind.DROPPED, _place(matter), matter.name, old=_summary(matter))


def _changes(old: Matter, new: Matter, *, same_year: bool) -> Iterator[Difference]:
    section, name = _place(new), new.name
    if old.title != new.title and _without_years(old.title) != _without_years(new.title):
        yield Difference(Kind.REWORDED, section, name, old.title, new.title)
    elif old.text != new.text:
        yield Difference(Kind.TEXT, section, name, old.text, new.text)
    before, after = _time(old), _time(new)
    if before != after and (same_year or _without_years(before) != _without_years(after)):
        yield Difference(Kind.MOVED, section, name, before, after)
    if old.owner != new.owner:
        yield Difference(Kind.OWNER, section, name, old.owner, new.owner)
    if old.place != new.place:
        yield Difference(Kind.PLACE, section, name, old.place, new.place)
    if _text(old.goal) != _text(new.goal):
        yield Difference(_raised(old, new), section, name, _text(old.goal), _text(new.goal))
    if _text(old.budget) != _text(new.budget):
        yield Difference(Kind.BUDGET, section, name, _text(old.budget), _text(new.budget))
    if old.status != new.status and same_year:
        yield Difference(Kind.STATUS, section, name, _status(old), _status(new))


def _raised(old: Matter, new: Matter) -> Kind:
    """Whether the figure of a goal went up or down; another unit is neither."""
    before, after = old.goal, new.goal
    if not (before and after) or before.unit != after.unit or before.low is None:
        return Kind.GOAL
    if after.low is None or before.low == after.low:
        return Kind.GOAL
    return Kind.RAISED if after.low > before.low else Kind.LOWERED


def _place(matter: Matter) -> str:
    return matter.above[0] if matter.above else ""


def _time(matter: Matter) -> str:
    """When, in words: of its own, or the month it stands in."""
    time = matter.recurring or matter.when
    if time:
        return time.in_words()
    return matter.above[1] if matter.nature is Nature.ACTIVITY and matter.above[1:] else ""


def _summary(matter: Matter) -> str:
    facts = (_time(matter), matter.owner, _text(matter.goal), _text(matter.budget))
    return "，".join(fact for fact in facts if fact)


def _text(value: object) -> str:
    return str(value) if value else ""


def _status(matter: Matter) -> str:
    return matter.status.in_words() if matter.status else ""


def _without_years(words: str) -> str:
    return _YEAR.sub("", words)
