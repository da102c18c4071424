"""Lines of an old document → a plan file. What is unclear stays as text in its place."""

from .build import Imported, plan_from_text
from .report import Fate, Note

__all__ = ["Fate", "Imported", "Note", "plan_from_text"]
