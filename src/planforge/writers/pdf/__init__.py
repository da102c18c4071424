"""PDF: the Word document through LibreOffice, then compared with it."""

from __future__ import annotations

from .document import from_word, write
from .settled import is_untouched

__all__ = ["from_word", "is_untouched", "write"]
