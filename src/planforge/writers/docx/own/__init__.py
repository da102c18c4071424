"""Documents in a Word file that the user already has: its page, its styles, its headers."""

from __future__ import annotations

from .document import Written, write
from .opening import WordFile, open_word

__all__ = ["WordFile", "Written", "open_word", "write"]
