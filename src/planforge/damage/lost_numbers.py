"""Places where a filter took a figure or a percent sign out: 达到万元, 签订率达96."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from .finding import Damage
from .occurring import characters

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

# What may stand before 万元 in a sound text: figures, 上万元, 数万元, 单位：万元, blanks.
_FIGURE: Final = (
    r"\d０-９.．,零〇一二三四五六七八九十百千万萬亿億两兩几幾数數上多余餘半近超過过破逾壹贰貳叁肆伍陆陸柒捌玖拾佰仟"
    r"xX×_*＊○□△—－–~～\-第每以按位元"
)
# Every expression begins with what it looks for, so that a search passes quickly over the rest,
# and stands behind the characters of which every match has one.
_LOST: Final = tuple(
    (telling, pattern(expression))
    for telling, expression in (
        (
            "万萬亿億",
            (
                rf"[万萬亿億](?:元(?<![{_FIGURE}（(：:/\s][万萬亿億]元)(?<![单單]位[为為是][万萬亿億]元)(?![户戶产產工增企村级級G）)])"
                r"|(?<=[人次员員名户戶].)(?=[。；;，,、]))"
            ),
        ),
        (
            "长長高加降翻",
            r"(?:增长|增長|提高|增加|下降|翻)了?(?=倍(?![增感数數速率])|[%％])",
        ),
        ("达達为為占佔", r"[达達为為占佔](?:(?<=[达達])到)?了?(?=[%％])"),
        (
            "元",
            (
                r"元(?<=(?:资金|資金|基金|奖金|獎金|助金|问金|問金|学金|學金|金额|金額|经费|經費|捐款|善款|补助|補助)元)"
                r"(?![旦宵月素件首老帅帥券宝寶])"
            ),
        ),
        (
            "占佔",
            r"[占佔][^。；;，,、\n]{0,8}(?:[数數额額量人]|[职職员員]工|[会會][员員]|企[业業]|[单單]位)的(?=[，,。；;])",
        ),
    )
)
_NO_PERCENT: Final = tuple(
    (telling, pattern(expression))
    for telling, expression in (
        (
            "率",
            r"率(?:达到?|達到?|为|為)\d{2,3}(?=[。；;，,、\n]|以上|\Z)",
        ),
        (
            "占佔",
            r"[占佔][^。；;，,、\d\n]{1,12}的\d{1,2}(?=[。；;，,、\n]|\Z)",
        ),
    )
)


def find(text: str) -> Iterator[Damage]:
    """Every place without its figure, and every rate without its percent sign.

    A percent sign can be proposed; a figure is lost.
    """
    for match in _matches(_LOST, text):
        yield Damage(*match.span(), None, sure=False)
    for match in _matches(_NO_PERCENT, text):
        yield Damage(*match.span(), f"{match[0]}%", sure=False)


def _matches(forms: Iterable[tuple[str, re.Pattern[str]]], text: str) -> Iterator[re.Match[str]]:
    for telling, form in forms:
        if not characters(text).isdisjoint(telling):
            yield from form.finditer(text)
