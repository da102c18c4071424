"""Word forms of the user, filled in from a plan."""

from __future__ import annotations

from .checking import Checked, check
from .filling import fill, load_engine
from .listing import Need, needs
from .values import values
from .words import Printing

__all__ = ["Checked", "Need", "Printing", "check", "fill", "load_engine", "needs", "values"]
