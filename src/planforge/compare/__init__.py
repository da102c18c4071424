"""Two plans compared, in plain sentences."""

from __future__ import annotations

from .comparing import differences
from .difference import Difference, Kind

__all__ = ["Difference", "Kind", "differences"]
