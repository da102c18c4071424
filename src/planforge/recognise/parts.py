"""The outline → the sections of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from planforge.model.goal import Goal

from . import headings, items, tense, times
from .closing import closing_of
from .goals import goals_of
from .keys import SCHEDULE, SECTION
from .known import TASKS, heading, known
from .months import FEWEST
from .opening import lost, opening, without_marks
from .part import CUSTOM, Part
from .raised import raised
from .sections import lifted, prose, section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .outline import Node

# So many of the points of a list must state a figure before it is taken for the targets.
_MOST: Final = 0.7
_FEWEST_TARGETS: Final = 3
_LONGEST_TARGET: Final = 80


def parts(nodes: Sequence[Node], region: str) -> list[Part]:
    """The sections in the order of the source.

    Headings are known by their words, one section for each; other headings become custom
    sections. Where no heading is known at all, or many unknown ones stand in a row, the
    points are tasks without a heading over them, or the review where they tell of the past.
    What stands before the first heading is the preamble or the guiding ideology; paragraphs
    behind the last point close the plan.
    """
    body, closing = closing_of(list(nodes))
    start = next((n for n, node in enumerate(body) if not (node.plain or node.grid)), len(body))
    months_only = all(node.month for node in body[start:])
    if months_only and len(body) - start >= FEWEST:
        start = _columns(body, start)
    front, body = body[:start], body[start:]
    if not body:
        return without_marks([*front, *closing])
    guided = any(heading(node) == "guiding_ideology" for node in body)
    found = [*opening(front, lost=lost(body[0]), guided=guided)]
    body, schedule = raised(body)
    body, months = _trailing_months(body)
    told = any(tense.announces(node.text) for node in front)
    found += [_as_review(part) if told else part for part in _sections(body, region)]
    for part in found:
        part.raised = any(node is schedule for node in part.nodes)
    if months:
        found.append(_bare_schedule(months))
    if closing:
        found.append(prose("closing", closing))
    return found


def _bare_schedule(nodes: list[Node]) -> Part:
    """Months without a heading over them, and the heads of columns that a table left behind."""
    start = next(n for n, node in enumerate(nodes) if node.month)
    text = {SECTION["text"]: items.text(nodes[:start])} if start else {}
    entries = {SCHEDULE["entries"]: times.entries(nodes[start:])}
    return Part("schedule", {SECTION["heading"]: "", **text, **entries}, nodes)


def _trailing_months(nodes: list[Node]) -> tuple[list[Node], list[Node]]:
    """The outline without a schedule that ends it without a heading of its own, and that."""
    holder = nodes if nodes[-1].month else nodes[-1].children
    if any(heading(node) == "schedule" for node in nodes):
        return nodes, []
    start = len(holder)
    while start and holder[start - 1].month:
        start -= 1
    if len(holder) - start < FEWEST:
        return nodes, []
    start = _columns(holder, start)
    months = holder[start:]
    del holder[start:]
    return nodes, months


def _columns(nodes: Sequence[Node], start: int) -> int:
    """Where the heads of columns begin that a table left behind above the months at ``start``."""
    while start and nodes[start - 1].plain and headings.is_column(nodes[start - 1].text):
        start -= 1
    return start


def _sections(nodes: list[Node], region: str) -> list[Part]:
    if not nodes:
        return []
    if not any(heading(node) for node in nodes):
        return [*_unknown(nodes)]
    nodes = _adopted(nodes)
    keys = known(nodes)
    taken = {""}
    result: list[Part] = []
    place = 0
    while place < len(nodes):
        run = next((n for n in range(place, len(nodes)) if keys[n]), len(nodes)) - place
        if run >= TASKS and "tasks" not in keys and "tasks" not in taken:
            result.append(_told(nodes[place : place + run], "tasks"))
            taken.add(result[-1].key)
            place += run
        else:
            key = keys[place]
            result += _section(nodes[place], key, region, free=key not in taken)
            taken.add(key)
            place += 1
    return result


def _section(node: Node, key: str, region: str, *, free: bool) -> Iterator[Part]:
    """The section, and what stands behind its table as one without a heading."""
    grids = [n for n, child in enumerate(node.children) if child.grid]
    behind = node.children[grids[-1] + 1 :] if grids else []
    if behind and all(child.plain for child in behind):
        node.children = node.children[: grids[-1] + 1]
    else:
        behind = []
    yield section(node, key, region, free=free)
    if behind:
        data = {SECTION["heading"]: "", SECTION["text"]: items.text(behind)}
        yield Part(CUSTOM, data, behind)


def _unknown(nodes: list[Node]) -> Iterator[Part]:
    """Points under no heading that is known: targets, a review, tasks."""
    groups = _lists(nodes)
    if groups[-1][0].piece.ordinal > 1:
        # The heading 一、 over the first points is lost.
        groups = [nodes]
    taken: set[str] = set()
    for number, group in enumerate(groups):
        last = number == len(groups) - 1
        key = "targets" if not last and _states_figures(group) else "tasks" if last else ""
        if last and (turn := _turning(group)):
            yield _told(group[:turn], "review")
            yield _told(group[turn:], "tasks")
        elif key and key not in taken:
            yield _told(group, key)
        else:
            yield lifted(CUSTOM, group)
        taken.add(key)


def _as_review(part: Part) -> Part:
    """Points without a heading that a lead-in calls what was done."""
    return replace(part, key="review") if part.guessed and part.key == "tasks" else part


def _lists(nodes: list[Node]) -> list[list[Node]]:
    """The points before the first mark of the highest rank, list by list; then all the others."""
    ranks = [node.piece.shape.rank for node in nodes if node.piece.shape and not node.month]
    top = min((rank for rank in ranks if rank), default=0)
    place = next(
        (n for n, node in enumerate(nodes) if node.piece.shape and node.piece.shape.rank == top), 0
    )
    groups: list[list[Node]] = []
    for node in nodes[:place]:
        if not groups or (node.piece.ordinal == 1 and not node.plain):
            groups.append([])
        groups[-1].append(node)
    return [*groups, nodes[place:]]


def _states_figures(group: Sequence[Node]) -> bool:
    short = all(len(node.text) <= _LONGEST_TARGET for node in group)
    stated = sum(_figure(node.text) for node in group) if short else 0
    return stated >= max(_FEWEST_TARGETS, _MOST * len(group))


def _figure(text: str) -> bool:
    return bool(Goal.find(text))


def _turning(group: Sequence[Node]) -> int:
    """Where a text that told of the past turns to what is to come; 0 where it does not."""
    for place, node in enumerate(group):
        if place and node.plain and tense.turns(node.text):
            before = [n.text for one in group[:place] for n in one.walk()]
            behind = [n.text for one in group[place:] for n in one.walk()]
            if tense.is_review(before) and not tense.is_review(behind):
                return place
    return 0


def _told(nodes: list[Node], key: str) -> Part:
    """Points without a heading: the review where they tell of the past."""
    texts = [n.text for node in nodes for n in node.walk()]
    told = key == "tasks" and tense.is_review(texts)
    part = lifted("review" if told else key, nodes)
    if key == "targets":
        part.data[SECTION["items"]] = goals_of(part.data[SECTION["items"]])
    part.guessed = True
    return part


def _adopted(nodes: list[Node]) -> list[Node]:
    """The nodes, with paragraphs put below the heading that stands before them."""
    adopted: list[Node] = []
    for node in nodes:
        if adopted and not adopted[-1].plain and (node.plain or node.grid):
            adopted[-1].children.append(node)
        else:
            adopted.append(node)
    return adopted
