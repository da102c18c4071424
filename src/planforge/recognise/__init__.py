"""Lines of an old document → a plan file. What is unclear stays as text in its place."""

from .build import Imported, plan_from_lines, plan_from_text
from .origins import Origin
from .repair import Change
from .report import Fate, Note, Role
from .splitting import plans_from_lines

__all__ = [
    "Change",
    "Fate",
    "Imported",
    "Note",
    "Origin",
    "Role",
    "plan_from_lines",
    "plan_from_text",
    "plans_from_lines",
]
