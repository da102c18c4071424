"""Files people already have → lines of text. No idea of plans."""

from .choosing import LARGEST, SUFFIXES, read, reading
from .line import Cell, Line
from .result import Dropped, Loss, Reading

__all__ = ["LARGEST", "SUFFIXES", "Cell", "Dropped", "Line", "Loss", "Reading", "read", "reading"]
