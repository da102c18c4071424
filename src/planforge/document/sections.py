"""What stands under the heading of each section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.model.schedule import Schedule
from planforge.model.section import Headed, Section
from planforge.model.sections import Budget, Leadership, Stages
from planforge.model.targets import Targets

from . import grids, schedule
from .budget import budget
from .leadership import leadership
from .lines import paragraphs
from .outline import Place, outline
from .points import of_item, of_stage, of_target
from .tree import Block, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.model.frame import Layout
    from planforge.regions import RegionWords

    from .placement import Placed
    from .tree import Table

# Prose before the first and behind the last heading: its points are paragraphs.
PLAIN: Final = frozenset(("preamble", "closing"))


def printed(placed: Placed, top: Place, region: RegionWords, layout: Layout) -> Iterator[Block]:
    """A section with its heading.

    Without a heading, its points move up to the level of the headings and share their numbers.
    In a preamble or closing without a heading they are paragraphs, unless a point says itself
    that it is numbered.
    """
    section = placed.section
    place = top
    if placed.heading:
        yield top.heading(placed.heading, numbered=section.numbered)
        place = top.below()
    if placed.name == "tasks" and layout.tasks == "table" and isinstance(section, Section):
        yield from texts(section)
        yield from _used(grids.tasks(section.items, region))
        yield from typed_tables(section)
        return
    numbered = bool(placed.heading) or placed.name not in PLAIN
    yield from content(section, place, region, layout, numbered=numbered)


def content(
    section: Headed, place: Place, region: RegionWords, layout: Layout, *, numbered: bool = True
) -> Iterator[Block]:
    """Text, then what is special to the section, then its points, then its tables.

    Args:
        section: The section.
        place: Where its points stand.
        region: Whose words are used.
        layout: What is printed as a table.
        numbered: Whether points are numbered that do not say so themselves.
    """
    yield from texts(section)
    yield from _special(section, place, region, layout)
    if isinstance(section, Section):
        points = [of_item(item, region, numbered=numbered) for item in section.items]
        yield from outline(points, place)
    yield from typed_tables(section)


def texts(section: Headed) -> Iterator[Block]:
    """The paragraphs before the points."""
    for text in paragraphs(section.text):
        yield Paragraph(text)


def typed_tables(section: Headed) -> Iterator[Block]:
    """The tables that the user typed."""
    yield from map(grids.typed, section.table)


def _special(section: Headed, place: Place, region: RegionWords, layout: Layout) -> Iterator[Block]:
    match section:
        case Targets(items=targets) if layout.targets == "table":
            yield from _used(grids.targets(targets, region))
        case Targets(items=targets):
            yield from outline([of_target(target, region) for target in targets], place)
        case Stages(items=stages):
            yield from outline([of_stage(stage, region) for stage in stages], place)
        case Schedule() if layout.schedule == "table":
            yield from _used(schedule.as_table(section, region))
        case Schedule():
            yield from schedule.as_list(section, place, region)
        case Leadership():
            yield from leadership(section, place, region)
        case Budget(lines=lines):
            yield from _used(budget(lines, region))
        case _:
            pass


def _used(table: Table) -> Iterator[Block]:
    if table.columns:
        yield table
