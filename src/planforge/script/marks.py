"""Quotation marks of one region for those of another."""

from __future__ import annotations

from typing import Final

_ALL: Final = ("“”‘’", "「」『』")


def into(quotes: str) -> dict[int, str]:
    """A table for `str.translate` that turns quotation marks into those of a region.

    Args:
        quotes: The outer and the inner pair of the region, such as 「」『』.
    """
    return {
        ord(old): new
        for pairs in _ALL
        for old, new in zip(pairs, quotes, strict=True)
        if old != new
    }
