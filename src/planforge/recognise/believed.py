"""Which numbering marks to believe: 一、二年级 begins with one that is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .marks import BULLETS, CN, D, piece
from .numerals import ordinal

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from planforge.readers.line import Line

    from .marks import Piece

# 一、二年级, 1、2月份 and 七、八月: the mark may just as well be half of a range.
_RANGE: Final = re.compile(rf"(?:{CN}|{D})\s?(?:[月年季][级級度份]?|级|級|班|线|線|等|类|類|、)")
# How far apart two ordinals may be and still count as one list (items do get lost).
_GAP: Final = 3
_ARABIC: Final = 40
# Marks that people begin anew instead of counting on, in paragraphs one or two lines apart.
_REPEATED: Final = frozenset({"一是", "第一、"})
_BESIDE: Final = 2
_FOLLOWING: Final = re.compile(rf"[；;。]\s*(?P<n>{D})(?:、|[.．](?!\d))")


def read(lines: Iterable[Line], plain: Container[int] = ()) -> tuple[Piece, ...]:
    """The non-blank lines with their marks; marks that nothing supports stay in the text.

    Args:
        lines: In the order of the source.
        plain: Numbers of lines that have no mark, whatever they look like.
    """
    return confirm([piece(ln, plain=ln.number in plain) for ln in lines if ln.text.strip()])


def confirm(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces; those whose mark is doubtful and has no neighbour become plain paragraphs."""
    lists: dict[int | str, list[Piece]] = {}
    for one in pieces:
        if shape := one.shape:
            # Marks of one rank may continue each other: 1、 then 2. then 3。
            lists.setdefault(shape.rank or shape.name, []).append(one)
    believed = {
        id(candidate)
        for alike in lists.values()
        for place, candidate in enumerate(alike)
        if _is_certain(candidate, alike) or _has_neighbour(place, alike)
    }
    return tuple(p if p.shape is None or id(p) in believed else p.plain() for p in pieces)


def _is_certain(candidate: Piece, alike: Sequence[Piece]) -> bool:
    shape = candidate.shape
    if shape is None or shape.kept or candidate.certain:
        return True
    if not shape.sure or (_may_be_range(candidate) and not _counts_on_inline(candidate)):
        return False
    # A single 4. in a whole text is what a page left over, not a list.
    return candidate.ordinal <= 1 or shape.rank < _ARABIC or len(alike) > 1


def _may_be_range(candidate: Piece) -> bool:
    """Whether mark and words may be one: 一、二年级, but not 1.三班."""
    raw, text = candidate.raw.rstrip(), candidate.text
    alike = raw[:1].isdecimal() == text[:1].isdecimal()
    return alike and raw.endswith("、") and _RANGE.match(text) is not None


def _counts_on_inline(candidate: Piece) -> bool:
    """Whether the next number follows in the same line: “1、4月开会；2、5月比赛”."""
    return any(
        ordinal(found["n"]) == candidate.ordinal + 1
        for found in _FOLLOWING.finditer(candidate.text)
    )


def _has_neighbour(place: int, alike: Sequence[Piece]) -> bool:
    candidate = alike[place]
    if candidate.shape is None or (candidate.shape.name == "一是" and _goes_on_inline(candidate)):
        return False
    if candidate.shape.name in BULLETS:
        return len(alike) > 1
    if candidate.shape.name in _REPEATED and _is_repeated(place, alike):
        return True
    steps = [candidate.ordinal - p.ordinal for p in alike[max(place - 1, 0) : place]]
    steps += [p.ordinal - candidate.ordinal for p in alike[place + 1 : place + 2]]
    return any(0 < step <= _GAP for step in steps)


def _is_repeated(place: int, alike: Sequence[Piece]) -> bool:
    """Whether a paragraph beside this one begins with the very same words: 一是 three times."""
    beside = [*alike[max(place - 1, 0) : place], *alike[place + 1 : place + 2]]
    mark = alike[place]
    return any(
        one.raw == mark.raw and abs(one.line - mark.line) <= _BESIDE and not _goes_on_inline(one)
        for one in beside
    )


def _goes_on_inline(candidate: Piece) -> bool:
    """Whether 二是 follows in the very same paragraph, so that 一是 belongs to the sentence."""
    return any(
        0 < ordinal(found["n"]) - candidate.ordinal <= _GAP
        for found in re.finditer(rf"(?P<n>{CN})是", candidate.text)
    )
