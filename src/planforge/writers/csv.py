"""A plan as comma-separated values (RFC 4180), in UTF-8 with the mark that Excel asks for."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING, Final

from planforge.agenda.table import heading, rows
from planforge.regions import load_region

if TYPE_CHECKING:
    from planforge.agenda.table import Name
    from planforge.model.plan import Plan

COLUMNS: Final[tuple[Name, ...]] = (
    *("section", "title", "text", "goal", "owner", "when", "first", "last", "place", "audience"),
    *("budget", "status", "finished", "evidence", "reached", "remarks"),
)
# What a spreadsheet would take for a formula; a quotation mark before it makes it a text.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def to_csv(plan: Plan) -> bytes:
    """One row for each thing to be done, below a row of headings."""
    region = load_region(plan.region)
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(heading(name, region) for name in COLUMNS)
    for row in rows(plan):
        writer.writerow(_text(row.cells.get(name)) for name in COLUMNS)
    return target.getvalue().encode("utf-8-sig")


def _text(value: object) -> str:
    if value is None:
        return ""
    text = value.isoformat() if isinstance(value, dt.date) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
