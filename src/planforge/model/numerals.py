"""Numbers in Arabic figures, in Chinese characters and in both: 3,000, 1.5万, 廿五, 二〇二七."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from planforge.language import _
from planforge.patterns import pattern

from .wording import fold

_DIGITS: Final = {
    character: value
    for value, characters in enumerate(
        ("零〇○", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for character in characters
}
_COLLOQUIAL: Final = (1000, 100)
_LARGE: Final = {"亿": 10**8, "万": 10**4}
_ZEROS: Final = "零〇○"
# Longer figures stand in no plan; the bound also keeps every sum exact.
_LONGEST: Final = 40
_LONGEST_INTEGER: Final = 12
_LIMIT: Final = Decimal(10**20)

CHINESE_DIGITS: Final = "".join(_DIGITS)
CHINESE_UNITS: Final = "十拾百佰千仟万亿"
_CHINESE: Final = CHINESE_DIGITS + CHINESE_UNITS + "廿卅"
ARABIC: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})++|[0-9]{1,12})(?:\.[0-9]{1,4})?"
# A number in folded text, Arabic, Chinese or mixed; `number` decides whether it is well formed.
NUMBER: Final = rf"(?:(?:(?>{ARABIC})|[{_CHINESE}])++(?:点[{CHINESE_DIGITS}]+)?)"

_ARABIC: Final = pattern(ARABIC)
_SPELLED: Final = pattern(rf"[{CHINESE_DIGITS}]+")
_COEFFICIENT: Final = rf"(?:{ARABIC}|[{CHINESE_DIGITS}])"
# What stands between 亿 and 万 and behind them: 千, 百, 十 and ones, each at most once.
_SECTION: Final = pattern(
    rf"(?:(?P<thousands>{_COEFFICIENT})[千仟][{_ZEROS}]?)?"
    rf"(?:(?P<hundreds>{_COEFFICIENT})[百佰][{_ZEROS}]?)?"
    rf"(?:(?P<tens>{_COEFFICIENT}|)[十拾])?(?P<ones>{_COEFFICIENT})?"
)
_PLACES: Final = {"thousands": 1000, "hundreds": 100, "tens": 10, "ones": 1}


def number(text: str) -> Decimal:
    """The exact value of a number in either script.

    A closing digit after 百, 千, 万 or 亿 counts tenths of it, as in speech: 一万二 is 12000.

    Raises:
        ValueError: The words are not one well-formed number below 10 to the 20th.
    """
    if text.isascii() and text.isdecimal() and len(text) <= _LONGEST_INTEGER:
        return Decimal(text)
    folded = fold(text).replace("廿", "二十").replace("卅", "三十")
    if len(folded) > _LONGEST:
        raise _not_a_number(text)
    if _ARABIC.fullmatch(folded):
        return Decimal(folded.replace(",", ""))
    whole, point, fraction = folded.partition("点")
    value = Decimal(_spelled(whole)) if _SPELLED.fullmatch(whole) else _counted(whole)
    if value >= _LIMIT:
        raise _not_a_number(text)
    return value + Decimal(f"0.{_spelled(fraction)}") if point else value


def _spelled(text: str) -> str:
    if not _SPELLED.fullmatch(text):
        raise _not_a_number(text)
    return "".join(str(_DIGITS[character]) for character in text)


def _counted(text: str) -> Decimal:
    """The value of a number with units, such as 三万五千 or 1万4,286."""
    for unit, size in _LARGE.items():
        head, found, tail = text.rpartition(unit)
        if found:
            value = _counted(head) * size + _behind(tail, size)
            return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
    match = _SECTION.fullmatch(text)
    if match is None or not text:
        raise _not_a_number(text)
    value, last = Decimal(0), Decimal(_LIMIT)
    for place, size in _PLACES.items():
        figure = match[place]
        if figure is None:
            continue
        colloquial = size == 1 and last in _COLLOQUIAL and text[-2] not in _ZEROS
        part = _behind(figure, int(last)) if colloquial else _figure(figure or "一") * size
        if part >= last:
            raise _not_a_number(text)
        value, last = value + part, Decimal(size)
    return value


def _behind(text: str, unit: int) -> Decimal:
    """The value of what follows ``unit``; a single Chinese digit counts tenths of it."""
    if text in _DIGITS:
        return Decimal(_DIGITS[text] * unit // 10)
    rest = text.lstrip(_ZEROS)
    value = _counted(rest) if rest else Decimal(0)
    if value >= unit:
        raise _not_a_number(text)
    return value


def _figure(text: str) -> Decimal:
    return Decimal(_DIGITS[text]) if text in _DIGITS else Decimal(text.replace(",", ""))


def _not_a_number(text: str) -> ValueError:
    return ValueError(_("{text} is not a number").format(text=text))


def chinese(value: int) -> str:
    """A whole number from 0 below 10 to the 16th in simplified Chinese: 12 is 十二.

    Raises:
        ValueError: The number is outside these bounds.
    """
    if not 0 <= value < 10**16:
        raise _not_a_number(str(value))
    words = _in_characters(value)
    return words[1:] if words.startswith("一十") else words


def _in_characters(value: int) -> str:
    for unit, size in (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10)):
        if value >= size:
            head, rest = divmod(value, size)
            gap = "零" if 0 < rest < size // 10 else ""
            return _in_characters(head) + unit + (gap + _in_characters(rest) if rest else "")
    return "零一二三四五六七八九"[value]
