"""Words that a filter cut out and left a gap: “”重要思想, 党的、十八届, 参^v^权."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from .finding import Damage

if TYPE_CHECKING:
    from collections.abc import Iterator

_CUT: Final = pattern(
    r"“\s*”|‘\s*’|‘’|《\s*》|「\s*」|『\s*』|\"\s*\"(?=[\u3400-\u9fff])|“[.．_…]+”"
    r"|(?:党|黨)的(?=[、，,](?!.{1,6}的)|精神(?![谱譜内內旗力财財品血追家文标標])|届|屆)"
    r"|(?:以|坚持以|堅持以)(?=(?:理论|理論)和[“「三]|重要思想[为為]|思想[为為]指|科学统领|科學統領)"
    r"|(?:深入)?(?:开展|開展)(?=等(?:活动|活動|主题|主題))"
    r"|\^[vV]\^|(?<=“)\*(?=[、，,])|(?<![\*\d\w])\*(?=到位|和|与)"
    r"|(?:党|黨|全总|全總)的?[xX×*＊_]{1,3}(?=大|届|屆)"
    r"|[xX×*＊_]{1,3}(?=届[一二三四五六七八九]|屆[一二三四五六七八九])|十_(?=届|大|屆)"
)

# What every match has in it. Each word begins with a plain character, so that a search passes
# quickly over texts that have none, as most have.
_TELLING: Final = pattern(
    r"“[\s”.．_…*]|‘[\s’]|《[\s》]|「[\s」]|『[\s』]|\"\s*\"|党的[、，,精届]|黨的[、，,精屆]"
    r"|以理论|以理論|以思想|以重要思想|以科学统领|以科學統領|开展等|開展等|\^[vV]|\*|届(?<=[xX×*＊_]届)|屆(?<=[xX×*＊_]屆)"
    r"|大(?<=[xX×*＊_]大)"
)


def find(text: str) -> Iterator[Damage]:
    """Every gap; what stood there is lost, and only the author knows it."""
    if not _TELLING.search(text):
        return
    for match in _CUT.finditer(text):
        yield Damage(*match.span(), None, sure=False)
