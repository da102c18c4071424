"""Words for stretches of the year, and the parts of a month."""

from __future__ import annotations

from typing import Final

from planforge.patterns import pattern

from .numerals import number
from .wording import TO
from .years import YEAR, year

# First and last month. A school's winter holiday lies in January and February, its summer
# holiday in July and August, in all four regions.
SPANS: Final = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "全年": (1, 12),
    "全年度": (1, 12),
    "年内": (1, 12),
    "年度内": (1, 12),
    "前三季度": (1, 9),
    "前三个季度": (1, 9),
    "寒假": (1, 2),
    "暑假": (7, 8),
    "寒假期间": (1, 2),
    "暑假期间": (7, 8),
    "暑期": (7, 8),
}
# First and last month and the part of the month, for the parts of a year.
YEAR_PARTS: Final = {
    "初": (1, 1, "初"),
    "中": (6, 7, ""),
    "底": (12, 12, "底"),
    "末": (12, 12, "末"),
}

# Days of a month: 31 stands for its last day. The rough words are read as ten days, like 旬.
PARTS: Final = {
    "上中旬": (1, 20),
    "中上旬": (1, 20),
    "中下旬": (11, 31),
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 31),
    "初": (1, 10),
    "中": (11, 20),
    "底": (21, 31),
    "末": (21, 31),
}
PART: Final = rf"(?:月?(?:{'|'.join(PARTS)}))"
# A number of a day, month or week, in folded text.
SMALL: Final = r"(?:[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})"
LIST: Final = r"[、,/和及与]"
THIS_YEAR: Final = r"(?:今年|本年度?|当年)"
NEXT_YEAR: Final = r"(?:次年|翌年|明年|来年)"

_Q: Final = r"第?[1-4一二三四](?:个?季度?)?"
_SPAN: Final = pattern(
    rf"(?:(?P<year>{YEAR})年?度?|{THIS_YEAR})?"
    rf"(?:(?P<word>{'|'.join(SPANS)})|(?P<quarters>{_Q}(?:(?:{LIST}|{TO}){_Q})*(?<=[季度])))"
)
_ENDS: Final = (*SPANS, "季", "度")
_TO: Final = pattern(TO)
_QUARTER: Final = pattern(r"[1-4一二三四]")


def months_of(text: str) -> tuple[int | None, tuple[int, ...]] | None:
    """The year, if written, and the months of compact words such as 上半年 or 二、三季度."""
    match = _SPAN.fullmatch(text) if text.endswith(_ENDS) else None
    if match is None:
        return None
    written = year(match["year"]) if match["year"] else None
    if match["word"]:
        first, last = SPANS[match["word"]]
        return written, tuple(range(first, last + 1))
    return written, _quarters(match["quarters"])


def _quarters(text: str) -> tuple[int, ...]:
    quarters = [int(number(figure)) for figure in _QUARTER.findall(text)]
    if _TO.search(text):
        quarters = list(range(quarters[0], quarters[-1] + 1))
    return tuple(month for q in dict.fromkeys(quarters) for month in range(3 * q - 2, 3 * q + 1))
