"""A sheet of rows: title, headings that stay in view, filters, choices, printing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from rich.cells import cell_len

from planforge.agenda.table import EDITABLE, heading
from planforge.model.status import Status

from . import cells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from planforge.agenda.table import Name, Row
    from planforge.regions import RegionWords

TITLE_ROW: Final = 1
HEAD_ROW: Final = 2
# Widths in characters of the standard font, two for a hanzi.
_WIDTHS: Final[dict[Name, int]] = {
    "section": 14,
    "title": 30,
    "text": 30,
    "owner": 12,
    "when": 11,
    "first": 11,
    "last": 11,
    "place": 12,
    "audience": 12,
    "goal": 11,
    "reached": 9,
    "budget": 13,
    "status": 8,
    "finished": 11,
    "evidence": 14,
    "remarks": 12,
}
_NARROWEST: Final = 10
_PAPER_A4: Final = 9
TITLE_HEIGHT: Final = 28  # pt
_LINE: Final = 16.5  # pt, a row of 11 pt type in the tallest of the usual fonts for hanzi
_MARGIN: Final = 0.4  # inches


def add(  # noqa: PLR0913, PLR0917  one argument per fact about a sheet
    book: Workbook,
    name: str,
    columns: Sequence[Name],
    rows: Sequence[Row],
    title: str,
    region: RegionWords,
) -> Worksheet:
    """Add a sheet with one row for each matter.

    The first column holds the identifier by which edited rows find their way back; it is hidden.
    A column in which no row has anything is left out, unless it is there to be filled in.

    Args:
        book: The workbook.
        name: Name of the sheet.
        columns: What the columns hold.
        rows: The matters.
        title: What stands above the table.
        region: Words of the headings.
    """
    shown = [c for c in columns if c in {"id", *EDITABLE} or any(c in row.cells for row in rows)]
    made: Worksheet = book.create_sheet(name)
    for number, column in enumerate(shown, 1):
        cells.head(made.cell(HEAD_ROW, number), heading(column, region))
        made.column_dimensions[get_column_letter(number)].width = _width(column)
    made.column_dimensions["A"].hidden = True
    for number, row in enumerate(rows, HEAD_ROW + 1):
        for place, column in enumerate(shown, 1):
            cells.fill(made.cell(number, place), row.cells.get(column))
        made.row_dimensions[number].height = _LINE * _lines(row)
    last = HEAD_ROW + len(rows)
    made.merge_cells(start_row=1, start_column=2, end_row=1, end_column=len(shown))
    cells.title(made.cell(TITLE_ROW, 2), title)
    made.row_dimensions[TITLE_ROW].height = TITLE_HEIGHT
    _total(made, shown, rows, region)
    _choices(made, shown, last, traditional=region.script == "Hant")
    made.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(len(shown))}{max(last, HEAD_ROW)}"
    made.freeze_panes = f"{get_column_letter(shown.index('title') + 2)}{HEAD_ROW + 1}"
    printed(made)
    return made


def _width(column: Name) -> int:
    return _WIDTHS.get(column, _NARROWEST)


def _lines(row: Row) -> int:
    """So many lines the longest cell takes; not every program works that out by itself."""
    return max(
        (
            sum(-(-max(cell_len(part), 1) // (_width(column) - 1)) for part in value.split("\n"))
            for column, value in row.cells.items()
            if isinstance(value, str) and column != "id"
        ),
        default=1,
    )


def printed(made: Worksheet) -> None:
    """Print on A4 across, as wide as the page, with the headings on every page."""
    made.print_title_rows = f"{TITLE_ROW}:{HEAD_ROW}"
    made.page_setup.orientation = "landscape"
    made.page_setup.paperSize = _PAPER_A4
    made.page_setup.fitToWidth = 1
    made.page_setup.fitToHeight = 0
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    made.page_margins = PageMargins(
        left=_MARGIN, right=_MARGIN, top=2 * _MARGIN, bottom=2 * _MARGIN
    )
    made.print_options.horizontalCentered = True
    made.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text="&P / &N"))


def _total(
    made: Worksheet, columns: Sequence[Name], rows: Sequence[Row], region: RegionWords
) -> None:
    """The sum of the rows that a filter shows, below the money."""
    if not any(isinstance(row.cells.get("budget"), Decimal) for row in rows):
        return
    letter = get_column_letter(columns.index("budget") + 1)
    first, last = HEAD_ROW + 1, HEAD_ROW + len(rows)
    for place in range(1, len(columns) + 1):
        cells.fill(made.cell(last + 1, place), None)
    cells.head(made.cell(last + 1, columns.index("title") + 1), region.labels.total)
    cell = made[f"{letter}{last + 1}"]
    cells.fill(cell, Decimal(0))
    cell.value = f"=SUBTOTAL(109,{letter}{first}:{letter}{last})"


def _choices(made: Worksheet, columns: Sequence[Name], last: int, *, traditional: bool) -> None:
    """Let the status be chosen from its words."""
    words = ",".join(status.in_words(traditional=traditional) for status in Status)
    rule = DataValidation("list", formula1=f'"{words}"', allow_blank=True)
    rule.showErrorMessage = True
    letter = get_column_letter(columns.index("status") + 1)
    rule.add(f"{letter}{HEAD_ROW + 1}:{letter}{max(last, HEAD_ROW + 1)}")
    made.add_data_validation(rule)
