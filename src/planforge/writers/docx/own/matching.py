"""Which style of a file does the work of which of ours."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.writers.docx.oxml import qualified

from .cascade import is_indented, value
from .names import DEPTHS, NAMES, NORMAL, folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from lxml.etree import _Element as Element

    from .cascade import Styles

    Told = Mapping[str, tuple[str, ...]]
    Seen = tuple[Collection[str], Collection[str]]

_SPLIT: Final = re.compile("[,;，；]")
_USES: Final = tuple(map(qualified, ("pStyle", "rStyle", "tblStyle")))
_LOOKS: Final = tuple(map(qualified, ("rFonts", "sz")))
_TYPES: Final = {"TableGrid": "table", **{f"Lead{n}": "character" for n in range(1, DEPTHS + 1)}}
_ALL_NAMES: Final = frozenset(folded(name) for names in NAMES.values() for name in names)


class How(StrEnum):
    """How a style was found."""

    NAME = "name"
    OUTLINE = "outline"
    ADDED = "added"


class Match(Struct, frozen=True):
    """What stands for one of our styles.

    Attributes:
        ours: Our style id.
        theirs: The style id in the file; empty until a missing style has been added.
        how: How it was found.
    """

    ours: str
    theirs: str
    how: How

    @property
    def found(self) -> bool:
        """Whether the file has it."""
        return self.how is not How.ADDED


def match(wanted: Iterable[str], styles: Styles, document: Element) -> dict[str, Match]:
    """Our style id → what stands for it.

    By name first; of several names the one that the text of the file uses, then the order of
    `names.NAMES`. Headings that no name tells are known by their outline level. The paragraph
    style of plain text is taken where it indents the first row; else it is no body text.

    Args:
        wanted: Our style ids.
        styles: The styles of the file.
        document: Its text.
    """
    used = {value_of(one) for one in document.iter(*_USES)}
    told = {identity: tuple(_names(style)) for identity, style in styles.by_id.items()}
    found: dict[str, Match] = {}
    taken: set[str] = set()
    ordered = list(dict.fromkeys(wanted))
    for ours in ordered:
        theirs = _by_name(ours, styles, told, (used, taken))
        if theirs:
            taken.add(theirs)
            found[ours] = Match(ours, theirs, How.NAME)
    for ours in ordered:
        theirs = _by_outline(ours, styles, told, (used, taken)) if ours not in found else ""
        if theirs:
            taken.add(theirs)
            found[ours] = Match(ours, theirs, How.OUTLINE)
    return {ours: found.get(ours, Match(ours, "", How.ADDED)) for ours in ordered}


def is_set_by_hand(matches: Mapping[str, Match], document: Element) -> bool:
    """Whether the text has fonts and sizes of its own, and neither title nor headings by style."""
    used = {value_of(one) for one in document.iter(qualified("pStyle"))}
    by_style = any(
        one.theirs in used
        for one in matches.values()
        if one.found and (one.ours == "Title" or heading_depth(one.ours))
    )
    return not by_style and any(
        run.find(look) is not None for run in document.iter(qualified("rPr")) for look in _LOOKS
    )


def value_of(element: Element) -> str:
    """``w:val``; empty where there is none."""
    return element.get(qualified("val"), "")


def _by_name(ours: str, styles: Styles, told: Told, seen: Seen) -> str:
    used, taken = seen
    names = [folded(name) for name in NAMES.get(ours, ())]
    candidates = [
        (identity not in used, min(map(names.index, said)), identity)
        for identity, _style in styles.of_type(_TYPES.get(ours, "paragraph"))
        if identity not in taken and (said := [n for n in told[identity] if n in names])
    ]
    if candidates:
        return min(candidates, key=lambda one: one[:2])[2]
    return _normal(styles) if ours == "BodyText" else ""


def _normal(styles: Styles) -> str:
    normal = styles.default("paragraph")
    known = folded(styles.name(normal)) in map(folded, NORMAL)
    return normal if known and is_indented(styles.indents(normal)) else ""


def _by_outline(ours: str, styles: Styles, told: Told, seen: Seen) -> str:
    used, taken = seen
    depth = heading_depth(ours)
    if not depth:
        return ""
    candidates = [
        (identity not in used, identity)
        for identity, style in styles.of_type("paragraph")
        if identity not in taken
        and _outline(style) == str(depth - 1)
        and not any(name in _ALL_NAMES for name in told[identity])
    ]
    return min(candidates, key=lambda one: one[0])[1] if candidates else ""


def heading_depth(ours: str) -> int:
    """The level of a heading style of ours, 1-based; 0 for any other style."""
    digits = ours.removeprefix("Heading")
    return int(digits) if digits != ours and digits.isdigit() and int(digits) <= DEPTHS else 0


def _outline(style: Element) -> str:
    properties = style.find(qualified("pPr"))
    return "" if properties is None else value(properties, "outlineLvl")


def _names(style: Element) -> Iterator[str]:
    yield folded(value(style, "name"))
    yield from map(folded, _SPLIT.split(value(style, "aliases")))
