"""Word documents from the tree."""

from __future__ import annotations

from .document import write
from .fingerprint import is_untouched

__all__ = ["is_untouched", "write"]
