"""Years as they are written: 2027, 二〇二七, 民國116."""

from __future__ import annotations

from typing import Final

from planforge.patterns import pattern

from .numerals import CHINESE_DIGITS, number

# The first year of the Republic of China calendar is 1912.
_BEFORE_REPUBLIC: Final = 1911
_REPUBLIC: Final = "民国"
_LAST_REPUBLIC: Final = 200

# In folded text, without the 年. Three figures can only be a year of the Republic.
FOUR_FIGURES: Final = rf"(?:(?:19|20|21)[0-9]{{2}}|[一二][{CHINESE_DIGITS}]{{3}})"
REPUBLIC: Final = rf"(?:{_REPUBLIC}(?:[0-9]{{1,3}}|[{CHINESE_DIGITS}]{{1,3}})|1[0-9]{{2}})"
YEAR: Final = rf"(?:{FOUR_FIGURES}|{REPUBLIC})"

# A year that was never filled in, in folded text: 20xx, xx年, 20__年, 20年.
UNFILLED: Final = pattern(r"(?<![a-zA-Z0-9])(?:20)?[xX×*_□?]{1,4}(?![a-zA-Z0-9])|^20(?=年|学年|$)")


def is_plain(words: str) -> bool:
    """Whether ``words`` are the four figures of a year and nothing else, as most years are."""
    return (
        len(words) == len("2027")
        and words.isascii()
        and words.isdecimal()
        and words.startswith(("19", "20", "21"))
    )


def counts_from_republic(text: str) -> bool:
    """Whether words that match `YEAR` give a year of the Republic of China calendar."""
    return text.startswith(_REPUBLIC) or number(text) < _LAST_REPUBLIC


def year(text: str) -> int:
    """The year of the common calendar for words that match `YEAR`.

    Raises:
        ValueError: The figures are not a number.
    """
    written = int(number(text.removeprefix(_REPUBLIC)))
    return written + _BEFORE_REPUBLIC if counts_from_republic(text) else written
