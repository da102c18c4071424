"""The sheet of the budget: its lines and their sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl.utils import get_column_letter

from . import cells
from .sheet import HEAD_ROW, TITLE_HEIGHT, TITLE_ROW, printed

if TYPE_CHECKING:
    from openpyxl import Workbook

    from planforge.model.money import Money
    from planforge.model.sections import Budget
    from planforge.regions import RegionWords

_WIDTHS: Final = (36, 12, 14, 16, 18, 30)
_AMOUNT: Final = 4


def add(book: Workbook, budget: Budget, region: RegionWords) -> None:
    """Add a sheet with one row for each line of the budget, and their sum."""
    labels = region.labels
    title = budget.heading or region.headings["budget"]
    made = book.create_sheet(title)
    cells.title(made.cell(TITLE_ROW, 1), title)
    made.row_dimensions[TITLE_ROW].height = TITLE_HEIGHT
    made.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(_WIDTHS))
    heads = (labels.item, labels.quantity, labels.price, labels.amount, labels.source)
    for place, words in enumerate((*heads, labels.remarks), 1):
        cells.head(made.cell(HEAD_ROW, place), words)
        made.column_dimensions[get_column_letter(place)].width = _WIDTHS[place - 1]
    for number, line in enumerate(budget.lines, HEAD_ROW + 1):
        values = (line.item, line.quantity, _sum(line.price), _sum(line.amount), line.source)
        for place, value in enumerate((*values, line.remarks), 1):
            cells.fill(made.cell(number, place), value)
    last = HEAD_ROW + len(budget.lines)
    for place in range(1, len(_WIDTHS) + 1):
        cells.fill(made.cell(last + 1, place), None)
    cells.head(made.cell(last + 1, 1), labels.total)
    letter = get_column_letter(_AMOUNT)
    total = made.cell(last + 1, _AMOUNT)
    total.number_format = cells.MONEY
    total.value = f"=SUM({letter}{HEAD_ROW + 1}:{letter}{last})"
    made.freeze_panes = f"A{HEAD_ROW + 1}"
    printed(made)


def _sum(money: Money | None) -> object:
    """The figure; the words of an amount that has none, or that is paid for each of so many."""
    if money is None:
        return None
    return money.text if money.amount is None or money.per else money.amount
