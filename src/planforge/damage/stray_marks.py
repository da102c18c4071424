"""Marks and letters that have no business between two characters: 的.实际, 智慧 and 力量, 民-主."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from . import table
from .finding import Damage
from .occurring import characters

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN: Final = r"[\u3400-\u9fff]"
# Every expression begins with what it looks for, so that a search passes quickly over the rest.
# Two of a kind in a line are quotation marks.
_DELETED: Final = pattern(
    rf"[.·'`](?:(?<=[.·])|(?!(?<=').{{0,60}}'|(?<=`).{{0,60}}`))(?:(?<=的.)(?={_HAN}|“)"
    rf"|(?<={_HAN}`)(?={_HAN}))"
)
_WORD: Final = pattern(rf"\s*and\s*(?={_HAN})")
_LOST: Final = pattern(rf"\?(?<={_HAN}\?)(?={_HAN})")
_HYPHEN: Final = pattern(rf"-(?<={_HAN}-)(?={_HAN})")
_DOUBLED: Final = pattern(r"[。；;，,、！!？?][。；;，,、！!？?]+(?<!！！)(?<!？？)(?<!。。)")
_CHINESE: Final = pattern(_HAN)
_TELLING: Final = "的`a?-。；;，,"


def find(text: str) -> Iterator[Damage]:
    """Every stray mark; one whose place is certain can be taken out.

    ``and`` stands for 和. A hyphen is taken out of the words of ``filtered_words.tsv`` only, for
    ranges are written with it. For a question mark or two marks in a row the right mark is lost.
    """
    if characters(text).isdisjoint(_TELLING):
        return
    yield from sorted(_found(text))


def _found(text: str) -> Iterator[Damage]:
    for match in _DELETED.finditer(text):
        yield Damage(*match.span(), "", sure=True)
    for match in _WORD.finditer(text) if "and" in text else ():
        if _CHINESE.match(text, match.start() - 1):
            # 《你and我》 is called that.
            before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
            yield Damage(*match.span(), "和", sure=before.count("《") <= before.count("》"))
    for match in _HYPHEN.finditer(text) if "-" in text else ():
        if text[match.start() - 1] + text[match.end()] in _filtered():
            yield Damage(*match.span(), "", sure=True)
    for match in _LOST.finditer(text) if "?" in text else ():
        yield Damage(*match.span(), None, sure=False)
    for match in _DOUBLED.finditer(text):
        yield Damage(*match.span(), None, sure=False)


@cache
def _filtered() -> frozenset[str]:
    """Words that filters of web pages break up with a hyphen."""
    return frozenset(row["word"] for row in table.rows("filtered_words"))
