"""Paragraphs of Word: their properties as elements, what they say as text.

A document has hundreds of paragraphs, but a dozen kinds of them. The properties of a kind are made
once, of elements, because `put` keeps those in the order of the schema; beyond that, a paragraph
takes no more than writing its text. Elements for all of it take three times as long.
"""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .oxml import add, element, put, qualified, run, written

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Look(NamedTuple):
    """What paragraphs of one kind look like.

    Attributes:
        properties: ``w:pPr``; never to be changed.
        text: The same as text.
    """

    properties: Element
    text: str


def look(properties: Element) -> Look:
    """What paragraphs with these properties look like."""
    return Look(properties, written(properties))


@lru_cache(maxsize=64)
def plain(style: str) -> Look:
    """What paragraphs look like that have a style and nothing else."""
    properties = element("pPr")
    add(properties, "pStyle", val=style)
    return look(properties)


class Paragraph:
    """``w:p``.

    Args:
        kind: What it looks like, unless its properties are changed.

    Attributes:
        content: What stands behind its properties, as text.
    """

    __slots__ = ("_kind", "_own", "content")

    def __init__(self, kind: Look) -> None:
        self.content = ""
        self._kind = kind
        self._own: Element | None = None

    @property
    def properties(self) -> Element:
        """``w:pPr`` of this paragraph alone, to be changed."""
        if self._own is None:
            self._own = copy(self._kind.properties)
        return self._own

    def find(self, name: str) -> Element | None:
        """One of its properties, to be read."""
        own = self._kind.properties if self._own is None else self._own
        return own.find(qualified(name))

    def run(self, text: str, style: str = "", *, size: int = 0) -> None:
        """Add a run, see `oxml.run`."""
        self.content += run(text, style, size=size)

    def keep_with_next(self) -> None:
        """Keep it on one page with what follows."""
        if self.find("keepNext") is None:
            put(self.properties, "keepNext")

    def xml(self) -> str:
        """The whole paragraph as text."""
        properties = self._kind.text if self._own is None else written(self._own)
        return f"<w:p>{properties}{self.content}</w:p>"


def paragraph(style: str) -> Paragraph:
    """A new paragraph in ``style``."""
    return Paragraph(plain(style))
