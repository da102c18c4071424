"""Attachments and footnotes of the source → what is written in the plan file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .front import stripped
from .keys import SECTION
from .marks import Piece
from .outline import Node
from .part import CUSTOM, Part
from .sections import plain, with_tables, without_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planforge.readers.line import Line

    from .ending import Attached


def written(
    found: Sequence[Attached],
    outlined: Callable[[Sequence[Line]], list[Node]],
) -> list[Any]:
    """One entry per attachment: its title, or title and content."""
    return [_written(one, outlined) for one in found]


def _written(one: Attached, outlined: Callable[[Sequence[Line]], list[Node]]) -> Any:
    if not one.content:
        return one.title
    nodes = outlined(one.content)
    holder = Node(nodes[0].piece.empty(), children=nodes)
    inner, tables = without_tables(holder)
    return {SECTION["heading"]: one.title, **with_tables(plain(inner), tables)}


def notes(lines: Sequence[Line]) -> Part:
    """Footnotes, one paragraph each, behind everything else."""
    words = [stripped(line) for line in lines]
    nodes = [
        Node(Piece(line.number, 0, 0, line.text), words=text)
        for line, text in zip(lines, words, strict=True)
    ]
    return Part(CUSTOM, {SECTION["heading"]: "", SECTION["text"]: list(words)}, nodes)
