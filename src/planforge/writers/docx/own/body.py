"""Our text in the styles, the list and the sections of the file."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from planforge.writers.docx.numbering_part import NONE, linked_list
from planforge.writers.docx.oxml import qualified

from . import page
from .lists import FIRST, is_listed, set_indents
from .matching import heading_depth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from .cascade import Styles
    from .matching import Match

_VAL: Final = qualified("val")
_P: Final = qualified("p")
_P_PR: Final = qualified("pPr")
_P_STYLE: Final = qualified("pStyle")
_NUM_PR: Final = qualified("numPr")
_STYLES: Final = (_P_STYLE, qualified("rStyle"), qualified("tblStyle"))


def used_styles(tree: Element) -> tuple[str, ...]:
    """Every style id in the text, in order of use."""
    return tuple(dict.fromkeys(one.get(_VAL, "") for one in tree.iter(*_STYLES)))


def resettle(
    tree: Element,
    matches: Mapping[str, Match],
    styles: Styles,
    instances: Mapping[int, int],
    levels: Mapping[int, int],
) -> None:
    """Changes every style and every list in the text into what stands for it in the file.

    Args:
        tree: The text as the page style has it.
        matches: What stands for our styles.
        styles: The styles of the file.
        instances: Our list instance → the one there.
        levels: Our level, 1-based → ``w:ilvl``.
    """
    for one in tree.iter(_P):
        properties = one.find(_P_PR)
        named = None if properties is None else properties.find(_P_STYLE)
        if properties is not None and named is not None:
            match = matches.get(named.get(_VAL, ""))
            if match is not None:
                _number(properties, match, styles, instances, levels)
    for one in tree.iter(*_STYLES):
        if (match := matches.get(one.get(_VAL, ""))) is not None:
            one.set(_VAL, match.theirs)


def _number(
    properties: Element,
    match: Match,
    styles: Styles,
    instances: Mapping[int, int],
    levels: Mapping[int, int],
) -> None:
    depth = heading_depth(match.ours)
    numbered = properties.find(_NUM_PR)
    if numbered is None:
        if not depth and is_listed(match.theirs, styles):
            # What is no heading of ours may look like one of theirs, but counts with none.
            linked_list(properties, NONE, FIRST)
            set_indents(properties, styles.indents(match.theirs))
        # A heading that its style numbers; that of the file may be numbered by itself.
        elif depth and match.found and not _counts_by_itself(match, styles, instances):
            linked_list(properties, instances[FIRST], levels[depth] + 1)
        return
    level, instance = (numbered.find(qualified(name)) for name in ("ilvl", "numId"))
    assert level is not None
    assert instance is not None
    ours = int(instance.get(_VAL, "0"))
    of_level = int(level.get(_VAL, "0")) + 1
    level.set(_VAL, str(levels.get(of_level, of_level - 1)))
    instance.set(_VAL, str(instances.get(ours, NONE)))
    if ours == NONE or not depth:
        # The indents of the list, and none at all outside of it, win over those of the style.
        set_indents(properties, styles.indents(match.theirs))


def _counts_by_itself(match: Match, styles: Styles, instances: Mapping[int, int]) -> bool:
    held = styles.last(match.theirs, "pPr", "numPr")
    number = None if held is None else held.find(qualified("numId"))
    return number is not None and number.get(_VAL) == str(instances[FIRST])


def resection(tree: Element, section: Element) -> None:
    """Gives every section of the text the sheet, headers and footers of the file's.

    What lies in our page style lies here too; everything else is as in the file.
    """
    for number, old in enumerate(list(tree.iter(qualified("sectPr")))):
        parent = old.getparent()
        sheet = old.find(qualified("pgSz"))
        lying = sheet is not None and sheet.get(qualified("orient")) == "landscape"
        assert parent is not None
        mine = page.further(section) if number else copy.deepcopy(section)
        placed = page.turned(mine) if lying else mine
        if (begins := old.find(qualified("type"))) is not None:
            page.begin(placed, begins)
        parent.replace(old, placed)
