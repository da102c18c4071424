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


def known(nodes: Sequence[Node]) -> list[str]:
    """The key of the section that each heading announces; empty for other words.

    工作重点 and 工作安排 over a list of points are the tasks of a plan that has no others, and
    so is the only heading of other words with such a list; a schedule is one by its months,
    so one with months stays.
    """
    keys = [heading(node) for node in nodes]
    if "tasks" in keys or any(run >= TASKS for run in _unknown_runs(keys)):
        return keys
    holders = [n for n, node in enumerate(nodes) if _holds_tasks(node)]
    alone = [n for n in holders if not keys[n]]
    found = [n for n in holders if keys[n] and headings.stands_in(nodes[n].text)]
    if not found and len(alone) == 1 and items.is_heading(nodes[alone[0]].text):
        found = alone
    return [*keys[: found[0]], "tasks", *keys[found[0] + 1 :]] if found else keys


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
