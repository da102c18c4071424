"""Whether a text tells what was done, or what is to be done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

# Figures from 24 real texts: 12 reviews have 4.9 to 23 such words in a thousand characters, the
# plans 0 to 2.1; a review of a few hundred characters says at its head what it is.
_PAST: Final = re.compile(
    r"(?<![为除不為])了(?![解不])|先后|先後|一年来|一年來|以来|以來|已经?(?![有知])|已經|共\d|荣获|榮獲|被评为|被評為|截[至止]"
    r"|累计|累計|受到.{0,8}(?:欢迎|歡迎|好评|好評|肯定)|取得(?:了|.{0,6}成[绩績果])"
    r"|\d+[余餘]?(?:人次|件|期|户|戶|家)"
)
_TELLS: Final = re.compile(
    r"(?:总结|總結|汇报|匯報|报告|報告)如下|(?:工作|开展|開展)情况.{0,4}(?:如下|汇报|匯報)|做了以下.{0,4}工作|主要做了"
)
# 下半年，街道工会将……: from here on it is about what is to come.
_TURN: Final = re.compile(
    r"(?:下半年|下一?步|下一?阶段|下一?階段|明年|来年|來年|新的一年|今后|今後|20\d\d年|20[xX×*＊_]{2}年)"
    r"[^。]{0,60}(?:将|將|要|计划|計劃|打算|准备|準備|重点|重點)"
)
_MOST_IN_A_PLAN: Final = 4.0
_FEWEST: Final = 6
_LONG: Final = 300
# A short review has fewer of them, but closer together.
_FEW: Final = 4
_SHORT_TEXT: Final = 10.0


def is_review(texts: Sequence[str]) -> bool:
    """Whether the texts together tell of the past."""
    whole = "".join("".join(text.split()) for text in texts)
    told = len(_PAST.findall(whole))
    dense = told * 1000 > _MOST_IN_A_PLAN * len(whole)
    if len(whole) > _LONG and told >= _FEWEST and dense:
        return True
    if told >= _FEW and told * 1000 > _SHORT_TEXT * len(whole):
        return True
    return bool(told > 1 and dense and any(_TELLS.search(text) for text in texts))


def is_past(text: str) -> bool:
    """Whether a single paragraph tells of the past more than once."""
    return len(_PAST.findall(text)) > 1


def announces(text: str) -> bool:
    """Whether a lead-in says that what follows was done: 现将工作情况汇报如下."""
    return _TELLS.search(text) is not None


def turns(text: str) -> bool:
    """Whether a paragraph leads over from what was done to what is to be done."""
    return _TURN.match(text) is not None
