"""Marks and letters that have no business between two characters: 的.实际, 智慧 and 力量, 民-主."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from . import table
from .finding import Damage

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_HAN: Final = r"[\u3400-\u9fff]"
_STRAY: Final = pattern(
    rf"(?<=的)[.'`·](?={_HAN}|“)|(?<={_HAN})`(?={_HAN})"
    rf"|(?<={_HAN})(?P<word>\s+and\s+)(?={_HAN})"
    rf"|(?P<lost>(?<={_HAN})\?(?={_HAN}))"
    rf"|(?P<hyphen>{_HAN}-{_HAN})"
    r"|(?P<doubled>(?:[。；;，,、！!？?](?<![、])){2,}(?<!！！)(?<!？？)(?<!。。))"
)
_TELLING: Final = frozenset("的`a?-。；;，,")


def find(text: str) -> Iterator[Damage]:
    """Every stray mark; one whose place is certain can be taken out.

    ``and`` stands for 和. A hyphen is taken out of the words of ``filtered_words.tsv`` only, for
    ranges are written with it. For a question mark or two marks in a row the right mark is lost.
    """
    if _TELLING.isdisjoint(text):
        return
    for match in _STRAY.finditer(text):
        if found := _damage(match):
            yield found


def _damage(match: re.Match[str]) -> Damage | None:
    start, end = match.span()
    if match["word"]:
        return Damage(start, end, "和", sure=True)
    if match["hyphen"]:
        whole = match[0][0] + match[0][-1]
        return Damage(start + 1, end - 1, "", sure=True) if whole in _filtered() else None
    if match["lost"] or match["doubled"]:
        return Damage(start, end, None, sure=False)
    return Damage(start, end, "", sure=True)


@cache
def _filtered() -> frozenset[str]:
    """Words that filters of web pages break up with a hyphen."""
    return frozenset(row["word"] for row in table.rows("filtered_words"))
