"""A plan as a workbook (SpreadsheetML), through openpyxl: tasks, months, budget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl import Workbook

from planforge.agenda import Nature
from planforge.agenda.table import rows
from planforge.regions import load_region

from . import budget, sheet
from .package import settled

if TYPE_CHECKING:
    from planforge.agenda.table import Name
    from planforge.model.plan import Plan

TASKS: Final[tuple[Name, ...]] = (
    *("id", "section", "title", "text", "goal", "owner", "when", "first", "last", "budget"),
    *("status", "finished", "evidence", "reached", "remarks"),
)
MONTHS: Final[tuple[Name, ...]] = (
    *("id", "section", "title", "when", "first", "last", "place", "audience", "owner", "budget"),
    *("status", "finished", "evidence", "remarks"),
)


def to_xlsx(plan: Plan) -> bytes:
    """The workbook: one sheet for targets, tasks and stages, one for the schedule, one for money.

    A sheet without rows is left out, but never all of them. The same plan gives the same bytes.
    """
    region = load_region(plan.region)
    book = Workbook()
    book.remove(book.worksheets[0])
    everything = list(rows(plan))
    activities = [row for row in everything if row.matter.nature is Nature.ACTIVITY]
    others = [row for row in everything if row.matter.nature is not Nature.ACTIVITY]
    if others or not activities:
        sheet.add(book, region.labels.task_sheet, TASKS, others, plan.title, region)
    if activities:
        sheet.add(book, region.labels.month_sheet, MONTHS, activities, plan.title, region)
    if plan.budget and plan.budget.lines:
        budget.add(book, plan.budget, region)
    book.properties.title = plan.title
    book.properties.creator = plan.organization.name if plan.organization else ""
    return settled(book)
