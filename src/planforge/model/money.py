"""Amounts of money: 3000, 3000元, 1.5万元, 每人100元."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from planforge.patterns import pattern

from .numerals import NUMBER, number
from .value import Value
from .wording import compact, fold

if TYPE_CHECKING:
    import re
    from decimal import Decimal

_EACH: Final = r"[^\W\d_]{1,4}?"
_AMOUNT: Final = pattern(
    r"(?:人民币|新台币|台币|港币|港元|澳门币|RMB|CNY|NT\$|NTD|TWD|HK\$|HKD|MOP\$?|[¥￥$])?"
    r"(?:约|大约|共|共计|合计|总计|计|不超过|最多|至多|≤|≦|<=)?"
    rf"(?:按?每(?P<before>{_EACH}(?:每{_EACH})??)|(?P<average>人均|户均|年均))?"
    r"(?:补助|补贴|发放|慰问|奖励|标准)?(?:人民币|新台币|港币|约|不超过)?"
    rf"(?P<figure>{NUMBER})(?P<unit>元|圆|块钱?|港元|澳门元)?(?:整|正|左右|以内|以下|人民币)*"
    rf"(?:/每?(?P<slash>{_EACH})|每(?P<after>{_EACH}))?"
)
# What most amounts say: 3000元, 1.5万元. It compiles in a twentieth of the time of the others.
_USUAL: Final = pattern(
    r"(?P<before>)(?P<average>)(?P<figure>[0-9]{1,12}(?:\.[0-9]{1,4})?万?)(?P<unit>元)?"
    r"(?P<slash>)(?P<after>)"
)
_REMARK: Final = pattern(r"\([^()]*\)$")


class Money(Value, frozen=True):
    """An amount.

    Words that are not one amount (自筹, 无, 500元×20人) are kept and have no figure.

    Attributes:
        text: The words of the user.
        amount: In the basic unit of the currency (yuan), exact; ``None`` when the words hold no
            figure.
        per: What it is paid for each of (人, 次, 人/年 …); empty for a total.
    """

    amount: Decimal | None = None
    per: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """The amount that ``text`` names; never fails."""
        text = text.strip()
        match = _match(compact(text))
        if match is None:
            return cls(text)
        try:
            amount = number(match["figure"])
        except ValueError:
            return cls(text)
        average = (match["average"] or "").removesuffix("均")
        per = match["before"] or average or match["slash"] or match["after"] or ""
        return cls(text, amount, per.replace("每", "/"))

    def in_words(self) -> str:
        """As it is printed: a bare number gets 元, words stay as they are."""
        words = "".join(self.text.split())
        folded = fold(words)
        match = _match(folded)
        if self.amount is None or match is None or match["unit"] or _CURRENCY.search(folded):
            return self.text
        start, end = match.span("figure")
        figure = match["figure"] if match["figure"].isascii() else words[start:end]
        return f"{words[:start]}{figure}元{words[end:]}"


def _match(words: str) -> re.Match[str] | None:
    return _USUAL.fullmatch(words) or _AMOUNT.fullmatch(_REMARK.sub("", words))


# Signs that stand for the unit already.
_CURRENCY: Final = pattern(r"[¥￥$]|[A-Z]{3}")
