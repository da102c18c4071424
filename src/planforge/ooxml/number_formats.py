"""Numbers as Word's number formats show them: 一, ①, iv, 壹; formats go by their OOXML names.

What each name means: ISO/IEC 29500-1, 17.18.59.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_PLAIN: Final = "零一二三四五六七八九"
_POSITIONAL: Final = "〇一二三四五六七八九"
_LEGAL_TRADITIONAL: Final = "零壹貳參肆伍陸柒捌玖"
_LEGAL_SIMPLIFIED: Final = "零壹贰叁肆伍陆柒捌玖"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_TEN: Final = re.compile("^[一壹]([十拾])")
_LARGEST_IN_WORDS: Final = 9999
_LARGEST_ROMAN: Final = 3999
_LARGEST_IN_LETTERS: Final = 780
# Unicode has the circled numbers in three runs: (first number, last number, code point).
_CIRCLES: Final = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))
_HAN_CIRCLES: Final = ((1, 10, 0x3280),)
_BRACKETS: Final = ((1, 20, 0x2474),)
_FULL_STOPS: Final = ((1, 20, 0x2488),)
_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def digits(number_format: str, number: int) -> str:
    """``number`` in a format; in plain figures where the format or its sign is not known."""
    return _FORMATS.get(number_format, str)(number)


def without_one(words: str) -> str:
    """十二 for 一十二, and 拾贰 for 壹拾贰, as custom has it."""
    return _TEN.sub(r"\1", words)


def _counting(number: int, figures: str, units: str) -> str:
    """``number`` in words below 10,000; in plain digits from there on."""
    if number > _LARGEST_IN_WORDS:
        return str(number)
    words = ""
    for place, digit in enumerate(reversed(str(number))):
        unit = units[place].strip()
        words = (figures[int(digit)] + unit if digit != "0" else figures[0]) + words
    return re.sub(f"{figures[0]}+", figures[0], words).rstrip(figures[0]) or figures[0]


def _chinese(number: int) -> str:
    # 十二 on its own, but 一百一十二.
    return without_one(_counting(number, _PLAIN, " 十百千"))


def _legal_traditional(number: int) -> str:
    return _counting(number, _LEGAL_TRADITIONAL, " 拾佰仟")


def _legal_simplified(number: int) -> str:
    return _counting(number, _LEGAL_SIMPLIFIED, " 拾佰仟")


def _positional(number: int) -> str:
    return "".join(_POSITIONAL[int(digit)] for digit in str(number))


def _wide(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def _stem(number: int) -> str:
    return _STEMS[number - 1] if 1 <= number <= len(_STEMS) else str(number)


def _branch(number: int) -> str:
    return _BRANCHES[number - 1] if 1 <= number <= len(_BRANCHES) else str(number)


def _year(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


def _circled(number: int) -> str:
    """The number in a circle; from 51 on, where Unicode has none, in brackets."""
    return _sign(number, _CIRCLES) or (f"（{number}）" if number else "0")


def _sign(number: int, runs: tuple[tuple[int, int, int], ...]) -> str:
    for first, last, code_point in runs:
        if first <= number <= last:
            return chr(code_point + number - first)
    return ""


def _han_circled(number: int) -> str:
    return _sign(number, _HAN_CIRCLES) or str(number)


def _bracketed(number: int) -> str:
    return _sign(number, _BRACKETS) or str(number)


def _full_stop(number: int) -> str:
    return _sign(number, _FULL_STOPS) or str(number)


def _letters(number: int) -> str:
    """A … z, aa, bb … zz, aaa."""
    if not 1 <= number <= _LARGEST_IN_LETTERS:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _roman(number: int) -> str:
    if not 1 <= number <= _LARGEST_ROMAN:
        return str(number)
    words = ""
    for size, figure in _ROMAN:
        times, number = divmod(number, size)
        words += figure * times
    return words


def _ordinal(number: int) -> str:
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "bullet": lambda _number: "",
    "none": lambda _number: "",
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "koreanDigital2": _positional,
    "ideographDigital": _positional,
    "japaneseDigitalTenThousand": _positional,
    "taiwaneseDigital": _positional,
    "ideographLegalTraditional": _legal_traditional,
    "chineseLegalSimplified": _legal_simplified,
    "ideographTraditional": _stem,
    "ideographZodiac": _branch,
    "ideographZodiacTraditional": _year,
    "ideographEnclosedCircle": _han_circled,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _bracketed,
    "decimalEnclosedFullstop": _full_stop,
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ordinal": _ordinal,
    "decimal": str,
}
