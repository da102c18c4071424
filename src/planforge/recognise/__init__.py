"""Lines of an old document → a plan file. What is unclear stays as text in its place."""

from .build import Imported, plan_from_lines, plan_from_text
from .origins import Origin
from .report import Fate, Note

__all__ = ["Fate", "Imported", "Note", "Origin", "plan_from_lines", "plan_from_text"]
