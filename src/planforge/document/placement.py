"""In which order the sections of a plan are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.model.plan import Plan

from .lines import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.model.section import CustomSection, Headed
    from planforge.regions import RegionWords

CUSTOM: Final = "sections"


class Placed(Struct, frozen=True):
    """A section with its English key and the heading it is printed with (may be empty)."""

    name: str
    section: Headed
    heading: str


def placed(plan: Plan, region: RegionWords) -> Iterator[Placed]:
    """The sections in the order of print.

    Sections go in the order of the file. A custom section goes behind the section it names in
    ``after`` by key (in any language) or by heading, in file order where several name the same
    one; without ``after``, or where that names nothing in the plan or leads in a circle, it
    stays where the custom sections stand.
    """
    customs = [_titled(CUSTOM, section, region) for section in plan.sections]
    standing = {
        name: _titled(name, section, region)
        for name in plan.order
        if (section := getattr(plan, name)) is not None and name != CUSTOM
    }
    anchors = _anchors(plan.sections, customs, standing)
    for name in plan.order:
        if name == CUSTOM:
            yield from _followers("", customs, anchors)
        elif name in standing:
            yield standing[name]
            yield from _followers(name, customs, anchors)


def _titled(name: str, section: Headed, region: RegionWords) -> Placed:
    own = section.heading
    return Placed(name, section, one_line(region.headings[name] if own is None else own))


def _anchors(
    sections: Sequence[CustomSection], customs: Sequence[Placed], standing: dict[str, Placed]
) -> list[str | int]:
    """What each custom section follows: a key, the index of another one, or nothing."""
    headings: dict[str, str | int] = {c.heading: i for i, c in enumerate(customs) if c.heading}
    headings |= {section.heading: name for name, section in standing.items() if section.heading}
    anchors: list[str | int] = []
    for section in sections:
        after = one_line(section.after)
        named = headings.get(after, Plan.fields_by_key().get(after, ""))
        anchors.append(named if isinstance(named, int) or named in standing else "")
    return [_without_circle(i, anchors) for i in range(len(anchors))]


def _without_circle(start: int, anchors: Sequence[str | int]) -> str | int:
    seen = {start}
    anchor = anchors[start]
    while isinstance(anchor, int):
        if anchor in seen:
            return ""
        seen.add(anchor)
        anchor = anchors[anchor]
    return anchors[start]


def _followers(
    anchor: str | int, customs: Sequence[Placed], anchors: Sequence[str | int]
) -> Iterator[Placed]:
    for index, custom in enumerate(customs):
        if anchors[index] == anchor:
            yield custom
            yield from _followers(index, customs, anchors)
