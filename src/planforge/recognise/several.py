"""A page with several plans: 篇一 … 篇十, 第1篇, or titles in the middle of the text."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

from . import believed, marks
from .front import is_title
from .numerals import ordinal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.readers.line import Line

_N: Final = r"(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})"
_M: Final = _N.replace("<n>", "<m>")
_K: Final = _N.replace("<n>", "<k>")
_COUNTED: Final = re.compile(
    rf".{{0,40}}?(?:篇\s?{_N}|第\s?{_K}\s?篇|[（(【]篇?{_M}[）)】])\s?[：:】]?\s?.{{0,30}}"
)
_LONGEST: Final = 60
# Pages lose some of their plans.
_GAP: Final = 3
# A plan has at least so many characters before the next title.
_SHORTEST: Final = 120
# How a plan begins that has lost its title: 2027年是……之年, 为了……; and says so: 制定……计划。
_BEGINS: Final = re.compile(
    r"(?:20\d\d|20[xX×*＊_]{2}|[xX×]{2,4})年(?:度|[是，,]).*|(?:为|為)(?:了|进一步|進一步|做好|贯彻|貫徹|全面|切实|切實).*"
)
_MADE: Final = re.compile(
    r"(?:制[定订]|製[定訂]|制訂|拟[定订]|擬[定訂])[^。；]{0,24}(?:计划|計劃|計畫|要点|要點|方案)[^。；]{0,8}[。：:]?$"
)
# The paragraphs between such a beginning and the first point.
_OPENING: Final = 4
_UNION: Final = re.compile(
    r"(?:工会|工會|女工委|女职工委员会|女職工委員會|联合会|聯合會|工区分会).{0,16}(?:计划|計劃|計畫|要点|要點|总结|總結|方案)"
)


def plans(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """The lines of every plan; one entry where the text is one plan.

    Lines before the first of several numbered titles go with the first plan.
    """
    found, _titles = beginnings(lines)
    edges = [0, *found[1:], len(lines)]
    return [tuple(lines[a:b]) for a, b in itertools.pairwise(edges)]


def beginnings(lines: Sequence[Line]) -> tuple[list[int], bool]:
    """Where several plans begin, and whether with their titles; nowhere for a single plan."""
    for find in (_counted, _titled, _untitled):
        found = find(lines)
        if len(found) > 1:
            return found, find is not _untitled
    return [], False


def _counted(lines: Sequence[Line]) -> list[int]:
    """Where the titles stand that count 篇一, 篇二, …."""
    starts: list[int] = []
    last = 0
    for place, line in enumerate(lines):
        text = line.text.strip()
        found = _COUNTED.fullmatch(text) if len(text) <= _LONGEST and not line.cell else None
        if found is None or ("篇" not in text and not is_title(text)):
            continue
        number = ordinal(found["n"] or found["k"] or found["m"])
        shape = marks.piece(line).shape
        # A page has such titles as headings, but none with a mark.
        if last < number <= last + _GAP and (shape is None or shape.silent):
            starts.append(place)
            last = number
    return starts


def _titled(lines: Sequence[Line]) -> list[int]:
    """Where titles of plans stand that are no headings: the first line, and later ones."""
    starts = [0] if lines and is_title(lines[0].text.strip()) else []
    length = 0
    for place, line in enumerate(lines):
        text = line.text.strip()
        if starts and place and length >= _SHORTEST and not line.cell and not line.label:
            alone = is_title(text) and _UNION.search(text) and not text.endswith(("：", ":"))
            if alone and line.style in {"", "title"} and marks.piece(line).shape is None:
                starts.append(place)
                length = 0
        length += len(text)
    return starts


def _untitled(lines: Sequence[Line]) -> list[int]:
    """Where a plan begins without a title: behind the points of one, opening and points of another.

    The opening must say that a plan is made, and the points behind it must count from one.
    """
    pieces = believed.read(lines)
    starts = [0]
    length = 0
    for place, line in enumerate(lines):
        plain = pieces[place].shape is None and not line.cell
        after_points = place and pieces[place - 1].shape is not None
        if plain and after_points and length >= _SHORTEST and _opens(lines, pieces, place):
            starts.append(place)
            length = 0
        length += len(line.text.strip())
    return starts


def _opens(lines: Sequence[Line], pieces: Sequence[marks.Piece], place: int) -> bool:
    texts = [line.text.strip() for line in lines[place : place + _OPENING + 1]]
    behind = pieces[place : place + _OPENING + 1]
    first = next((n for n, piece in enumerate(behind) if piece.shape is not None), 0)
    said = any(_MADE.search(text) for text in texts[:first])
    return bool(said and _BEGINS.fullmatch(texts[0]) and behind[first].ordinal == 1)
