"""The names of the days that plans lean on; their dates are facts and stand in planforge.facts."""

from __future__ import annotations

import re
from typing import Final

from planforge.patterns import pattern

from .spans import THIS_YEAR
from .years import YEAR, year

# The usual name → its other names, simplified. A name that is also an ordinary word keeps its 节.
FESTIVALS: Final = {
    "元旦": (),
    "春节": ("新春", "新年", "农历新年", "除夕"),
    "元宵": (),
    "三八": ("国际劳动妇女节", "国际妇女节", "劳动妇女节", "妇女节", "女神节", "3.8", "3·8"),
    "植树节": (),
    "清明": (),
    "五一": ("国际劳动节", "劳动节", "5.1", "5·1"),
    "五四": ("青年节",),
    "护士节": ("国际护士节",),
    "母亲节": (),
    "六一": ("国际儿童节", "儿童节", "6.1", "6·1"),
    "端午": (),
    "父亲节": (),
    "七一": ("建党节", "党的生日", "7.1", "7·1"),
    "八一": ("建军节", "8.1", "8·1"),
    "七夕": (),
    "医师节": ("中国医师节",),
    "教师节": (),
    "中秋": (),
    "国庆": ("十一", "双十"),
    "重阳": ("敬老节", "老年节", "老人节"),
    "环卫工人节": (),
    "记者节": (),
    "国家宪法日": ("宪法日",),
    "安全生产月": (),
    "两节": ("双节",),
}
_USUAL: Final = {name: usual for usual, also in FESTIVALS.items() for name in (usual, *also)}
_NAME: Final = "|".join(map(re.escape, sorted(_USUAL, key=len, reverse=True)))
# One character of each name: the first, or the dot in 3.8.
_TELLING: Final = frozenset(name[name[0].isdigit()] for name in _USUAL)
_QUOTE: Final = "[“”\"'‘’「」『』]*"
_ONE: Final = rf"{_QUOTE}(?:{_NAME}){_QUOTE}(?:{_NAME})?节?{_QUOTE}"
_FESTIVAL: Final = pattern(
    rf"(?:每逢)?(?:(?P<year>{YEAR})年|{THIS_YEAR})?{_QUOTE}(?P<name>{_NAME}){_QUOTE}(?:{_NAME})?节?{_QUOTE}"
    rf"(?:[、和及与]?{_ONE})*(?:假期|长假|小长假|黄金周|当天|当日|当月|活动月)?"
)


def festival(text: str) -> tuple[str, int | None] | None:
    """The usual name and the year, if written, when compact ``text`` names only festivals.

    Of several festivals (中秋、国庆期间) the first counts.
    """
    # Few words about time name a festival, and what follows is the slowest of all their forms.
    if _TELLING.isdisjoint(text):
        return None
    match = _FESTIVAL.fullmatch(text)
    return match and (_USUAL[match["name"]], year(match["year"]) if match["year"] else None)
