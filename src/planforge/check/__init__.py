"""Any Word file against a page style: what is wrong, where, and which clause says so."""

from __future__ import annotations

from .checking import Report, check
from .finding import Finding, Place

__all__ = ["Finding", "Place", "Report", "check"]
