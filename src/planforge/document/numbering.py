"""What the number of a heading or an item looks like in text formats.

The schemes themselves are data in the style files; Word gets the same scheme as a multilevel
list and counts by itself. Formats go by their OOXML names (ISO/IEC 29500-1, 17.18.59).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Level(Protocol):
    """One level of a numbering scheme."""

    @property
    def format(self) -> str:
        """OOXML name of the number format, such as ``decimal``."""

    @property
    def pattern(self) -> str:
        """The label with ``%1`` … ``%9`` where the number stands, such as ``（%2）``."""

    @property
    def typed_from(self) -> int:
        """From this number on custom differs from what Word counts; 0 for never."""


class Scheme(Protocol):
    """Whatever has a numbering scheme, such as a page style."""

    @property
    def numbering(self) -> Sequence[Level]:
        """The levels, the outermost first; at least one."""


_PLAIN: Final = "零一二三四五六七八九"
_LEGAL_TRADITIONAL: Final = "零壹貳參肆伍陸柒捌玖"
_LEGAL_SIMPLIFIED: Final = "零壹贰叁肆伍陆柒捌玖"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_TEN: Final = re.compile("^[一壹]([十拾])")
_LARGEST_IN_WORDS: Final = 9999
# Unicode has the circled numbers in three runs: (first number, last number, code point).
_CIRCLES: Final = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))


def label(levels: Sequence[Level], level: int, number: int) -> str:
    """The label as it stands in the Word document: 一、 （一） 1. （1） ①.

    Word counts 玖、壹拾、壹拾壹; custom is 玖、拾、拾壹, and holds from ``typed_from`` on.

    Args:
        levels: The scheme, the outermost level first.
        level: 1-based; levels below the last of the scheme look like the last.
        number: 1-based ordinal.
    """
    chosen = levels[min(level, len(levels)) - 1]
    digits = _FORMATS.get(chosen.format, str)(number)
    if 0 < chosen.typed_from <= number:
        digits = _TEN.sub(r"\1", digits)
    return re.sub(r"%[1-9]", lambda _match: digits, chosen.pattern)


def _counting(number: int, digits: str, units: str) -> str:
    """``number`` in words below 10,000; in plain digits from there on."""
    if number > _LARGEST_IN_WORDS:
        return str(number)
    words = ""
    for place, digit in enumerate(reversed(str(number))):
        words = (digits[int(digit)] + units[place].strip() if digit != "0" else digits[0]) + words
    return re.sub(f"{digits[0]}+", digits[0], words).rstrip(digits[0])


def _chinese(number: int) -> str:
    # 十二 on its own, but 一百一十二.
    return _TEN.sub(r"\1", _counting(number, _PLAIN, " 十百千"))


def _legal_traditional(number: int) -> str:
    return _counting(number, _LEGAL_TRADITIONAL, " 拾佰仟")


def _legal_simplified(number: int) -> str:
    return _counting(number, _LEGAL_SIMPLIFIED, " 拾佰仟")


def _stem(number: int) -> str:
    return _STEMS[number - 1] if number <= len(_STEMS) else str(number)


def _circled(number: int) -> str:
    """The number in a circle; from 51 on, where Unicode has none, in brackets."""
    for first, last, code_point in _CIRCLES:
        if first <= number <= last:
            return chr(code_point + number - first)
    return f"（{number}）"


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "ideographLegalTraditional": _legal_traditional,
    "chineseLegalSimplified": _legal_simplified,
    "ideographTraditional": _stem,
    "decimalEnclosedCircle": _circled,
    "decimal": str,
}
