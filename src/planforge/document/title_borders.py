"""Where a title may be broken: between words, and never inside what belongs together."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from .width import width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMERAL: Final = "[0-9０-９〇零○一二三四五六七八九十百千两]"
_ONE_NUMERAL: Final = pattern(_NUMERAL)
# A number with its unit, a span of years, 第二中学, 党的二十大精神, the kind of document.
_TOGETHER: Final = pattern(
    rf"第{_NUMERAL}+(?:[届屆次期号號]|学期|學期|季度"
    r"|(?:人民|高级|高級|实验|實驗|附属|附屬)*(?:中学|中學|小学|小學|医院|醫院|幼儿园|幼兒園))?"
    rf"|{_NUMERAL}+(?:[.．]{_NUMERAL}+)?(?:[—–\-~～－至]{_NUMERAL}+)*"
    r"(?:学年度?|學年度?|周年|週年|年度?|个?月份?|個月|[日号號届屆次期周週个個项項件条條人万萬亿億元%％])*"
    r"|党的.{1,3}大(?:精神)?"
    r"|[上下]半年|第?[一二三四]季度|[全本]年度"
    r"|(?:重点|重點)?工作(?:计划|計畫|計劃|要点|要點|方案|安排|总结|總結|规划|規劃|目标|目標|意见|意見)"
    r"|(?:实施|實施|行动|行動|活动|活動|发展|發展)"
    r"(?:计划|計畫|計劃|方案|意见|意見|细则|細則|办法|辦法|规划|規劃|安排)"
    r"|(?:女?职工|工会|经费审查)委员会|(?:女?職工|工會|經費審查)委員會|(?:企业|产业|职业)工会|(?:企業|產業|職業)工會"
    r"|责任分解表|責任分解表|一览表|一覽表|明细表|明細表|安排表"
)
_QUOTED: Final = pattern(
    "《[^《》]*》|“[^“”]*”|「[^「」]*」|（[^（）]*）|〔[^〔〕]*〕|\\([^()]*\\)"
)
# GB/T 15834-2011 5.1: what never begins or ends a row; here also the small words that lean on
# their neighbours.
_NOT_FIRST: Final = frozenset("，。、；：？！）》”’」』〕】…—～·.,;:?!)% \u3000的等了们們之者")
_NOT_LAST: Final = frozenset("（《“‘「『〔【(—～·")
_LEANS_ON_THE_NEXT: Final = frozenset(
    ("关于", "關於", "以及", *"和与與及暨并並对對在为為以向经經从從于於由将將被把第党黨全各本新")
)


def borders(title: str, words: Sequence[str], widest: float) -> tuple[int, ...]:
    """The offsets where ``title`` may be broken, ascending, without its two ends.

    Args:
        title: One line.
        words: The words it consists of.
        widest: Quoted names up to this width in characters stay whole.
    """
    kept = {
        place
        for found in _TOGETHER.finditer(title)
        for place in range(found.start() + 1, found.end())
    }
    for found in _QUOTED.finditer(title):
        if width(found[0]) / 2 <= widest:
            kept.update(range(found.start() + 1, found.end()))
    return tuple(place for place in _between(words) if place not in kept and _may(title, place))


def _between(words: Sequence[str]) -> Iterator[int]:
    """The borders of words that stand for themselves.

    A single character (县, 区, 部) belongs to the word in front of it, or leads the next one;
    numbers are kept together elsewhere.
    """
    place = 0
    for before, after in pairwise(words):
        place += len(before)
        if before in _LEANS_ON_THE_NEXT:
            continue
        alone = len(after) == 1 and after.isalpha() and not _ONE_NUMERAL.match(after)
        if not alone or after in _LEANS_ON_THE_NEXT:
            yield place


def _may(title: str, place: int) -> bool:
    return title[place] not in _NOT_FIRST and title[place - 1] not in _NOT_LAST
