"""The table of contents: every heading and attachment, in the order of print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .lines import one_line
from .numbering import label
from .tree import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .numbering import Level
    from .tree import Attachment, Block, Document

DEEPEST: Final = 4
"""Headings below this level are not listed."""


class Entry(Struct, frozen=True):
    """One line of the table of contents.

    Attributes:
        level: 1-based.
        text: What it says, with its number.
        target: What it leads to.
    """

    level: int
    text: str
    target: Heading | Attachment


def entries(document: Document, levels: Sequence[Level]) -> Iterator[Entry]:
    """The lines, numbered by the scheme ``levels``; none for a document without contents."""
    if not document.contents:
        return
    yield from _headings(document.blocks, levels)
    for attachment in document.attachments:
        if attachment.title:
            yield Entry(1, one_line(attachment.title), attachment)
        yield from _headings(attachment.blocks, levels)


def _headings(blocks: Iterable[Block], levels: Sequence[Level]) -> Iterator[Entry]:
    for block in blocks:
        if isinstance(block, Heading) and block.level <= DEEPEST:
            number = "" if block.number is None else label(levels, block.level, block.number)
            yield Entry(block.level, number + block.text, block)
