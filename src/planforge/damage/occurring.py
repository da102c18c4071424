"""Which characters and words occur in a text; dozens of searches ask before they begin."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@lru_cache(maxsize=1)
def characters(text: str) -> frozenset[str]:
    """Every character of ``text``, found once for all who ask about the same text."""
    return frozenset(text)


def any_word(words: Iterable[str], text: str) -> bool:
    """Whether any of the words occurs in ``text``."""
    # Nearly all have a character that does not, so few of them are looked for.
    may_occur = characters(text).issuperset
    return any(word in text for word in words if may_occur(word))
