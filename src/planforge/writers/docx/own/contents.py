"""The table of contents in a file whose own list numbers the headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.ooxml.lists import Lists
from planforge.writers.docx.oxml import qualified

from .cascade import value
from .lists import of_style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from .cascade import Styles

_NAME: Final = qualified("name")
_T: Final = qualified("t")


def relabel(tree: Element, styles: Styles, numbering: Element) -> None:
    """Lets every line say the number that the file gives to the heading it leads to.

    Args:
        tree: The text in the styles and lists of the file, which is changed.
        styles: The styles of the file.
        numbering: Its numbering part, with every list of the text.
    """
    shown = dict(_headings(tree, styles, numbering))
    for link in tree.iter(qualified("hyperlink")):
        words = shown.get(link.get(qualified("anchor"), ""))
        text = link.find(f".//{_T}")
        if words is not None and text is not None:
            text.text = words


def _headings(tree: Element, styles: Styles, numbering: Element) -> Iterator[tuple[str, str]]:
    """Bookmark → number and words of the paragraph that has it, counted through the text."""
    counted = Lists(numbering, lambda _font: "")
    for one in tree.iter(qualified("p")):
        instance, level = _place(one, styles, numbering)
        number = counted.count(str(instance), level)
        for mark in one.iterchildren(qualified("bookmarkStart")):
            words = "".join(text.text or "" for text in one.iter(_T))
            # A mark needs no blank behind it.
            yield mark.get(_NAME, ""), number + (" " if number[-1:].isalnum() else "") + words


def _place(one: Element, styles: Styles, numbering: Element) -> tuple[int, int]:
    """List and level of a paragraph; list 0 for none."""
    properties = one.find(qualified("pPr"))
    if properties is None:
        return 0, 0
    direct = properties.find(qualified("numPr"))
    if direct is None:
        return of_style(value(properties, "pStyle"), styles, numbering)
    return int(value(direct, "numId") or 0), int(value(direct, "ilvl") or 0)
