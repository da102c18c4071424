"""Paragraphs of Word: their properties as elements, what they say as text.

A document has hundreds of paragraphs, but a dozen kinds of them. The properties of a kind are made
once, of elements, because `put` keeps those in the order of the schema; beyond that, a paragraph
takes no more than writing its text. Elements for all of it take three times as long.
"""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING

from .oxml import add, element, prepared, put, qualified, run, written

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from .oxml import Prepared


@lru_cache(maxsize=64)
def plain(style: str) -> Prepared:
    """The properties of a paragraph that has a style and nothing else."""
    properties = element("pPr")
    add(properties, "pStyle", val=style)
    return prepared(properties)


@lru_cache(maxsize=256)
def having(properties: Prepared, name: str, **attributes: str | int) -> Prepared:
    """The same properties and one more."""
    changed = copy(properties.element)
    put(changed, name, **attributes)
    return prepared(changed)


class Paragraph:
    """``w:p``.

    Args:
        properties: Those of its kind.

    Attributes:
        content: What stands behind its properties, as text.
    """

    __slots__ = ("_own", "_shared", "content")

    def __init__(self, properties: Prepared) -> None:
        self.content = ""
        self._shared = properties
        self._own: Element | None = None

    @property
    def properties(self) -> Element:
        """``w:pPr`` of this paragraph alone, to be changed."""
        if self._own is None:
            self._own = copy(self._shared.element)
        return self._own

    def find(self, name: str) -> Element | None:
        """One of its properties, to be read."""
        properties = self._shared.element if self._own is None else self._own
        return properties.find(qualified(name))

    def put(self, name: str, **attributes: str | int) -> None:
        """Give it a property that other paragraphs may have as well."""
        if self._own is None:
            self._shared = having(self._shared, name, **attributes)
        else:
            put(self._own, name, **attributes)

    def run(self, text: str, style: str = "", *, size: int = 0) -> None:
        """Add a run, see `oxml.run`."""
        self.content += run(text, style, size=size)

    def keep_with_next(self) -> None:
        """Keep it on one page with what follows."""
        if self.find("keepNext") is None:
            self.put("keepNext")

    def xml(self) -> str:
        """The whole paragraph as text."""
        properties = self._shared.text if self._own is None else written(self._own)
        return f"<w:p>{properties}{self.content}</w:p>"


def paragraph(style: str) -> Paragraph:
    """A new paragraph in ``style``."""
    return Paragraph(plain(style))
