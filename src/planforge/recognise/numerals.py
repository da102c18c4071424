"""Chinese and other numerals of numbering marks → ordinals."""

from __future__ import annotations

from typing import Final

CHINESE: Final = "一二三四五六七八九"
FORMAL: Final = "壹贰叁肆伍陆柒捌玖"
FORMAL_HANT: Final = "壹貳參肆伍陸柒捌玖"
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
_DIGITS: Final = {
    **{c: n for row in (CHINESE, FORMAL, FORMAL_HANT) for n, c in enumerate(row, 1)},
    "参": 3,
    "两": 2,
    "兩": 2,
}
_SYMBOLS: Final = {
    chr(ord(first) + n): n + 1 for first, count in RUNS.items() for n in range(count)
}
_TENS: Final = "十拾"


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
    ten = next((c for c in text if c in _TENS), "")
    if not ten:
        return _DIGITS.get(text, 0)
    tens, _, ones = text.partition(ten)
    if (tens and tens not in _DIGITS) or (ones and ones not in _DIGITS):
        return 0
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
