"""Where every line of the source went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import items
from .keys import PLAN
from .report import Fate, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.readers.line import Line

    from .about import About
    from .outline import Node
    from .part import Part
    from .repair import Mended


def fates(
    whole: About, found: Sequence[Part], source: Mended, dropped: Sequence[Line]
) -> Iterator[Fate]:
    """The fate of every line, in the order of the source; numbers are those of ``source``."""
    told = dict(_around(whole, dropped))
    sure = dict.fromkeys(told, True)
    removed: dict[int, list[tuple[int, int]]] = {}
    for part in found:
        for node in items.flat(part.nodes):
            for number in _lines(node):
                told.setdefault(number, (PLAN[part.key], _role(node)))
                sure.setdefault(number, not part.guessed)
            removed.setdefault(node.piece.line, []).extend(_removed(node))
    for line in dropped:
        removed[line.number] = [(0, len(line.text))]
    by_index: dict[int, list[Fate]] = {}
    for line in source.lines:
        unseen = Role.PARAGRAPH if line.text.strip() else Role.DROPPED
        place, role = told.get(line.number, ("", unseen))
        for index in dict.fromkeys(part.place for part in source.segments[line.number - 1]):
            cut = tuple(_cut(removed.get(line.number, ()), source, line.number, index))
            fate = Fate(line.number, place, cut, role, sure.get(line.number, True), index)
            by_index.setdefault(index, []).append(fate)
    for _index, alike in sorted(by_index.items()):
        yield alike[0]


def _around(whole: About, dropped: Sequence[Line]) -> Iterator[tuple[int, tuple[str, Role]]]:
    """Number and fate of the lines before and behind the body."""
    places = (
        (whole.front.title_lines, "title", Role.TITLE),
        ((whole.front.note,), "signature", Role.NOTE),
        ((whole.front.addressed,), "addressees", Role.ADDRESSEES),
        (whole.ending.signed, "signature", Role.SIGNATURE),
        (whole.ending.announced, "attachments", Role.ATTACHMENT),
        *((one.content, "attachments", Role.ATTACHMENT) for one in whole.ending.attachments),
        (whole.notice.lines if whole.notice else (), "layout", Role.NOTICE),
        (dropped, "", Role.DROPPED),
    )
    for lines, key, role in places:
        for line in lines:
            if line is not None:
                yield line.number, (PLAN[key] if key else "", role)


def _lines(node: Node) -> tuple[int, ...]:
    if node.grid is None:
        return (node.piece.line,)
    caption = (node.grid.caption_line,) if node.grid.caption else ()
    return (*caption, *node.grid.lines)


def _role(node: Node) -> Role:
    if node.grid or node.words is not None:
        return Role.TABLE
    if node.month:
        return Role.MONTH
    if node.piece.shape is None:
        return Role.PARAGRAPH
    return Role.HEADING if node.children and items.headed(node) else Role.ITEM


def _removed(node: Node) -> Iterator[tuple[int, int]]:
    piece = node.piece
    if piece.raw:
        yield piece.start, piece.body
    if node.month and node.scheduled and node.month.colon:
        colon = piece.body + node.month.behind
        yield colon, colon + len(node.month.colon)


def _cut(
    spans: Sequence[tuple[int, int]], source: Mended, number: int, index: int
) -> Iterator[tuple[int, int]]:
    """The spans of a mended line as they stand in one line of the source."""
    for start, end in sorted(spans):
        for _off, length, place, column in source.sources(number, start, end - start):
            if place == index:
                yield column, column + length
