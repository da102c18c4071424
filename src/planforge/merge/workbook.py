"""Many plans as one workbook: all activities by day, totals, clashes, who is missing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from planforge.regions import load_region
from planforge.writers.xlsx import cells
from planforge.writers.xlsx.package import settled
from planforge.writers.xlsx.sheet import printed

from .document import several

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from .collection import Collection, Line

_CALENDAR: Final = (12, 12, 14, 40, 16, 16, 14, 30, 36)
_TOTALS: Final = (36, 10, 10, 10, 16, 40)
_CLASHES: Final = (12, 10, 36, 40, 36)
_SEVERAL: Final = (36, 40, 20, 36, 16)
_MISSING: Final = (40,)


def workbook(plans: Collection, title: str) -> bytes:
    """The workbook of a collection; rows are written one after another, memory stays small.

    Args:
        plans: At least one plan.
        title: Title among the properties of the file.
    """
    region = load_region(plans.plans[0].region)
    words, labels = region.merge, region.labels
    book = Workbook(write_only=True)
    heads = (labels.start, labels.end, labels.date, labels.activity, labels.place, labels.owner)
    _sheet(
        book,
        words.calendar,
        (*heads, labels.budget, labels.organization, words.file),
        _CALENDAR,
        map(_activity, plans.lines()),
    )
    columns = (words.targets, words.tasks, words.activities, words.money, words.file)
    _sheet(
        book, words.totals, (labels.organization, *columns), _TOTALS, _totals(plans, labels.total)
    )
    _sheet(
        book,
        words.clashes,
        (labels.date, words.unions, labels.organization, labels.activity, words.file),
        _CLASHES,
        (
            (clash.day, clash.unions, line.sent.union, line.entry.title, line.source)
            for clash in plans.clashes()
            for line in clash.lines
        ),
    )
    if plans.several:
        about = (labels.organization, words.plan, words.period, words.file, labels.remarks)
        _sheet(book, words.several, about, _SEVERAL, several(plans, words))
    if plans.missing:
        _sheet(book, words.missing, (labels.organization,), _MISSING, ((n,) for n in plans.missing))
    book.properties.title = title or words.title
    return settled(book)


def _activity(line: Line) -> tuple[Any, ...]:
    one, entry = line.sent, line.entry
    days = (entry.first, entry.last, entry.words)
    cost = entry.cost or None
    return (*days, entry.title, entry.place, entry.owner, cost, one.union, line.source)


def _totals(plans: Collection, total: str) -> Iterator[tuple[Any, ...]]:
    for one in plans.plans:
        yield one.union, one.targets, one.tasks, len(one.entries), one.money, one.path
    sums = (
        sum(one.targets for one in plans.plans),
        sum(one.tasks for one in plans.plans),
        sum(len(one.entries) for one in plans.plans),
    )
    money = plans.money
    # A column of figures in several currencies has no sum.
    spent = plans.money_in_words if len(money) > 1 else sum(money.values(), Decimal(0))
    yield total, *sums, spent, ""


def _sheet(
    book: Workbook,
    name: str,
    heads: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[Sequence[Any]],
) -> None:
    # It has what an ordinary sheet has, save for cells that are there already.
    made = cast("Worksheet", book.create_sheet(name))
    for number, width in enumerate(widths, 1):
        made.column_dimensions[get_column_letter(number)].width = width
    made.freeze_panes = "A2"
    printed(made)
    made.print_title_rows = "1:1"
    made.append([_head(made, head) for head in heads])
    count = 1
    for row in rows:
        made.append([_cell(made, value) for value in row])
        count += 1
    made.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{count}"


def _head(made: Worksheet, words: str) -> Cell:
    cell: Cell = WriteOnlyCell(made)
    cells.head(cell, words)
    return cell


def _cell(made: Worksheet, value: Any) -> Any:
    """The bare value, which is written ten times as fast as a cell, unless it must be text."""
    if not isinstance(value, str) or not value.startswith(cells.FORMULA):
        return cells.clean(value) if isinstance(value, str) else value
    cell: Cell = WriteOnlyCell(made)
    cells.text(cell, value)
    return cell
