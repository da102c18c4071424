"""The schedule, month by month, as a list or as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lines import one_line, paragraphs
from .outline import Place, Point, outline, with_facts
from .points import activity_facts, of_activity
from .tables import Field, table
from .tree import Block, Paragraph
from .words import value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.model.schedule import Activity, Schedule, ScheduleEntry
    from planforge.regions import RegionWords

    from .tree import Table


def as_list(schedule: Schedule, place: Place, region: RegionWords) -> Iterator[Block]:
    """Unnumbered month headings with their activities numbered from 1 below each.

    Where no month has more than one thing to say, a heading over each would be noise: every
    month is one paragraph then (``3月：慰问女职工``). Entries without month and theme are points
    of the section itself.
    """
    headed = [entry for entry in schedule.entries if _heading(entry, region)]
    short = all(_one_liner(entry, region) is not None for entry in headed)
    for entry in schedule.entries:
        heading = _heading(entry, region)
        line = _one_liner(entry, region)
        if heading and line is not None and (short or not _points(entry, region)):
            yield Paragraph(_joined(heading, line, region))
            continue
        if heading:
            yield place.heading(heading, numbered=False)
        for text in paragraphs(entry.text):
            yield Paragraph(text)
        yield from outline(_points(entry, region), place.below() if heading else place)


def _points(entry: ScheduleEntry, region: RegionWords) -> tuple[Point, ...]:
    return tuple(of_activity(activity, region) for activity in entry.activities)


def _heading(entry: ScheduleEntry, region: RegionWords) -> str:
    return _joined(value(entry.months), one_line(entry.theme), region)


def _joined(month: str, text: str, region: RegionWords) -> str:
    if not (month and text):
        return month or text
    return region.patterns.month.format(month=month, text=text)


def _one_liner(entry: ScheduleEntry, region: RegionWords) -> str | None:
    """What follows the heading of a month where both fit in one line, else ``None``."""
    texts = paragraphs(entry.text)
    if not entry.activities and not texts:
        return ""
    if one_line(entry.theme):
        return None
    if not entry.activities:
        return texts[0] if len(texts) == 1 else None
    if texts or len(entry.activities) > 1 or entry.activities[0].items:
        return None
    point = of_activity(entry.activities[0], region)
    return point.paragraphs[0] + point.facts if len(point.paragraphs) == 1 else None


def as_table(schedule: Schedule, region: RegionWords) -> Table:
    """One row per activity.

    The month stands in every row: merged or empty cells leave a listener guessing.
    """
    labels = region.labels
    rows = [row for entry in schedule.entries for row in _rows(entry, region)]
    titles = (
        labels.month,
        labels.theme,
        labels.date,
        labels.activity,
        labels.place,
        labels.audience,
        labels.owner,
        labels.budget,
        labels.remarks,
    )
    cells = zip(*rows, strict=True) if rows else [() for _title in titles]
    return table(
        Field(title, tuple(column), "center" if title == labels.month else "left")
        for title, column in zip(titles, cells, strict=True)
    )


def _rows(entry: ScheduleEntry, region: RegionWords) -> Iterator[tuple[str, ...]]:
    head = (value(entry.months), one_line(entry.theme))
    text = "\n".join(paragraphs(entry.text))
    if text or not entry.activities:
        yield (*head, "", text, "", "", "", "", "")
    for activity in entry.activities:
        date, *others = (words for _label, words in activity_facts(activity, region))
        remarks = "\n".join(paragraphs(activity.remarks))
        yield (*head, date, _activity(activity, region), *others, remarks)


def _activity(activity: Activity, region: RegionWords) -> str:
    # The facts have columns of their own.
    return "\n".join(_lines(of_activity(activity, region, told=False)))


def _lines(point: Point) -> Iterator[str]:
    yield from with_facts((*filter(None, (point.title,)), *point.paragraphs), point.facts)
    for child in point.children:
        yield from _lines(child)
