"""Word files → lines: what Word shows, and the numbers that it counts."""

from .document import read

__all__ = ["read"]
