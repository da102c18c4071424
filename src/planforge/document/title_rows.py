"""A title too long for one row, in rows of a trapezoid or a diamond (GB/T 9704-2012 7.3.1)."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from .title_borders import borders
from .width import set_width, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Rows beyond the fewest possible that may make a better shape.
_SPARE: Final = 1
# A title that needs more rows than this is no title; it is filled row by row.
_MOST: Final = 4
# In characters. Rows that differ by less look like a rectangle, those that differ by more fall
# apart.
_LEAST_STEP: Final = 1.0
_LARGEST_STEP: Final = 6.0
_SHORTEST: Final = 4.0

_RECTANGLE: Final = 100.0
_PLAIN_BREAK: Final = 2.0
_BREAK_IN_A_NAME: Final = 6.0
_SUBJECT_INSIDE: Final = 3.0
_NAME_ENDS: Final = pattern(
    "(?:[工农]会|工會|委员会|委員會|公司|医院|醫院|大学|大學|学院|學院|中学|中學|小学|小學|幼儿园|幼兒園|联合会|聯合會"
    "|协会|協會|集团|集團|机关|機關|社区|社區|开发区|開發區|[局厅廳])$"
)
_NAME_GOES_ON: Final = pattern("总?工会|總?工會|委员会|委員會|女职工|女職工|小组|小組|分会|分會")
_CLAUSE_BEGINS: Final = pattern(r"关于|關於|\d|二[〇零○]|[经經]|《|（")
_CLAUSE_ENDS: Final = ("，", "。", "、", "；", "：", "》", "）")


def title_rows(title: str, capacity: float, *, traditional: bool = False) -> tuple[str, ...]:
    r"""The rows of ``title``; joined they are the title, and none is wider than ``capacity``.

    Rows end between words. They form a trapezoid or a diamond wherever the words allow it. A
    title that fits is one row; one that the user broke himself (``\n``) has his rows.

    Args:
        title: The title.
        capacity: Hanzi that fit into one row.
        traditional: Written in traditional characters.
    """
    if "\n" in title:
        return tuple(title.split("\n"))
    if set_width(title) <= capacity or capacity < 1:
        return (title,)
    return _broken(title, capacity, traditional)


def even_rows(title: str, capacity: float, *, traditional: bool = False) -> tuple[str, ...]:
    """The rows of a name that is set as large as its longest row allows, so none is long.

    As few as can be; the arguments are those of `title_rows`.
    """
    fewest = math.ceil(set_width(title) / capacity)
    if not 1 < fewest <= _MOST:
        return title_rows(title, capacity, traditional=traditional)
    for places in _places(title, capacity, traditional=traditional):
        if found := list(_cuts(title, places, capacity, fewest)):
            # Of two that are as long, the one that begins with the longer row.
            return min(found, key=lambda rows: (max(map(width, rows)), -width(rows[0])))
    return (title,)


@lru_cache(maxsize=256)
def _broken(title: str, capacity: float, traditional: bool) -> tuple[str, ...]:  # noqa: FBT001  kept by cache
    for places in _places(title, capacity, traditional=traditional):
        if rows := _best(title, places, capacity):
            return rows
    return (title,)


def _places(title: str, capacity: float, *, traditional: bool) -> Iterator[Sequence[int]]:
    """Where rows may end: what belongs together gives way first, words last."""
    words = _words(title, traditional=traditional)
    yield borders(title, words, capacity)
    yield tuple(accumulate(map(len, words[:-1])))
    yield tuple(range(1, len(title)))


def _words(title: str, *, traditional: bool) -> list[str]:
    from planforge.script.dictionary import segmenter  # loaded only for long titles

    simplified = title
    if traditional:
        from planforge.script.converter import prose_converter  # loaded for these

        # The dictionary of words is simplified.
        simplified = prose_converter("cn")(title)
    if len(simplified) != len(title):
        simplified = title
    words: list[str] = []
    place = 0
    for word in segmenter().cut(simplified):
        words.append(title[place : place + len(word)])
        place += len(word)
    return words


def _best(title: str, places: Sequence[int], capacity: float) -> tuple[str, ...]:
    """The rows that look best; nothing where a piece is wider than a row."""
    fewest = max(2, math.ceil(set_width(title) / capacity))
    if fewest > _MOST:
        return _filled(title, places, capacity)
    found: list[tuple[float, tuple[str, ...]]] = []
    for count in range(fewest, fewest + _SPARE + 1):
        found += ((_cost(rows), rows) for rows in _cuts(title, places, capacity, count))
        if found and min(found)[0] < _RECTANGLE:
            break
    return min(found)[1] if found else _filled(title, places, capacity)


def _cuts(
    title: str, places: Sequence[int], capacity: float, count: int
) -> Iterator[tuple[str, ...]]:
    """Every way to cut ``title`` at ``places`` into ``count`` rows that fit."""
    if count == 1:
        if set_width(title) <= capacity:
            yield (title,)
        return
    for index, place in enumerate(places):
        row = title[:place]
        if set_width(row) > capacity:
            break
        if set_width(title[place:]) > capacity * (count - 1) or set_width(row) < _SHORTEST:
            continue
        below = [later - place for later in places[index + 1 :]]
        for rest in _cuts(title[place:], below, capacity, count - 1):
            yield (row, *rest)


def _filled(title: str, places: Sequence[int], capacity: float) -> tuple[str, ...]:
    """Row by row as much as fits; nothing where a piece is wider than a row."""
    rows: list[str] = []
    start = 0
    for place, following in pairwise((*places, len(title), len(title))):
        if set_width(title[start:place]) > capacity:
            return ()
        if place == len(title) or set_width(title[start:following]) > capacity:
            rows.append(title[start:place])
            start = place
    return tuple(rows)


def _cost(rows: tuple[str, ...]) -> float:
    """How far the rows are from a shape that pleases; 100 and more for none."""
    widths = [width(row) / 2 for row in rows]
    steps = [b - a for a, b in pairwise(widths)]
    rising = [step > 0 for step in steps]
    # Once the rows grow shorter they never grow longer again: no hourglass.
    shaped = all(abs(step) >= _LEAST_STEP for step in steps) and rising == sorted(
        rising, reverse=True
    )
    cost = 0.0 if shaped else _RECTANGLE + sum(max(0.0, _LEAST_STEP - abs(s)) for s in steps)
    cost += sum(max(0.0, abs(step) - _LARGEST_STEP) for step in steps)
    cost += sum(max(0.0, 2 * _LEAST_STEP - abs(step)) for step in steps)
    cost += 2 * max(0.0, max(widths) / 3 - min(widths))
    cost += _SUBJECT_INSIDE * sum("关于" in row[1:] or "關於" in row[1:] for row in rows)
    return cost + sum(_break_cost(before, after) for before, after in pairwise(rows))


def _break_cost(before: str, after: str) -> float:
    """How much the sense suffers from a break here."""
    name = _NAME_ENDS.search(before)
    if name and _NAME_GOES_ON.match(after):
        return _BREAK_IN_A_NAME
    if name or before.endswith(_CLAUSE_ENDS) or _CLAUSE_BEGINS.match(after):
        return 0.0
    return _PLAIN_BREAK
