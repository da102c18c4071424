"""What stands in a body, a cell or a paragraph, without the elements that only hold others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .properties import PREFIX, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

HOLDERS: Final = frozenset(("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
"""What only holds other things: content controls, tags, and what was inserted or moved here."""
INLINE: Final = HOLDERS | {"hyperlink", "fldSimple", "dir", "bdo"}
"""The same inside paragraphs."""
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
COMPATIBILITY: Final = f"{_MC}AlternateContent"
"""Holds the same content twice, for new and for old programs."""
_CHOICES: Final = (f"{_MC}Choice", f"{_MC}Fallback")
CHARACTERS: Final = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
"""Elements of runs that stand for one character."""


def held(element: Element, holders: frozenset[str] = HOLDERS) -> Iterator[Element]:
    """The children, with those of holders in place of the holders themselves."""
    for one in element:
        if local(one) in holders:
            yield from held(one, holders)
        elif one.tag == COMPATIBILITY:
            for branch in branches(one):
                yield from held(branch, holders)
        else:
            yield one


def branches(element: Element) -> Iterator[Element]:
    """The one branch of an ``mc:AlternateContent`` to read: the first that holds text, or any."""
    found = [one for one in element if one.tag in _CHOICES]
    with_text = (one for one in found if any(True for _text in one.iter(f"{PREFIX}t")))
    if (chosen := next(with_text, next(iter(found), None))) is not None:
        yield chosen
