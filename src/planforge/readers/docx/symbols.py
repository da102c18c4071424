"""What the characters of Word's symbol fonts show."""

from __future__ import annotations

from typing import Final

_PRIVATE: Final = range(0xF000, 0xF100)
_BULLET: Final = "•"
# Halves of themselves, which Word offers among its bullets.
_WHOLE: Final = str.maketrans("￭￮", "■○")
# By the names that Word writes; code points without the F000 that some programs add.
_SHOWN: Final[dict[str, dict[int, str]]] = {
    # Word's own second bullet is a small o.
    "courier new": {0x6F: "○"},
    "symbol": {
        0xA3: "≤",
        0xB0: "°",
        0xB1: "±",
        0xB3: "≥",
        0xB4: "×",
        0xB7: "•",
        0xB8: "÷",
        0xB9: "≠",
        0xBB: "≈",
        0xD7: "·",
    },
    "wingdings": {
        0x6C: "●",
        0x6D: "○",
        0x6E: "■",
        0x6F: "□",
        0x71: "□",
        0x75: "◆",
        0x76: "❖",
        0x77: "◆",
        0x9F: "•",
        0xA1: "○",
        0xA7: "▪",
        0xA8: "□",
        0xAB: "★",
        0xB2: "☆",
        0xD8: "➢",
        0xE0: "→",
        0xFB: "✗",
        0xFC: "✓",
        0xFD: "☒",
        0xFE: "☑",
        **{0x80 + number: chr(0x2460 + number - 1) for number in range(1, 11)},
        **{0x8B + number: chr(0x2776 + number - 1) for number in range(1, 11)},
    },
    "wingdings 2": {
        0x50: "✓",
        0x51: "☑",
        0x52: "☑",
        0x53: "☒",
        0x54: "☒",
        0x98: "●",
        0xA3: "□",
        0x2A: "□",
        **{0x6A + number: chr(0x2460 + number - 1) for number in range(1, 11)},
    },
}


def shown(font: str, character: str) -> str:
    """The character of Unicode that looks like ``character`` in ``font``; itself for others."""
    table = _SHOWN.get(font.lower(), {})
    code = ord(character)
    return table.get(code - _PRIVATE.start if code in _PRIVATE else code, character)


def bullet(font: str, pattern: str) -> str:
    """How a bullet of a list looks: • for any sign that no usual font has."""
    signs = [shown(font, character) for character in pattern.strip().translate(_WHOLE)]
    return "".join(_BULLET if ord(sign) in _PRIVATE else sign for sign in signs) or _BULLET
