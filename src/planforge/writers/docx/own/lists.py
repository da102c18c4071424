"""The list that numbers headings and points: the file's own where it has one, else ours."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.document.numbering import label
from planforge.writers.docx.numbering_part import NSID, linked_list
from planforge.writers.docx.oxml import add, put, qualified, root

from .cascade import value
from .matching import heading_depth

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as Element

    from planforge.writers.docx.numbering_counters import Start

    from .cascade import Styles
    from .matching import Match

FIRST: Final = 1
_NUM: Final = qualified("num")
_ABSTRACT: Final = qualified("abstractNum")
_NUM_ID: Final = qualified("numId")
_ABSTRACT_ID: Final = qualified("abstractNumId")
_ILVL: Final = qualified("ilvl")
_NOT_A_NUMBER: Final = frozenset(("none", "bullet", ""))
_LARGEST: Final = 0xFFFFFFFF


class OwnList(Struct, frozen=True):
    """The list of a file that numbers its headings.

    Attributes:
        instance: Its ``w:num``.
        levels: ``w:ilvl`` of our levels, the highest first.
    """

    instance: int
    levels: tuple[int, ...]


class Deepest(Struct, frozen=True):
    """How deep a text is numbered, 1-based; 0 where nothing is.

    Attributes:
        level: Headings and points.
        heading: Headings alone.
    """

    level: int
    heading: int


def own_list(
    matches: Mapping[str, Match], styles: Styles, numbering: Element | None, deepest: Deepest
) -> OwnList | None:
    """The list that the file's headings are numbered by; ``None`` where it will not do.

    It has to count all levels that are needed, each below the one above, from 1 on. Every
    heading has to be linked to it: chapters that are numbered over sections that are not, or
    by two lists, give no plan. Points below the headings take its next levels.

    Args:
        matches: What stands for our styles.
        styles: The styles of the file.
        numbering: Its numbering part.
        deepest: Which levels are needed.
    """
    if numbering is None:
        return None
    instance, levels = 0, [-1]
    for depth in range(1, deepest.level + 1):
        match = matches.get(f"Heading{depth}")
        if match is not None and depth <= max(deepest.heading, 1):
            number, level = of_style(match.theirs, styles, numbering)
            if not number or (instance and not _same(numbering, number, instance)):
                return None
            instance = instance or number
        else:
            level = levels[-1] + 1
        if level <= levels[-1] or not instance or not _counts(numbering, instance, level):
            return None
        levels.append(level)
    return OwnList(instance, tuple(levels[1:])) if instance else None


def of_style(identity: str, styles: Styles, numbering: Element) -> tuple[int, int]:
    """Instance and level, 0-based, of a style; instance 0 where it is not numbered."""
    held = styles.last(identity, "pPr", "numPr")
    instance = 0 if held is None else _number(value(held, "numId"))
    abstract = _abstract(numbering, instance)
    if held is None or abstract is None:
        return 0, 0
    for level in abstract.iterchildren(qualified("lvl")):
        if value(level, "pStyle") == identity:
            return instance, _number(level.get(_ILVL, ""))
    return instance, _number(value(held, "ilvl"))


def is_listed(identity: str, styles: Styles) -> bool:
    """Whether a style numbers its paragraphs, by itself or as what it is based on."""
    held = styles.last(identity, "pPr", "numPr")
    return held is not None and _number(value(held, "numId")) != 0


def _same(numbering: Element, one: int, other: int) -> bool:
    return _abstract(numbering, one) is _abstract(numbering, other)


def _counts(numbering: Element, instance: int, depth: int) -> bool:
    abstract = _abstract(numbering, instance)
    for level in () if abstract is None else abstract.iterchildren(qualified("lvl")):
        if _number(level.get(_ILVL, "")) == depth:
            plain = level.find(qualified("lvlRestart")) is None and value(level, "start") == "1"
            shown = f"%{depth + 1}" in value(level, "lvlText")
            return plain and shown and value(level, "numFmt") not in _NOT_A_NUMBER
    return False


def pattern(numbering: Element, own: OwnList, level: int) -> str:
    """What the number 1 of a level looks like."""
    abstract = _abstract(numbering, own.instance)
    for one in () if abstract is None else abstract.iterchildren(qualified("lvl")):
        if _number(one.get(_ILVL, "")) == level:
            return label([_Shown(value(one, "numFmt"), value(one, "lvlText"))], 1, 1)
    return ""


class _Shown(Struct, frozen=True):
    """A level of the file, as `label` wants it."""

    format: str
    pattern: str
    typed_from: int = 0


def _instance(numbering: Element, instance: int) -> Element | None:
    for one in numbering.iterchildren(_NUM):
        if _number(one.get(_NUM_ID, "")) == instance:
            return one
    return None


def _abstract(numbering: Element, instance: int) -> Element | None:
    num = _instance(numbering, instance)
    wanted = "" if num is None else value(num, "abstractNumId")
    for one in numbering.iterchildren(_ABSTRACT):
        if wanted and one.get(_ABSTRACT_ID) == wanted:
            return one
    return None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def with_instances(numbering: Element, own: OwnList, starts: Iterable[Start]) -> dict[int, int]:
    """Our instance → theirs; instances with a start of their own are added to the part."""
    found = {FIRST: own.instance}
    for start in starts:
        original = _instance(numbering, own.instance)
        assert original is not None
        made = copy.deepcopy(original)
        level = str(own.levels[start.depth - 1])
        for old in made.findall(qualified("lvlOverride")):
            if old.get(_ILVL) == level:
                made.remove(old)
        override = add(made, "lvlOverride", ilvl=level)
        add(override, "startOverride", val=start.number)
        found[start.instance] = _append(numbering, made)
    return found


def with_ours(
    numbering: Element | None,
    ours: Element,
    matches: Mapping[str, Match],
    styles: Styles,
) -> tuple[Element, dict[int, int]]:
    """The part with our list in it, and our instance → the one there.

    A level is indented like the heading of the file that stands on it.
    """
    target = root("numbering") if numbering is None else numbering
    taken = [_number(one.get(_ABSTRACT_ID, "")) for one in target.iterchildren(_ABSTRACT)]
    fresh = str(max(taken, default=-1) + 1)
    found: dict[int, int] = {}
    for abstract in ours.iterchildren(_ABSTRACT):
        abstract.set(_ABSTRACT_ID, fresh)
        _give_identity(abstract, target)
        for level in abstract.iterchildren(qualified("lvl")):
            _fit(level, matches, styles)
        _before_instances(target, abstract)
    for num in ours.findall(_NUM):
        reference = num.find(qualified("abstractNumId"))
        assert reference is not None
        reference.set(qualified("val"), fresh)
        old = _number(num.get(_NUM_ID, ""))
        found[old] = _append(target, num)
    return target, found


def _fit(level: Element, matches: Mapping[str, Match], styles: Styles) -> None:
    linked = level.find(qualified("pStyle"))
    match = None if linked is None else matches.get(linked.get(qualified("val"), ""))
    if linked is not None and (match is None or match.found):
        # Their style stays as it is, so nothing may claim that it is numbered.
        level.remove(linked)
    elif linked is not None and match is not None:
        linked.set(qualified("val"), match.theirs)
    properties = level.find(qualified("pPr"))
    if match is not None and match.found and properties is not None:
        set_indents(properties, styles.indents(match.theirs))


def set_indents(properties: Element, indents: Mapping[str, str]) -> None:
    """Gives a paragraph or level these indents, whatever its list or style says."""
    for old in properties.findall(qualified("ind")):
        properties.remove(old)
    told = dict(indents)
    told.setdefault("left", "0")
    if "hanging" not in told and "hangingChars" not in told:
        told.setdefault("firstLine", "0")
    put(properties, "ind", **told)


def _give_identity(abstract: Element, target: Element) -> None:
    """Word takes lists of the same number for one: so ours differs from theirs."""
    taken = {value(one, "nsid").upper() for one in target.iterchildren(_ABSTRACT)}
    numbers = (f"{(int(NSID, 16) + n) & _LARGEST:08X}" for n in range(len(taken) + 1))
    nsid = abstract.find(qualified("nsid"))
    assert nsid is not None
    nsid.set(qualified("val"), next(one for one in numbers if one not in taken))


def _before_instances(target: Element, abstract: Element) -> None:
    first = target.find(_NUM)
    if first is None:
        target.append(abstract)
    else:
        first.addprevious(abstract)


def _append(numbering: Element, num: Element) -> int:
    """Puts an instance behind the others, under a fresh number."""
    present = numbering.findall(_NUM)
    fresh = max((_number(one.get(_NUM_ID, "")) for one in present), default=0) + 1
    num.set(_NUM_ID, str(fresh))
    if present:
        present[-1].addnext(num)
    else:
        numbering.append(num)
    return fresh


def link_added(
    matches: Mapping[str, Match], styles: Styles, instance: int, levels: Mapping[int, int]
) -> None:
    """Points the headings that were added to the list.

    Args:
        matches: What stands for our styles.
        styles: The styles of the file.
        instance: The list.
        levels: Our level, 1-based → ``w:ilvl``.
    """
    for match in matches.values():
        depth = heading_depth(match.ours)
        if match.found or not depth:
            continue
        properties = styles.by_id[match.theirs].find(qualified("pPr"))
        assert properties is not None
        for old in properties.findall(qualified("numPr")):
            properties.remove(old)
        if instance and depth in levels:
            linked_list(properties, instance, levels[depth] + 1)
