"""How wide text is on a page set in a Chinese font."""

from __future__ import annotations

import unicodedata
from typing import Final

_WIDE: Final = frozenset("WFA")
_NO_WIDTH: Final = frozenset(("Mn", "Me", "Cf"))


def is_wide(character: str) -> bool:
    """Whether ``character`` fills the square of a Chinese character.

    Characters of ambiguous width (“ ” ① —) do so in Chinese fonts (Unicode, UAX #11).
    """
    return unicodedata.east_asian_width(character) in _WIDE


def width(text: str) -> int:
    """Width of one line in half-width units: a Chinese character is 2, a Latin letter 1."""
    return sum(0 if unicodedata.category(c) in _NO_WIDTH else 1 + is_wide(c) for c in text)
