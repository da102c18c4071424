"""Tables typed by the user, and lists that are printed as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from .lines import one_line, paragraphs, split_first_sentence
from .outline import LONGEST_LEAD, Counter
from .tables import Field, table, whole_table
from .words import date, goal, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planforge.model.grid import Grid
    from planforge.model.item import Item
    from planforge.model.targets import Target
    from planforge.regions import RegionWords

    from .tree import Table

Nested = TypeVar("Nested", "Item", "Target")


class _Row(Struct, Generic[Nested], frozen=True):
    path: str
    point: Nested


def typed(grid: Grid) -> Table:
    """The table as typed."""
    header = tuple(map(one_line, grid.columns))
    rows = [tuple("\n".join(paragraphs(cell)) for cell in row) for row in grid.rows]
    columns = zip(header, *rows, strict=True)
    return whole_table([Field(title, cells) for title, *cells in columns], one_line(grid.caption))


def tasks(items: Iterable[Item], region: RegionWords) -> Table:
    """The tasks one below the other (任务分解表); sub-tasks are numbered 1.1, 1.2."""
    labels = region.labels
    rows = list(_flat(items))
    named = [_task(row.point) for row in rows]
    return table(
        (
            Field(labels.number, [row.path for row in rows], "center"),
            Field(labels.task, [name for name, _content in named]),
            Field(labels.content, [content for _name, content in named]),
            Field(labels.owner, [one_line(row.point.owner) for row in rows]),
            Field(labels.due, [date(row.point.due, region) for row in rows]),
            Field(labels.frequency, [one_line(row.point.frequency) for row in rows]),
            Field(labels.budget, [value(row.point.budget) for row in rows]),
            Field(labels.remarks, ["\n".join(paragraphs(row.point.remarks)) for row in rows]),
        )
    )


def targets(items: Iterable[Target], region: RegionWords) -> Table:
    """The targets one below the other; sub-targets are numbered 1.1, 1.2."""
    labels = region.labels
    rows = list(_flat(items))
    named = [_target(row.point) for row in rows]
    return table(
        (
            Field(labels.number, [row.path for row in rows], "center"),
            Field(labels.target, [name for name, _content in named]),
            Field(labels.content, [content for _name, content in named]),
            Field(labels.goal, [goal(row.point.goal, region) for row in rows]),
            Field(labels.base, [goal(row.point.base, region) for row in rows]),
            Field(labels.due, [date(row.point.due, region) for row in rows]),
            Field(labels.owner, [one_line(row.point.owner) for row in rows]),
        )
    )


def _flat(
    points: Iterable[Nested], above: str = "", counter: Counter | None = None
) -> Iterator[_Row[Nested]]:
    """Every point with its path of numbers; an unnumbered one has none and is not counted."""
    counter = counter or Counter()
    for point in points:
        if point.numbered:
            path = f"{above}{counter.next()}"
            yield _Row(path, point)
            yield from _flat(point.items, f"{path}.")
        else:
            yield _Row("", point)
            yield from _flat(point.items, above, counter)


def _task(item: Item) -> tuple[str, str]:
    """What the task is called, and the rest of its text.

    Without a title, the lead or the first paragraph says what it is.
    """
    if title := one_line(item.title):
        return title, "\n".join(paragraphs(item.text))
    first, *others = paragraphs(item.text) or ("",)
    lead, rest = split_first_sentence(first)
    if lead and len(lead) <= LONGEST_LEAD:
        return lead, "\n".join((rest, *others))
    return first, "\n".join(others)


def _target(target: Target) -> tuple[str, str]:
    told = (
        one_line(target.title),
        *paragraphs(target.text),
        one_line(target.indicator),
    )
    name, *others = tuple(filter(None, told)) or ("",)
    return name, "\n".join(others)
