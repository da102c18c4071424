"""What is to be done in a plan, by whom and on which days; read by calendars, tables, progress."""

from __future__ import annotations

from .dates import Span
from .identity import identified
from .matter import Matter, Nature
from .matters import matters

__all__ = ["Matter", "Nature", "Span", "identified", "matters"]
