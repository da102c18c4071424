"""Cells: what a value looks like, and that a text never becomes a formula."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell

# What a spreadsheet would take for a formula.
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_THIN: Final = Side(style="thin", color="808080")
BORDER: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_BODY: Final = Font(name="宋体", size=11)
_HEAD: Final = Font(name="黑体", size=11)
_TITLE: Final = Font(name="黑体", size=16)
_SHADE: Final = PatternFill("solid", fgColor="E7E6E6")
DATE: Final = "yyyy-mm-dd"
MONEY: Final = "#,##0.00"


def fill(cell: Cell | MergedCell, value: Any) -> None:
    """Set a cell of the body: a date, an amount, or text that stays text."""
    cell.font = _BODY
    cell.border = BORDER
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    if isinstance(value, dt.date):
        cell.value = value
        cell.number_format = DATE
        cell.alignment = Alignment(horizontal="center", vertical="center")
    elif isinstance(value, Decimal):
        cell.value = value
        cell.number_format = MONEY
        cell.alignment = Alignment(horizontal="right", vertical="center")
    elif value not in {None, ""}:
        text(cell, str(value))


def text(cell: Cell | MergedCell, value: str) -> None:
    """Set a text, whatever it begins with; characters that XML cannot hold are left out."""
    cell.value = clean(value)
    if value.startswith(FORMULA):
        cell.data_type = "s"
        # Excel, too, takes it for text when the cell is edited.
        cell.quotePrefix = True


def clean(value: str) -> str:
    """The text without characters that XML cannot hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", value)


def head(cell: Cell | MergedCell, words: str) -> None:
    """Set a heading of a column."""
    text(cell, words)
    cell.font = _HEAD
    cell.fill = _SHADE
    cell.border = BORDER
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def title(cell: Cell | MergedCell, words: str) -> None:
    """Set the title above a table."""
    text(cell, words)
    cell.font = _TITLE
    cell.alignment = Alignment(horizontal="center", vertical="center")
