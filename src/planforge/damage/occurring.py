"""Which characters and words occur in a text; dozens of searches ask before they begin."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE: Final = 200


@lru_cache(maxsize=1)
def characters(text: str) -> frozenset[str]:
    """Every character of ``text``, found once for all who ask about the same text."""
    return frozenset(text)


def any_word(words: Iterable[str], text: str) -> bool:
    """Whether any of the words occurs in ``text``."""
    # Nearly all have a character that a plan lacks; in a single line they are as soon looked for.
    if len(text) > _LINE:
        words = filter(characters(text).issuperset, words)
    return any(word in text for word in words)
