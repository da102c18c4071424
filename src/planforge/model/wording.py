"""One spelling for what is matched: full-width and half-width, traditional and simplified."""

from __future__ import annotations

import re
from typing import Final

from planforge.patterns import pattern

# Pairs of the characters that stand in figures and words of time, and of no others: this table
# is for recognising, never for printing.
_TRADITIONAL: Final = (
    "萬万億亿兩两貳贰參叁叄叁陸陆點点週周學学個个張张條条場场項项達达過过於于為为爲为內内後后"
    "國国慶庆節节師师婦妇勞劳動动兒儿陽阳號号時时開开間间結结數数戶户隻只門门種种無无會会員员"
    "屆届層层歲岁臺台幣币圓圆爭争確确證证實实現现隊队處处獎奖課课單单級级約约總总計计擬拟劃划臘腊"
    "黨党軍军親亲樹树護护醫医記记憲宪長长進进蓋盖訴诉傷伤發发訪访緩缓辦办啟启終终穩稳滿满產产"
    "評评選选優优檔档冊册頁页顆颗輛辆輪轮雙双對对棟栋組组塊块題题講讲餘余額额錯错規规儘尽盡尽"
    "報报檢检傳传預预舉举禮礼曆历較较誤误遲迟環环衛卫導导當当來来繳缴幾几從从與与們们"
    "虧亏遺遗損损違违紀纪斷断緊紧應应該该須须頓顿盞盏橫横補补貼贴維维領领應应訂订標标讓让"
    "農农戰战線线職职業业"
)
_DASHES: Final = "‐‑‒–—―−－~～〜∼﹣─"
_FOLD: Final[dict[int, str]] = {
    **{0xFF01 + i: chr(0x21 + i) for i in range(94)},
    **{ord(t): s for t, s in zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True)},
    **{ord(dash): "-" for dash in _DASHES},
    ord("﹪"): "%",
}
_BLANKS: Final = pattern(r"\s+")


def fold(text: str) -> str:
    """``text`` in simplified, half-width characters with plain dashes; the length stays."""
    return text.translate(_FOLD)


def compact(text: str) -> str:
    """`fold` without blanks."""
    return _BLANKS.sub("", fold(text))


_RANGE_DASH: Final = pattern(rf"\s*(?:[-{re.escape(_DASHES)}]+|\.{{2,}})\s*")
_RANGE_DOTS: Final = pattern(r"\s*\.{2,}\s*")
# What may stand between the two ends of a range, in compact text.
TO: Final = r"(?:-+|\.{2,}|至|到)"


def dash_for_dots(text: str) -> str:
    """``text`` with every ``..``, the range of data, written —; any other dash stays as typed."""
    return _RANGE_DOTS.sub("—", text)


def long_dashes(text: str) -> str:
    """``text`` with every dash or ``..`` between two ends of a range written —."""
    return _RANGE_DASH.sub("—", text)
