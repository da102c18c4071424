"""Chinese and other numerals of numbering marks → ordinals."""

from __future__ import annotations

from typing import Final

from planforge.model.numerals import number

# First character of each run of numbered symbols, and how many there are.
RUNS: Final = {
    "①": 20,
    "⑴": 20,
    "⒈": 20,
    "㈠": 10,
    "㊀": 10,
    "ⅰ": 12,
    "Ⅰ": 12,
    "❶": 10,
    "➀": 10,
}
_SYMBOLS: Final = {
    chr(ord(first) + n): n + 1 for first, count in RUNS.items() for n in range(count)
}
_TENS: Final = "十拾"
_LIMIT: Final = 100


def ordinal(text: str) -> int:
    """The number that ``text`` stands for; 0 when it stands for none.

    Understands digits of any width, Chinese numerals below one hundred, circled and bracketed
    symbols, and single Latin letters (a is 1).
    """
    if text.isdecimal():
        return int(text)
    if text in _SYMBOLS:
        return _SYMBOLS[text]
    if len(text) == 1 and text.isascii() and text.isalpha():
        return ord(text.lower()) - ord("a") + 1
    return _chinese(text)


def _chinese(text: str) -> int:
    if len(text) > 1 and not any(ten in text for ten in _TENS):
        return 0  # 一二 is no ordinal.
    try:
        value = number(text.replace("参", "叁"))
    except ValueError:
        return 0
    return int(value) if value < _LIMIT else 0
