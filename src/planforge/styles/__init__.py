"""Page styles: every figure of a page layout, with its clause and its strength."""

from __future__ import annotations

from .loading import load
from .model import Level, Style

__all__ = ["Level", "Style", "load"]
