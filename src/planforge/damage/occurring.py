"""Which characters occur in a text; dozens of searches ask before they begin."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1)
def characters(text: str) -> frozenset[str]:
    """Every character of ``text``, found once for all who ask about the same text."""
    return frozenset(text)
