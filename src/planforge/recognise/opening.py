"""What stands before the first heading, or without any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from . import guiding, items, tense
from .closing import closes
from .keys import SECTION
from .known import heading
from .part import Part
from .sections import bare_schedule, prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .outline import Node

# A lead-in that says that the plan follows: the paragraphs behind it are its tasks.
_LEADS_IN: Final = re.compile(
    r"(?:特?(?:制[定订]|擬定|拟定)[^。]{0,24}(?:计划|計劃|計畫|安排|方案|要点)|如下)[^。]{0,12}[。：:]$"
)
_SECOND: Final = 2
_AFTER_GUIDING: Final = frozenset({"targets", "focus", "tasks"})


def without_marks(nodes: list[Node]) -> list[Part]:
    """A text without any mark; a table of months in it is the schedule."""
    place = next((n for n, node in enumerate(nodes) if node.grid), len(nodes))
    schedule = bare_schedule(nodes[place]) if place < len(nodes) else None
    behind = nodes[place + 1 :]
    if schedule is None or any(node.grid for node in behind):
        return [*opening(nodes, alone=True)]
    closing = [prose("closing", behind)] if behind else []
    return [*opening(nodes[:place], alone=True), schedule, *closing]


def lost(first: Node) -> bool:
    """Whether the heading before the first one is lost, and this one says what it is."""
    return first.piece.ordinal == _SECOND and heading(first) in _AFTER_GUIDING


def opening(
    nodes: list[Node], *, alone: bool = False, lost: bool = False, guided: bool = False
) -> Iterator[Part]:
    """What stands before the first heading; the whole text where there is none.

    Args:
        nodes: Paragraphs and tables.
        alone: Whether nothing else follows.
        lost: Whether the heading over the last of them is lost.
        guided: Whether a heading below says where the guiding ideology stands.
    """
    tasks: list[Node] = []
    closing: list[Node] = []
    if alone and not any(node.grid for node in nodes):
        place = next((n for n, node in enumerate(nodes[:2], 1) if _LEADS_IN.search(node.text)), 0)
        if not place and tense.is_review([node.text for node in nodes]):
            place = 1
        if place and len(nodes) - place > 1:
            nodes, tasks = nodes[:place], nodes[place:]
        if len(tasks) > 1 and closes(tasks[-1].text):
            closing = [tasks.pop()]
    preamble, guides = (nodes, []) if guided else guiding.split(nodes, lost=lost)
    if preamble:
        yield prose("preamble", preamble)
    if guides:
        data = {SECTION["heading"]: "", SECTION["text"]: items.text(guides)}
        if any(node.grid for node in guides):
            yield prose("closing" if preamble else "preamble", guides)
        else:
            yield Part("guiding_ideology", data, guides, guessed=True)
    if tasks:
        key = "review" if tense.is_review([node.text for node in tasks]) else "tasks"
        data = {SECTION["heading"]: "", SECTION["text"]: items.text(tasks)}
        yield Part(key, data, tasks, guessed=True)
    if closing:
        yield prose("closing", closing)
