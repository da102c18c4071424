"""Which characters of the plan file stand for which characters of the source."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from planforge.source.load import load
from planforge.source.nodes import Mapping, Scalar, Sequence
from planforge.source.scalars import offsets

from .words import Run, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.source.nodes import Node
    from planforge.source.scalars import Piece


class Origin(Struct, frozen=True):
    """A stretch of the plan file that stands verbatim for a stretch of one source line.

    Attributes:
        start: Offset of its first code point in the text of the plan file.
        end: Offset behind its last one.
        line: Number of the source line.
        column: 0-based offset of its first code point in that line.
        place: 0-based place of the line among all lines; several may have one number.
    """

    start: int
    end: int
    line: int
    column: int
    place: int = 0


class Traced(Struct, frozen=True):
    """What is known of the scalars of a plan file.

    Attributes:
        origins: Every verbatim stretch, in the order of the file.
        entries: Offsets at which the scalars begin, in order.
    """

    origins: tuple[Origin, ...]
    entries: tuple[int, ...]


def trace(yaml: str, data: dict[str, Any]) -> Traced:
    """Every verbatim stretch of ``yaml`` and where its scalars begin.

    Args:
        yaml: The text of the plan file, which was emitted from ``data``.
        data: Nested dicts, lists and texts; those that are `Words` know their places.
    """
    found: list[Origin] = []
    entries: list[int] = []
    for node, text in _scalars(load("", yaml.encode()).root, data):
        entries.append(node.start)
        runs = runs_of(text)
        if runs:
            found += _stretches(runs, offsets(yaml, node).pieces)
    return Traced(tuple(found), tuple(entries))


def _scalars(node: Node, value: Any) -> Iterator[tuple[Scalar, str]]:
    """Every scalar of the file with the text that it was emitted from."""
    if type(node) is Mapping:
        for (key, below), (name, inner) in zip(node.pairs, value.items(), strict=True):
            yield key, name
            yield from _scalars(below, inner)
    elif type(node) is Sequence:
        for below, inner in zip(node.items, value, strict=True):
            yield from _scalars(below, inner)
    elif type(node) is Scalar and isinstance(value, str):
        yield node, value


def _stretches(runs: tuple[Run, ...], pieces: tuple[Piece, ...]) -> Iterator[Origin]:
    verbatim = [piece for piece in pieces if piece.verbatim]
    ends = [piece.value + piece.length for piece in verbatim]
    for run in runs:
        # Both are in order: a text of many lines must not cost as much as their square.
        place = bisect_right(ends, run.start)
        while place < len(verbatim) and verbatim[place].value < run.start + run.length:
            piece = verbatim[place]
            first = max(run.start, piece.value)
            last = min(run.start + run.length, ends[place])
            start = piece.start + first - piece.value
            yield Origin(start, start + last - first, run.line, run.column + first - run.start)
            place += 1
