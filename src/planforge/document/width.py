"""How wide text is on a page set in a Chinese font."""

from __future__ import annotations

import unicodedata
from typing import Final

_WIDE: Final = frozenset("WFA")
# White that word processors put between a Chinese and a Latin character, in hanzi.
_BETWEEN_SCRIPTS: Final = 0.2
_NO_WIDTH: Final = frozenset(("Mn", "Me", "Cf"))

# One letter for each kind of character.
_NOTHING: Final = "0"
_HALF: Final = "."
_LATIN: Final = "l"
_FULL: Final = ":"
_HANZI: Final = "h"


def is_wide(character: str) -> bool:
    """Whether ``character`` fills the square of a Chinese character.

    Characters of ambiguous width (“ ” ① —) do so in Chinese fonts (Unicode, UAX #11).
    """
    return unicodedata.east_asian_width(character) in _WIDE


def width(text: str) -> int:
    """Width of one line in half-width units: a Chinese character is 2, a Latin letter 1."""
    return _width(text.translate(_KINDS))


def set_width(text: str) -> float:
    """Width of one line in hanzi, with the white that word processors put between the scripts."""
    kinds = text.translate(_KINDS)
    changes = kinds.count(_LATIN + _HANZI) + kinds.count(_HANZI + _LATIN)
    return _width(kinds) / 2 + changes * _BETWEEN_SCRIPTS


def _width(kinds: str) -> int:
    wide = kinds.count(_FULL) + kinds.count(_HANZI)
    return len(kinds) + wide - kinds.count(_NOTHING)


class _Kinds(dict[int, str]):
    """Code point → its kind, looked up once: texts repeat their characters."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if unicodedata.category(character) in _NO_WIDTH:
            kind = _NOTHING
        elif character.isalnum():
            kind = _HANZI if is_wide(character) else _LATIN
        else:
            kind = _FULL if is_wide(character) else _HALF
        self[code] = kind
        return kind


_KINDS: Final = _Kinds()
