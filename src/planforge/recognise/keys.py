"""The Chinese keys that `import` writes, taken from the model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from planforge.model.frame import Layout, Organization, Signature
from planforge.model.grid import Grid
from planforge.model.issue import Issue
from planforge.model.item import Item
from planforge.model.plan import Plan
from planforge.model.schedule import Activity, Schedule, ScheduleEntry
from planforge.model.section import CustomSection
from planforge.model.sections import Budget, BudgetLine, Leadership, Stage
from planforge.model.targets import Target

if TYPE_CHECKING:
    from planforge.model.entry import Entry


def _chinese(model: type[Entry]) -> dict[str, str]:
    return {name: names.zh for name, names in model.keys().items()}


PLAN: Final = _chinese(Plan)
SECTION: Final = _chinese(CustomSection)
ITEM: Final = _chinese(Item)
SCHEDULE: Final = _chinese(Schedule)
ENTRY: Final = _chinese(ScheduleEntry)
ACTIVITY: Final = _chinese(Activity)
STAGE: Final = _chinese(Stage)
TARGET: Final = _chinese(Target)
LEADERSHIP: Final = _chinese(Leadership)
BUDGET: Final = _chinese(Budget)
BUDGET_LINE: Final = _chinese(BudgetLine)
GRID: Final = _chinese(Grid)
LAYOUT: Final = _chinese(Layout)
ISSUE: Final = _chinese(Issue)
ORGANIZATION: Final = _chinese(Organization)
SIGNATURE: Final = _chinese(Signature)


def bare(key: str) -> frozenset[str]:
    """The keys that need not be written in a section that holds nothing else."""
    (model,) = (m for m in get_args(Plan.model_fields[key].annotation) if m is not type(None))
    names = _chinese(model)
    return frozenset((names[model.shorthand], names[model.listed]))


NO: Final = "否"
