"""The year of a plan as a chart: what is done in which months."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from planforge.agenda import Nature, matters
from planforge.model.status import Status
from planforge.patterns import pattern

from .tables import Field, whole_table
from .tree import Chart, ChartRow
from .width import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.agenda import Matter
    from planforge.model.plan import Plan
    from planforge.regions import RegionWords

    from .tree import Document, Table

MOST_MONTHS: Final = 24
MOST_LINES: Final = 29
"""So many lines of names stand on a page, headings among them; longer charts are several."""
USUAL_ROOM: Final = 30
"""So many cells, each half a hanzi wide, a name has in a line on A4 with the margins in use."""
# What a name is not broken in: words and figures, and what opens or closes with its neighbour.
_WHOLE: Final = pattern("[“‘（《【〈]*(?:[0-9A-Za-z.]{1,16}|.)[，。、；：！？）》】〉”’％%…]*")
# Unit of what comes again → months between two times; days and weeks come in every month.
_STEPS: Final = {"季度": 3, "半年": 6, "学期": 6, "年": 12, "学年": 12}
_DONE: Final = "■"
_OPEN: Final = "□"
_LIMIT_DONE: Final = "◆"
_LIMIT: Final = "◇"


def charts(plan: Plan, region: RegionWords) -> tuple[Chart, ...]:
    """The chart of a plan, in as many pieces as it has pages; none where nothing has a time.

    What is done is judged by what the plan says, not by the day on which it is printed.
    """
    if plan.period is None:
        return ()
    months = tuple(dt.date(year, month, 1) for year, month in plan.period.months)
    if len(months) > MOST_MONTHS:
        return ()
    words = region.chart
    rows = tuple(_rows(plan, months))
    names = tuple(words.month.format(month=month.month) for month in months)
    legend = (words.open, words.done, words.limit, words.every)
    return tuple(Chart(words.title, names, page, legend) for page in _pages(rows))


def in_lines(name: str, room: int) -> list[str]:
    """A name in as many lines as it needs.

    Args:
        name: The name.
        room: How many cells, each half a hanzi wide, a line has.
    """
    lines = [""]
    for whole in _WHOLE.findall(name.replace("\n", " ")):
        if lines[-1] and width(lines[-1] + whole) > room:
            lines.append("")
        lines[-1] += whole
    return [line.strip() for line in lines]


def as_table(chart: Chart) -> Table:
    """The chart for formats without pictures: a mark in every month in which something is done.

    What the marks mean stands in its caption.
    """
    marks = zip((_OPEN, _DONE, _LIMIT), chart.legend, strict=False)
    legend = "；".join(f"{mark}{words}" for mark, words in marks)
    fields = [
        Field("", [row.name for row in chart.rows]),
        *(
            Field(month, [_mark(row, place) for row in chart.rows], "center")
            for place, month in enumerate(chart.months)
        ),
    ]
    return whole_table(fields, f"{chart.caption}（{legend}）")


def in_tables(document: Document) -> Document:
    """The document with a table in place of every chart."""
    if not any(isinstance(block, Chart) for block in document.blocks):
        return document
    blocks = (as_table(one) if isinstance(one, Chart) else one for one in document.blocks)
    return replace(document, blocks=tuple(blocks))


def _pages(rows: tuple[ChartRow, ...]) -> Iterator[tuple[ChartRow, ...]]:
    page: list[ChartRow] = []
    lines = 0
    for row in rows:
        needed = len(in_lines(row.name, USUAL_ROOM))
        heads = len(in_lines(row.section, USUAL_ROOM)) if row.section else 0
        if not page or row.section != page[-1].section:
            needed += heads
        if page and lines + needed > MOST_LINES:
            yield tuple(page)
            # The next page begins with the heading again.
            page, lines, needed = [], 0, len(in_lines(row.name, USUAL_ROOM)) + heads
        page.append(row)
        lines += needed
    if page:
        yield tuple(page)


def _mark(row: ChartRow, month: int) -> str:
    if row.mark == "every":
        return (_DONE if row.done else _OPEN) if month % row.step == row.step - 1 else ""
    if row.mark == "limit":
        mark = _LIMIT_DONE if row.done else _LIMIT
        return mark if month < row.end <= month + 1 else ""
    inside = row.start < month + 1 and row.end > month
    return (_DONE if row.done else _OPEN) if inside else ""


def _rows(plan: Plan, months: tuple[dt.date, ...]) -> Iterator[ChartRow]:
    for matter in matters(plan):
        if matter.nature is Nature.TARGET:
            continue
        row = _row(matter, months)
        if row is not None and row.end > 0 and row.start < len(months):
            yield replace(row, start=max(row.start, 0.0), end=min(row.end, float(len(months))))


def _row(matter: Matter, months: tuple[dt.date, ...]) -> ChartRow | None:
    section = matter.above[0] if matter.above else ""
    done = matter.status is Status.DONE or matter.finished is not None
    unit = matter.recurring
    if unit is not None and (step := _STEPS.get(unit.recurring, 1) * unit.interval) < len(months):
        end = float(len(months))
        return ChartRow(matter.name, section, 0.0, end, "every", step, done)
    if matter.span is None:
        return None
    start = _place(matter.span.first, months)
    end = _place(matter.span.last + dt.timedelta(1), months)
    return ChartRow(matter.name, section, start, end, "limit" if matter.limit else "span", 0, done)


def _place(day: dt.date, months: tuple[dt.date, ...]) -> float:
    """How many months lie between the beginning of the chart and the beginning of a day."""
    first = months[0]
    whole = (day.year - first.year) * 12 + day.month - first.month
    return whole + (day.day - 1) / calendar.monthrange(day.year, day.month)[1]
