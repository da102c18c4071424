"""Several items on one line: 1、报名；2、抽签；3、比赛."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .marks import continued
from .numerals import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .marks import Piece

# A numeral of a mark is never part of a bigger number or of 第2、第3.
_NEXT: Final = {
    "1、": re.compile(
        r"(?<![\d第.．、至—-])(?P<n>\d{1,2})(?:、|[.．](?!\d))\s*(?=[^\d\s]|(?P<month>\d{1,2})\s?月)"
    ),
    "一、": re.compile(r"(?<=[。；;！!？?])\s*(?P<n>[一二三四五六七八九十]{1,3})、\s*(?=\S)"),
    "（一）": re.compile(
        r"(?<=[。；;！!？?])\s*[（(](?P<n>[一二三四五六七八九十]{1,3})[）)]、?\s*(?=\S)"
    ),
    "（1）": re.compile(r"[（(](?P<n>\d{1,2})[）)]\s*(?=\S)"),
    "①": re.compile(r"(?P<n>[①-⑳])\s*(?=\S)"),
    "⑴": re.compile(r"(?P<n>[⑴-⒇])\s*(?=\S)"),
}
_END: Final = re.compile(r"[。；;！!？?]\s*$")
# Cells of a table that was pasted as text have no marks at their ends, but they are short.
CELL: Final = 40


def split(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces, with lines that hold several numbered items taken apart.

    Only a line that itself begins with a mark is looked at; the numbers must go on from it one
    by one, and each must follow the end of a sentence unless all of the items are short.
    """
    return tuple(part for piece in pieces for part in _parts(piece))


def _parts(piece: Piece) -> Iterator[Piece]:
    cuts = _cuts(piece)
    ends = [cut.start() for cut in cuts] + [len(piece.text)]
    words = [piece.text[a:b] for a, b in zip([0, *ends], ends, strict=False)]
    closed = all(_END.search(word) for word in words[:-1])
    short = all(len(word) <= CELL for word in words)
    if not cuts or not all(map(str.strip, words)) or not (closed or short):
        yield piece
        return
    yield piece.cut(ends[0])
    for cut, end in zip(cuts, ends[1:], strict=True):
        yield continued(piece, cut, end)


def _cuts(piece: Piece) -> list[re.Match[str]]:
    if piece.shape is None or piece.shape.name not in _NEXT:
        return []
    cuts: list[re.Match[str]] = []
    for found in _NEXT[piece.shape.name].finditer(piece.text):
        number = ordinal(found["n"])
        # 2、3月 may be February and March.
        months = found.groupdict().get("month") == str(number + 1)
        if number == piece.ordinal + len(cuts) + 1 and not months:
            cuts.append(found)
    return cuts
