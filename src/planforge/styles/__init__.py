"""Page styles: every figure of a page layout, with its clause and its strength."""

from __future__ import annotations

from .loading import beside, is_file, is_word, load, must_be_here
from .model import Level, Style

__all__ = ["Level", "Style", "beside", "is_file", "is_word", "load", "must_be_here"]
