"""Everything of a plan that somebody is to do or to reach, with what it belongs to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.model.plan import BODY
from planforge.model.schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.model.entry import Entry
    from planforge.model.item import Item
    from planforge.model.plan import Plan
    from planforge.model.schedule import Activity, ScheduleEntry
    from planforge.model.section import Headed
    from planforge.model.sections import Stage
    from planforge.model.targets import Target
    from planforge.model.when import When

    from .subject import Loc, Subject

    Point = Item | Target | Activity | Stage

_LONGEST: Final = 24
_LISTS: Final = ("items", "duties")
_TIMES: Final = ("date", "due", "when", "finished")


class Work(Struct, frozen=True):
    """A task, a target, a stage, an activity, or a point of any other section.

    Attributes:
        loc: Where it stands, for `Subject.at`.
        point: The thing itself.
        above: What it is a part of; ``None`` at the top of its section.
        month: The entry of the schedule that it belongs to.
        section: The field of the plan that it stands below.
        group: Where the list stands that it is an entry of.
    """

    loc: Loc
    point: Point
    above: Work | None
    month: ScheduleEntry | None
    section: str
    group: Loc

    @property
    def name(self) -> str:
        """What people call it: its heading, what it measures, or the words themselves."""
        point = self.point
        return point.title or getattr(point, "indicator", "") or getattr(point, "text", "")

    @property
    def brief(self) -> str:
        """The name, short enough for a message."""
        return brief(self.name)


class Timed(Struct, frozen=True):
    """A time that a point of the plan has.

    Attributes:
        work: The point.
        field: ``date``, ``due``, ``when`` or ``finished``.
        when: The time.
    """

    work: Work
    field: str
    when: When

    @property
    def loc(self) -> Loc:
        """Where it stands, for `Subject.at`."""
        return (*self.work.loc, self.field)


class Held(Struct, frozen=True):
    """A section of the plan.

    Attributes:
        loc: Where it stands, for `Subject.at`.
        section: The section itself.
    """

    loc: Loc
    section: Headed


def brief(text: str) -> str:
    """``text`` with no more than its first words, for a message."""
    line = text.partition("\n")[0]
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def sections(subject: Subject) -> tuple[Held, ...]:
    """The sections of the plan in the order of the model, then its attachments."""
    return tuple(_sections(subject.plan))


def works(subject: Subject) -> tuple[Work, ...]:
    """All points of the plan, each before its parts."""
    found: list[Work] = []
    for held in subject.once(sections):
        loc, section = held.loc, held.section
        name = str(loc[0])
        if isinstance(section, Schedule):
            for number, entry in enumerate(section.entries):
                within = (*loc, "entries", number, "activities")
                found += _points(entry.activities, within, None, entry, name)
        for field in known_fields(type(section), _LISTS):
            found += _points(getattr(section, field), (*loc, field), None, None, name)
    return tuple(found)


def times(subject: Subject) -> tuple[Timed, ...]:
    """The times of all points."""
    return tuple(
        Timed(one, field, when)
        for one in subject.once(works)
        for field in known_fields(type(one.point), _TIMES)
        if (when := getattr(one.point, field)) is not None
    )


@cache
def known_fields(entry: type[Entry], fields: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the fields that the class has; to ask it for any other would be slow."""
    return tuple(field for field in fields if field in entry.model_fields)


def _sections(plan: Plan) -> Iterator[Held]:
    for name in (*BODY, "attachments"):
        value = getattr(plan, name)
        if isinstance(value, tuple):
            for number, one in enumerate(value):
                yield Held((name, number), one)
        elif value is not None:
            yield Held((name,), value)


def _points(
    points: tuple[Point, ...],
    group: Loc,
    above: Work | None,
    month: ScheduleEntry | None,
    section: str,
) -> Iterator[Work]:
    for number, point in enumerate(points):
        one = Work((*group, number), point, above, month, section, group)
        yield one
        if point.items:
            yield from _points(point.items, (*one.loc, "items"), one, month, section)
