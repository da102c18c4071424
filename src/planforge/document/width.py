"""How wide text is on a page set in a Chinese font."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import Final

_WIDE: Final = frozenset("WFA")
# White that word processors put between a Chinese and a Latin character, in hanzi.
_BETWEEN_SCRIPTS: Final = 0.2
_NO_WIDTH: Final = frozenset(("Mn", "Me", "Cf"))


def is_wide(character: str) -> bool:
    """Whether ``character`` fills the square of a Chinese character.

    Characters of ambiguous width (“ ” ① —) do so in Chinese fonts (Unicode, UAX #11).
    """
    return unicodedata.east_asian_width(character) in _WIDE


def width(text: str) -> int:
    """Width of one line in half-width units: a Chinese character is 2, a Latin letter 1."""
    return sum(0 if unicodedata.category(c) in _NO_WIDTH else 1 + is_wide(c) for c in text)


def set_width(text: str) -> float:
    """Width of one line in hanzi, with the white that word processors put between the scripts."""
    changes = sum(
        a.isalnum() and b.isalnum() and is_wide(a) != is_wide(b) for a, b in pairwise(text)
    )
    return width(text) / 2 + changes * _BETWEEN_SCRIPTS
