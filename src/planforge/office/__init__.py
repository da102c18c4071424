"""LibreOffice on this computer: where it is, and Word documents through it to PDF."""

from __future__ import annotations

from .convert import to_pdf

__all__ = ["to_pdf"]
