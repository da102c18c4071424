"""What stands in a body, a cell or a paragraph, without the elements that only hold others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .properties import local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

HOLDERS: Final = frozenset(("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
"""What only holds other things: content controls, tags, and what was inserted or moved here."""
INLINE: Final = HOLDERS | {"hyperlink", "fldSimple", "dir", "bdo"}
"""The same inside paragraphs."""
CHARACTERS: Final = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
"""Elements of runs that stand for one character."""


def held(element: Element, holders: frozenset[str] = HOLDERS) -> Iterator[Element]:
    """The children, with those of holders in place of the holders themselves."""
    for one in element:
        if local(one) in holders:
            yield from held(one, holders)
        else:
            yield one
