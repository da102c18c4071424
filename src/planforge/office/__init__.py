"""LibreOffice on this computer: where it is, Word documents to PDF, and others to Word."""

from __future__ import annotations

from .convert import to_pdf
from .word import to_word

__all__ = ["to_pdf", "to_word"]
