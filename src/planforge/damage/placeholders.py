"""Blanks that were never filled in: 20xx年, x万元, __街道, 某某同志, 会员    人."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from . import blanks
from .finding import Damage

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_X: Final = "[xX×ｘＸ]"
_YEAR: Final = pattern(
    r"20[xX×ｘＸ＊*_＿]{2}年?|(?<![0-9A-Za-z])(?:[xX×＊*]{1,4}|_{2,4}|＿{1,4})年(?!级|級)|20[_＿]{2,}年?"
    # 20 alone, where the figures behind it were cut: 20计划办理, 对20工会.
    r"|(?<![\d.．:：第])20(?=(?:计划|計劃|計畫|工会|工會|年度|学年|學年|工作))"
)
_NUMBER: Final = pattern(
    rf"(?<![0-9A-Za-z]){_X}{{1,4}}(?=[余餘多]?(?:人次|人|名|万|萬|元|亿|億|个|個|家|次|份|场|場|期|项|項|户|戶|件"
    r"|条|條|篇|%|％|月|日|册|冊|届|屆|周|号|號))"
)
_NAME: Final = pattern(
    rf"(?<![0-9A-Za-z]){_X}{{2,4}}(?=[\u3400-\u9fff])(?!{_X}*年)|某某+"
    # Not the zeros of 二○○八年.
    r"|(?<![零一二三四五六七八九○〇])[○〇]{2,}(?=[\u3400-\u9fff])(?![零一二三四五六七八九])"
)
_SYMBOL: Final = pattern(
    r"_{2,}|＿+|(?<=\S)#{2,}(?!\s)|#{2,}(?=[\u3400-\u9fff])(?!\s)|(?<!\*)\*{2,4}(?=[\u3400-\u9fff])(?![^*\n]*\*{2})"
)


def years(text: str) -> Iterator[Damage]:
    """Every year of which figures are missing."""
    return _all(_YEAR, text)


def numbers(text: str) -> Iterator[Damage]:
    """Every figure that is an x."""
    return _all(_NUMBER, text)


def names(text: str) -> Iterator[Damage]:
    """Every name that is two or more x, or 某某."""
    return _all(_NAME, text)


def symbols(text: str) -> Iterator[Damage]:
    """Every blank of underscores, number signs or asterisks."""
    return _all(_SYMBOL, text)


def spaces(text: str) -> Iterator[Damage]:
    """Every blank that is nothing but space."""
    for blank in blanks.find(text):
        yield Damage(blank.start, blank.end, None, sure=False)


def find(text: str) -> Iterator[Damage]:
    """Every blank of any kind, in the order of the text and none twice."""
    found = {d for kind in (years, numbers, names, symbols, spaces) for d in kind(text)}
    end = 0
    for damage in sorted(found, key=lambda one: (one.start, -one.end)):
        if damage.start >= end:
            yield damage
            end = damage.end


def _all(wanted: re.Pattern[str], text: str) -> Iterator[Damage]:
    for match in wanted.finditer(text):
        yield Damage(*match.span(), None, sure=False)
