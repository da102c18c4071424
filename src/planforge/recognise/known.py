"""What the headings of the first level announce, read together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import headings, items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .outline import Node

# With so many unknown headings in a row the plan has its tasks without a heading over them;
# so many points below a heading are more than a remark on it.
TASKS: Final = 3
# Headings that hold the tasks where no other one does: 工作重点, 工作安排.
_STANDING_IN: Final = ("focus", "schedule")


def known(nodes: Sequence[Node]) -> list[str]:
    """The key of the section that each heading announces; empty for other words.

    工作重点 and 工作安排 over a list of points are the tasks of a plan that has no others; a
    schedule is one by its months, so one with months stays.
    """
    keys = [heading(node) for node in nodes]
    if "tasks" in keys or any(run >= TASKS for run in _unknown_runs(keys)):
        return keys
    for wanted in _STANDING_IN:
        for place, node in enumerate(nodes):
            if keys[place] == wanted and _holds_tasks(node):
                keys[place] = "tasks"
                return keys
    return keys


def heading(node: Node) -> str:
    """The key of the section that the words of one heading announce; empty for other words."""
    return headings.section(node.text) if items.is_heading(node.text) else ""


def _unknown_runs(keys: Sequence[str]) -> list[int]:
    runs = [0]
    for key in keys:
        if key:
            runs.append(0)
        else:
            runs[-1] += 1
    return runs


def _holds_tasks(node: Node) -> bool:
    """Whether points with text of their own, or many, stand below; no months and no table."""
    below = [n for n in node.walk() if n is not node]
    if any(n.month or n.grid for n in below):
        return False
    points = [child for child in node.rest if items.numbered(child)]
    nested = any(child.children for child in points)
    return bool(points) and (nested or len(points) >= TASKS)
