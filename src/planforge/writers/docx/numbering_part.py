"""``word/numbering.xml``: the levels of the style as one multilevel list, and its instances."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from .measures import character, indent
from .oxml import add, put, root, xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from planforge.styles import Level, Style

    from .numbering_counters import Start

ABSTRACT: Final = 0
NONE: Final = 0
"""The list instance that means: not numbered."""

# Word tells lists apart by this number; any constant will do.
NSID: Final = "504C414E"


def linked_list(properties: Element, instance: int, depth: int) -> None:
    """Puts the paragraph or style into ``instance`` of the list at level ``depth``, 1-based."""
    number = put(properties, "numPr")
    add(number, "ilvl", val=depth - 1)
    add(number, "numId", val=instance)


def level_indent(level: Level) -> dict[str, float]:
    """The indents of ``level`` in characters, by their names in OOXML.

    The left edge is that of the rows after the first, so a hanging indent is added to it.
    """
    found: dict[str, float] = {}
    if left := level.indent.amount + level.hanging.amount:
        found["left"] = left
    if level.hanging.amount:
        found["hanging"] = level.hanging.amount
    elif level.first_line.amount:
        found["firstLine"] = level.first_line.amount
    return found


@lru_cache(maxsize=64)
def numbering_part(style: Style, starts: tuple[Start, ...]) -> bytes:
    """The part: instance 1, which the heading styles use, and one for each of ``starts``."""
    numbering = root("numbering")
    _abstract(numbering, style)
    _instance(numbering, 1)
    for start in starts:
        override = add(_instance(numbering, start.instance), "lvlOverride", ilvl=start.depth - 1)
        add(override, "startOverride", val=start.number)
    return xml(numbering)


def _instance(numbering: Element, identity: int) -> Element:
    made = add(numbering, "num", numId=identity)
    add(made, "abstractNumId", val=ABSTRACT)
    return made


def _abstract(numbering: Element, style: Style) -> None:
    made = add(numbering, "abstractNum", abstractNumId=ABSTRACT)
    put(made, "nsid", val=NSID)
    put(made, "multiLevelType", val="multilevel")
    for depth, level in enumerate(style.numbering, 1):
        described = put(made, "lvl", ilvl=depth - 1)
        put(described, "start", val=1)
        put(described, "numFmt", val=level.format)
        put(described, "pStyle", val=f"Heading{depth}")
        put(described, "suff", val="nothing")
        put(described, "lvlText", val=level.pattern)
        put(described, "lvlJc", val="left")
        # The list's own indents win over those of a paragraph style in a numbered paragraph.
        indent(put(described, "pPr"), character(style, level.size), level_indent(level))
