"""The forms of a figure to be reached, in compact text: units, ranges, shares, rates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from .numerals import CHINESE_DIGITS, NUMBER
from .operators import OPERATOR, SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterable


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


# Units of happenings and writings: one of them is a goal even when spelled 一.
EVENTS: Final = frozenset(
    ("人次", "场次", "场(次)", "次", "场", "篇", "轮", "堂", "元", "倍", "学时", "课时")
)
# Units that also count slogans and parts (三个意识, 五项工程): 一 to 十 of them are no goal.
_THINGS: Final = (
    *("个百分点", "百分点"),
    *"个种项条名位人家户支件张期份批幅册本部首台套间处座所枚课组对队只门辆颗块盏栋版则封面盒档页字节",
)
# Units of time and size: inside a sentence a goal only where an operator stands with them.
MEASURES: Final = frozenset(
    (
        *("个工作日", "工作日", "个小时", "小时", "分钟", "天", "个月", "年"),
        *("分", "平方米", "公里", "米"),
    )
)
_UNIT: Final = (
    rf"(?:{_any((*EVENTS, *_THINGS, *MEASURES))})"
    r"(?!月|季度|(?<=轮)车|性|又|函|方面|阶段|环节|层面|步骤|意识|维护|自信|代表|确保|坚持|重点|关键|一)"
)
_ONE_OF: Final = (
    r"(?:职工|会员|单位|人|年|月|季度?|周|学期|学年|半年|次|户|家|天|日|位|生|班|级|校|车间|班组)"
)
# What a rate is counted by: 每人, 每名职工, 人均, 一年(一次).
EACH: Final = pattern(
    rf"每[一个两名位]*(?P<each>{_ONE_OF})|(?P<average>[人户年月])均|一(?P<one>[年月])(?=一)"
)
_PER: Final = rf"(?:/{_ONE_OF})*"

# One number with whatever makes it a share; kept short, for it stands in several forms below.
FIGURE: Final = (
    rf"(?:百分百|(?:[百千]分之)?{NUMBER}"
    rf"(?:[%‰]|成(?![立员为果绩功效本就熟长人都份品]))?)"
)
# Spoken ranges: 一两次, 三五个.
_NEXT: Final = "一二|一两|二三|两三|三四|三五|四五|五六|六七|七八|八九"
_CORE: Final = (
    rf"(?:(?P<spoken>{_NEXT})(?![{CHINESE_DIGITS}十百千万亿])"
    rf"|(?P<figure>{FIGURE})(?:(?:{_UNIT})?(?:-+|至|到)(?P<high>{FIGURE})|±(?P<spread>{FIGURE}))?)"
)
_BEFORE: Final = rf"(?P<before>{_any(OPERATOR)})?(?:约|近|大约)?"
_AFTER: Final = rf"(?P<after>{_any(SUFFIX)})?(?:左右|上下|不等)?"
AIM: Final = r"(?:力争|争取|确保|保证|保持|稳定|维持|力求|在|要|应)*"

# The value of 要求: a figure with its operator and unit, and perhaps what it counts.
STATED: Final = pattern(
    rf"{AIM}{_BEFORE}{AIM}{_CORE}"
    rf"(?P<unit>(?:{_UNIT}|(?P<other>(?![年月日号点时]|{_any(SUFFIX)}|左右)(?:[^\W\da-zA-Z_]|℃)))?{_PER})"
    rf"(?P<noun>[^\W\d_]{{0,8}}?){_AFTER}"
)
# The same inside a sentence, where the unit must be known. What precedes makes 第3次 an ordinal,
# 每一次 and 前3名 no quantity.
FOUND: Final = pattern(
    rf"{_BEFORE}(?<![第届其又再这那同任每唯前.,0-9{CHINESE_DIGITS}十百千万亿])"
    rf"{_CORE}(?P<unit>{_UNIT}{_PER})?{_AFTER}"
)
_NONE: Final = (
    r"零(?:投诉|事故|伤亡|发生|上访|欠薪|违规|违纪|差错|案件|延误|缺席|举报|感染|失误|容忍)"
)
ZERO: Final = pattern(rf"(?:[率数量]?为)?[零0]|(?:实现|保持|确保)?{_NONE}")
ALL: Final = pattern(r"(?:实现|达到|保持|确保)*(?:全覆盖|全部覆盖)")
ZERO_OR_ALL: Final = pattern(
    rf"(?P<zero>(?<=[率数量])为(?:零|0(?![.0-9]))|{_NONE})|(?P<all>全覆盖|全部覆盖)"
)
