"""Figures to be reached, alone or inside a sentence, and what only looks like one."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from .figure_forms import ALL, EACH, EVENTS, FOUND, MEASURES, STATED, ZERO, ZERO_OR_ALL
from .numerals import CHINESE_DIGITS, number
from .operators import OPERATOR, SUFFIX, SYMBOLS

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

# Operator, figure or lower end, upper end, unit.
Measure = tuple[str, Decimal, Decimal | None, str]

_ZERO: Final = ("=", Decimal(0), None, "")
_ALL: Final = ("=", Decimal(100), None, "%")

# What most goals say: ≥95%. The form of all the others takes longer to compile than to read a plan.
_USUAL: Final = pattern(r"(?P<symbol>[≥≤><=]?)(?P<figure>[1-9][0-9]{0,3}(?:\.[0-9]{1,2})?)%")
_STOP: Final = "，。；：、！？,;:!?\n"
_ENDS: Final = frozenset(_STOP + ".…)”’」』]")
_PEOPLE: Final = frozenset(("人", "名", "位"))
_IS_SHARE: Final = pattern(r"[%‰成]$|分之|百分百")
# 每人一份: so near, a rate makes a goal even of one thing.
_NEAR: Final = 2
# Further back, no 每人 belongs to the figure.
_FAR: Final = 30
_SHARE: Final = pattern(r"(?P<of>[百千])分之(?P<named>.+)|(?P<figure>.+?)(?P<sign>[%‰成])")
_FEW: Final = pattern(rf"[{CHINESE_DIGITS}十]+")
_SPELLED: Final = pattern(rf"[{CHINESE_DIGITS}]{{2,}}")
_QUARTER: Final = pattern(r"季$")
# 诊疗人次73万: what is counted stands before the figure and is its unit.
_COUNTED: Final = frozenset(("人次", "人数", "次数", "户数", "件数", "场次"))
_SCALE: Final = pattern(r"[千万亿]+$")
# From this number on 年 names a year and counts none.
_FIRST_YEAR: Final = 1900


def stated(words: str) -> Measure | None:
    """The figure that compact ``words`` state and nothing besides."""
    if usual := _USUAL.fullmatch(words):
        return SYMBOLS.get(usual["symbol"], "="), Decimal(usual["figure"]), None, "%"
    if ZERO.fullmatch(words):
        return _ZERO
    if ALL.fullmatch(words):
        return _ALL
    match = STATED.fullmatch(words)
    if match is None or (match["noun"] and (match["other"] or not match["unit"])):
        return None
    # Any letter fits the form: the class of all hanzi takes as long to compile as the rest of it.
    other = match["other"]
    if other and other != "℃" and not "一" <= other <= "鿿":
        return None
    return None if match["noun"] and _few(match) else _measure(match)


def found(words: str) -> Iterator[tuple[int, int, Measure]]:
    """Start, end and meaning of every figure to be reached in compact ``words``, in order."""
    matches = sorted(
        (*FOUND.finditer(words), *ZERO_OR_ALL.finditer(words)), key=lambda found: found.start()
    )
    end = 0
    for match in matches:
        if match.start() < end:
            continue
        if match.re.pattern == ZERO_OR_ALL.pattern:
            end = match.end()
            yield match.start(), end, _ZERO if match["zero"] else _ALL
            continue
        each = _each(words, end, match)
        if _is_goal(match, words, each) and (measure := _measure(match, each)):
            end = match.end()
            yield (each or match).start(), end, measure


def _each(words: str, earliest: int, match: re.Match[str]) -> re.Match[str] | None:
    """The 每人 or 人均 that stands in the same clause before a figure with a unit."""
    if not match["unit"] or "/" in match["unit"]:
        return None
    earliest = max(earliest, match.start() - _FAR)
    start = max(words.rfind(stop, earliest, match.start()) + 1 for stop in _STOP)
    start = max(start, earliest)
    return next(reversed([*EACH.finditer(words, start, match.start() + 1)]), None)


def _is_goal(match: re.Match[str], words: str, each: re.Match[str] | None) -> bool:
    """Whether a figure in a sentence is one to be reached."""
    figure = match["high"] or match["figure"] or ""
    if _IS_SHARE.search(figure):
        return True
    following = words[match.end() : match.end() + 1]
    ends = not following or following in _ENDS
    unit = (match["unit"] or "").partition("/")[0]
    compared = bool(match["after"]) or OPERATOR.get(match["before"], "=") != "="
    threshold = match["after"] and (not ends or following == ")")  # 25人以上的企业
    people = unit in _PEOPLE and (
        following == "的" or "以上" in words[match.end() : match.end() + 5]  # 3人上访以上
    )
    if threshold or people or (match["before"] == "为" and not ends):
        return False
    if not unit:
        counted = words[max(match.start() - 2, 0) : match.start()] in _COUNTED
        return (bool(match["before"]) or counted) and ends and not _FEW.fullmatch(figure)
    if compared or unit in MEASURES:
        return compared or each is not None
    return not _few(match) or (each is not None and match.start() - each.end() <= _NEAR)


def _few(match: re.Match[str]) -> bool:
    """Whether the figure is a small number in Chinese of things, as in slogans: 三个意识."""
    single = "" if match["high"] or match["spread"] else match["figure"] or ""
    unit = (match["unit"] or "").partition("/")[0]
    return bool(_FEW.fullmatch(single)) and unit not in EVENTS


def _measure(match: re.Match[str], each: re.Match[str] | None = None) -> Measure | None:
    unit = match["unit"] or ""
    if each:
        unit += f"/{each['each'] or each['average'] or each['one']}"
    unit = _QUARTER.sub("季度", unit)
    try:
        low, high, sign = _ends(match)
    except ValueError:
        return None
    if unit == "年" and low >= _FIRST_YEAR:
        return None
    operator = OPERATOR.get(match["before"], "=")
    if high is not None:
        return "..", low, high, sign or unit
    if operator == "=" and match["after"]:
        operator = SUFFIX[match["after"]]
    return operator, low, None, sign or unit


def _ends(match: re.Match[str]) -> tuple[Decimal, Decimal | None, str]:
    """The figure or both ends of a range, and the sign of a share.

    Raises:
        ValueError: A figure is not well formed.
    """
    if spoken := match["spoken"]:
        return number(spoken[0]), number(spoken[1]), ""
    low_words, high_words = match["figure"], match["high"]
    if match["spread"]:
        (middle, sign), (spread, other) = _figure(low_words), _figure(match["spread"])
        return middle - spread, middle + spread, sign or other
    if not high_words:
        low, sign = _figure(low_words)
        return low, None, sign
    # 3至5万张 and 3-5成 say 万 and 成 only once.
    if (scale := _SCALE.search(high_words)) and not _SCALE.search(low_words):
        low_words += scale.group()
    elif high_words.endswith("成") and not low_words.endswith("成"):
        low_words += "成"
    (low, sign), (high, other) = _figure(low_words), _figure(high_words)
    return low, high, other or sign


def _figure(words: str) -> tuple[Decimal, str]:
    """A figure without its sign of a share, and the sign: 九成 is 90 and %."""
    if words in {"百分百", "百分之百"}:
        return Decimal(100), "%"
    share = _SHARE.fullmatch(words)
    if share is None:
        if _SPELLED.fullmatch(words):
            raise ValueError(words)  # 三八, 五一: names, not figures
        return number(words), ""
    if share["of"]:
        return number(share["named"]), "%" if share["of"] == "百" else "‰"
    if share["sign"] == "成":
        return number(share["figure"]) * 10, "%"
    return number(share["figure"]), share["sign"]
