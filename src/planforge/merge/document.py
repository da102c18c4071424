"""Many plans as one document: totals, clashes, who is missing, all activities month by month."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from planforge.document.tables import Field, table
from planforge.document.tree import Document, Heading, Paragraph, Properties
from planforge.regions import load_region

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.document.tree import Block, Table
    from planforge.regions import Merge, RegionWords

    from .collection import Clash, Collection, Line

MOST_CLASHES: Final = 50
"""So many days are printed; the workbook has all of them."""
MOST_NAMED: Final = 6


def document(plans: Collection, title: str) -> Document:
    """The document of a collection, in the words and the style of its first plan.

    Args:
        plans: At least one plan.
        title: Its title; made from the region's words when empty.
    """
    first = plans.plans[0]
    region = load_region(first.region)
    title = title or region.merge.title
    style = first.style or region.style
    return Document(
        properties=Properties(title, "", title, region.language, region.code, style),
        title=title,
        blocks=tuple(_blocks(plans, region)),
    )


def _blocks(plans: Collection, region: RegionWords) -> Iterator[Block]:
    words = region.merge
    yield Paragraph(
        words.received.format(
            plans=len(plans.plans),
            targets=sum(one.targets for one in plans.plans),
            tasks=sum(one.tasks for one in plans.plans),
            activities=sum(len(one.entries) for one in plans.plans),
            money=plans.money_in_words,
        )
    )
    number = 1
    yield Heading(1, words.totals, number)
    yield _totals(plans, region)
    if plans.missing:
        number += 1
        yield Heading(1, words.missing, number)
        names = region.patterns.between_names.join(plans.missing)
        yield Paragraph(words.not_sent.format(names=names))
    if plans.several:
        number += 1
        yield Heading(1, words.several, number)
        yield _several(plans, region)
    if clashes := plans.clashes():
        number += 1
        yield Heading(1, words.clashes, number)
        yield _clashes(clashes[:MOST_CLASHES], region)
    number += 1
    yield Heading(1, words.calendar, number)
    for name, lines in groupby(plans.lines(), lambda line: _month(line, region)):
        yield Heading(2, name)
        yield _calendar(list(lines), region)


def _totals(plans: Collection, region: RegionWords) -> Table:
    words, labels = region.merge, region.labels
    rows = plans.plans
    return table(
        (
            Field(labels.number, [str(n) for n in range(1, len(rows) + 1)], "center"),
            Field(labels.organization, [one.union for one in rows]),
            Field(words.targets, [str(one.targets) for one in rows], "right"),
            Field(words.tasks, [str(one.tasks) for one in rows], "right"),
            Field(words.activities, [str(len(one.entries)) for one in rows], "right"),
            Field(words.money, [f"{one.money.normalize():f}" for one in rows], "right"),
            Field(words.file, [one.path for one in rows]),
        )
    )


def several(plans: Collection, words: Merge) -> list[tuple[str, str, str, str, str]]:
    """The plans of unions that sent more than one: union, title, period, file, whether it counts.

    Args:
        plans: The collection.
        words: The words of its region.
    """
    return [
        (one.union, plan.title, plan.period, plan.path, state)
        for one in plans.several
        for state, found in (
            (words.counted, one.counted),
            (words.replaced, [old for old, _new in one.replaced]),
        )
        for plan in found
    ]


def _several(plans: Collection, region: RegionWords) -> Table:
    words = region.merge
    heads = (
        region.labels.organization,
        words.plan,
        words.period,
        words.file,
        region.labels.remarks,
    )
    columns = zip(*several(plans, words), strict=True)
    return table(
        tuple(Field(head, list(column)) for head, column in zip(heads, columns, strict=True))
    )


def _clashes(clashes: Sequence[Clash], region: RegionWords) -> Table:
    named = [
        "\n".join(
            f"{line.sent.union}：{line.entry.title}（{line.source}）"
            for line in clash.lines[:MOST_NAMED]
        )
        + ("\n……" if len(clash.lines) > MOST_NAMED else "")
        for clash in clashes
    ]
    return table(
        (
            Field(region.labels.date, [clash.day.isoformat() for clash in clashes]),
            Field(region.merge.unions, [str(clash.unions) for clash in clashes], "right"),
            Field(region.labels.activity, named),
        )
    )


def _calendar(lines: Sequence[Line], region: RegionWords) -> Table:
    labels = region.labels
    return table(
        (
            Field(labels.date, [line.entry.words for line in lines]),
            Field(labels.activity, [line.entry.title for line in lines]),
            Field(labels.place, [line.entry.place for line in lines]),
            Field(labels.organization, [line.sent.union for line in lines]),
            Field(region.merge.file, [line.source for line in lines]),
        )
    )


def _month(line: Line, region: RegionWords) -> str:
    first = line.entry.first
    if first is None:
        return region.merge.undated
    year = first.year - region.date.years_since
    return f"{year}年{first.month}月"
