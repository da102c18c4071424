"""What belongs to the page a text was copied from: 小编, 相关文章, 下一篇, a watermark."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge import resources
from planforge.patterns import pattern

from .finding import Damage

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE: Final = "damage/residue.yaml"

# One of these stands in all residue. Every word begins with a plain character, so that a search
# passes quickly over the rest, and few plans have any.
_TELLING: Final = pattern(
    "小编|小編|仅供参考|僅供參考|供大家|喜欢就分享|喜歡就分享|一起来看看|一起來看看|阅读|閱讀|篇(?<=[0-9]篇)|我要投稿"
    "|位置[：:]|首页|相关|相關|猜您|猜你|热门推荐|熱門推薦|返回列表|返回顶部|返回上页|打印|关闭窗口|收藏|分享|点击|全文|查看更多"
    "|更多精彩|上一篇|下一篇|上一页|下一页|上一頁|下一頁|作者[：:]|来源[：:]|來源[：:]|编辑[：:]|編輯[：:]|浏览次数"
    "|作者(?<= 作者)|发布时间|發布時間|更新时间|更新時間|發表時間|时间[：:]|時間[：:]|日期[：:]"
    "|划[0-9]{2}-|劃[0-9]{2}-|畫[0-9]{2}-|结[0-9]{2}-|結[0-9]{2}-|文[0-9]{2}-|下载|下載"
    "|本文|转载|轉載|版权所有|版權所有|免责声明|Copyright|备案号|ICP|http|www"
    "|以上就是|以上是|上述是|站--|励志天下|勵志天下|学生无忧网|第一范文网|范文先生网|出国留学网|应届毕业生网|中国人才网"
    "|瑞文网|无忧考网|文秘站|公文站|好范文网|工作计划的"
    r"|\.com|\.cn|\.net|\.org"
)


class _Words(Struct, frozen=True):
    """Whole lines, stretches inside a line, and lines over links to other pages."""

    lines: re.Pattern[str]
    inside: re.Pattern[str]
    links: re.Pattern[str]


def find(text: str) -> Iterator[Damage]:
    """Every line of ``text`` that is residue as a whole, and residue inside other lines."""
    if not _TELLING.search(text):
        return
    start = 0
    for line in text.split("\n"):
        if is_line(line):
            yield Damage(start, start + len(line), "", sure=True)
        else:
            for match in _words().inside.finditer(line):
                yield Damage(start + match.start(), start + match.end(), "", sure=False)
        start += len(line) + 1


def is_line(line: str) -> bool:
    """Whether the whole line belongs to the page and not to the plan."""
    return bool(_words().lines.fullmatch(line.strip()))


def is_head_of_links(line: str) -> bool:
    """Whether links to other pages stand below the line: 相关文章, 猜您喜欢."""
    return bool(_words().links.fullmatch(line.strip()))


@cache
def _words() -> _Words:
    from planforge.source.load import load

    data = load(str(resources.path(FILE)), resources.read(FILE)).data()
    return _Words(*(re.compile("|".join(data[name])) for name in _Words.__struct_fields__))
