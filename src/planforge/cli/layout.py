"""Text in terminal columns: a Chinese character takes two."""

from __future__ import annotations

import unicodedata
from typing import Final

from planforge.patterns import pattern

_PIECE: Final = pattern(r"\s+|[（《“‘【]*(?:[!-~]+|\S)[，。；：、？！）》”’】…]*")
"""What stays on one line: a word or a character, with the punctuation that clings to it."""


def columns(text: str) -> int:
    """The number of terminal columns that ``text`` takes."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def pad(text: str, width: int) -> str:
    """``text`` with blanks up to ``width`` columns."""
    return text + " " * (width - columns(text))


def wrap(text: str, width: int, indent: int = 0) -> list[str]:
    """``text`` in lines of at most ``width`` columns where a word allows it.

    Args:
        text: One paragraph.
        width: Columns.
        indent: Blanks before every line but the first.
    """
    lines: list[str] = []
    line = ""
    for piece in _PIECE.findall(text):
        if columns(line + piece.rstrip()) > width and line.strip():
            lines.append(line.rstrip())
            line = " " * indent + piece.lstrip()
        else:
            line += piece
    if line.strip():
        lines.append(line.rstrip())
    return lines
