"""One heading with what stands below it → the data of one section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from planforge.model.months import Months
from planforge.regions import load_region

from . import grids, items, times, verify
from .goals import goals_of
from .keys import BUDGET, LAYOUT, NO, SCHEDULE, SECTION, bare
from .leadership import leadership
from .outline import Node
from .part import CUSTOM, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .tables import Grid

# The region of a file that names none.
REGION: Final = "cn"


def section(node: Node, key: str, region: str, *, free: bool = True) -> Part:
    """The section of one heading.

    Args:
        node: The heading.
        key: English key of the section that its words announce; empty when they are others.
        region: Whose words are printed where the plan has none of its own.
        free: Whether the plan has no such section yet; the second one becomes a custom section.
    """
    if not node.children or not items.is_heading(node.text):
        # A point that stands where a section should: no heading, so that it stays a point.
        return lifted(CUSTOM, [node])
    builder = _SPECIAL.get(key, _plain) if key and free else _nothing
    if key == "schedule" and free:
        _take_out_of_the_last_month(node)
    built = _with_leading_table(node, key, region) if key in _TABLED and free else None
    inner, tables = without_tables(node)
    built = built or builder(inner, tables, region)
    name = CUSTOM if built is None else key
    body, layout = built or (with_tables(plain(inner), tables), {})
    if node.piece.shape is not None and not node.piece.shape.numbered:
        body = {SECTION["numbered"]: NO, **body}
    return Part(name, _headed(name, node.text, body, region), [node], layout)


def _with_leading_table(node: Node, key: str, region: str) -> Built | None:
    """The section whose own table stands before its points; ``None`` where it has none."""
    found = _leading_table(node)
    if found is None:
        return None
    rest, grid = found
    inner, tables = without_tables(rest)
    return _TABLED[key](inner, [grid, *tables], region)


def lifted(key: str, nodes: Sequence[Node]) -> Part:
    """A section without a heading, whose points take the level of the headings.

    Tables behind the last point are those of the section.
    """
    last = nodes[-1].children
    behind = next((n for n in range(len(last), 0, -1) if not last[n - 1].grid), 0)
    holder = Node(nodes[0].piece, children=[*nodes, *last[behind:]])
    del last[behind:]
    inner, tables = without_tables(holder)
    body = with_tables(plain(inner), tables)
    return Part(key, {SECTION["heading"]: "", **body}, holder.children)


def bare_schedule(node: Node) -> Part | None:
    """The schedule that a table without a heading is; ``None`` where it is another one."""
    found = grids.schedule(node.grid) if node.grid else None
    if not found:
        return None
    data = {SECTION["heading"]: "", SCHEDULE["entries"]: found}
    return Part("schedule", data, [node], {LAYOUT["schedule"]: "table"}, guessed=True)


def prose(key: str, nodes: Sequence[Node]) -> Part:
    """Paragraphs, with any table behind them."""
    holder = Node(nodes[0].piece, children=list(nodes))
    inner, tables = without_tables(holder)
    text = items.text(inner.children)
    if not tables:
        return Part(key, text, list(nodes))
    return Part(key, with_tables({SECTION["text"]: text} if text else {}, tables), list(nodes))


def without_tables(node: Node) -> tuple[Node, list[Grid]]:
    """The node without the tables that it ends with, and these; others are set as lines."""
    children = list(node.children)
    tables: list[Grid] = []
    while children and (grid := children[-1].grid):
        tables.insert(0, grid)
        children.pop()
    return Node(node.piece, node.month, [c for child in children for c in _as_lines(child)]), tables


def _leading_table(node: Node) -> tuple[Node, Grid] | None:
    """The node without the table between its text and its points, and that."""
    place = len(node.paragraphs)
    if place + 1 >= len(node.children) or (grid := node.children[place].grid) is None:
        return None
    children = [*node.children[:place], *node.children[place + 1 :]]
    return Node(node.piece, node.month, children), grid


def _as_lines(child: Node) -> list[Node]:
    if child.grid is None:
        child.children = [c for below in child.children for c in _as_lines(below)]
        return [child]
    return [Node(child.piece.empty(), words=line) for line in grids.rows_as_lines(child.grid)]


def with_tables(body: dict[str, Any], tables: Sequence[Grid]) -> dict[str, Any]:
    """The section with its tables, which are printed behind its points."""
    if not tables:
        return body
    typed = [grids.plain(table) for table in tables]
    return {**body, SECTION["table"]: typed[0] if len(typed) == 1 else typed}


def plain(node: Node) -> dict[str, Any]:
    """Text and points."""
    return _with_text(node, SECTION["items"], items.points(node.rest))


def _with_text(node: Node, name: str, rest: list[Any]) -> dict[str, Any]:
    paragraphs = {SECTION["text"]: items.text(node.paragraphs)} if node.paragraphs else {}
    return {**paragraphs, **({name: rest} if rest else {})}


def _headed(key: str, heading: str, body: dict[str, Any], region: str) -> Any:
    """The section in its shortest form: a heading of the usual words need not be written."""
    if heading != load_region(region).headings[key]:
        return {SECTION["heading"]: heading, **body}
    alone = len(body) == 1 and not bare(key).isdisjoint(body)
    return next(iter(body.values())) if alone else body


Built = tuple[dict[str, Any], dict[str, str]]


def _plain(node: Node, tables: list[Grid], _region: str) -> Built:
    return with_tables(plain(node), tables), {}


def _tasks(node: Node, tables: list[Grid], region: str) -> Built:
    return _tasks_table(node, tables, region) or _plain(node, tables, region)


def _tasks_table(node: Node, tables: list[Grid], region: str) -> Built | None:
    if tables and not node.rest and (found := grids.tasks(tables[0])):
        data = {SECTION["items"]: found}
        layout = {LAYOUT["tasks"]: "table"}
        if verify.prints("tasks", data, layout, tables[0], region):
            return with_tables({**_with_text(node, "", []), **data}, tables[1:]), layout
    return None


def _targets(node: Node, tables: list[Grid], region: str) -> Built:
    if built := _targets_table(node, tables, region):
        return built
    goals = goals_of(items.points(node.rest))
    return with_tables(_with_text(node, SECTION["items"], goals), tables), {}


def _targets_table(node: Node, tables: list[Grid], region: str) -> Built | None:
    if tables and not node.rest and (found := grids.targets(tables[0])):
        data = {SECTION["items"]: found}
        layout = {LAYOUT["targets"]: "table"}
        if verify.prints("targets", data, layout, tables[0], region):
            return with_tables({**_with_text(node, "", []), **data}, tables[1:]), layout
    return None


def _stages(node: Node, tables: list[Grid], _region: str) -> Built | None:
    found = times.stages(node.rest)
    if found is None:
        return None
    return with_tables(_with_text(node, SECTION["items"], found), tables), {}


def _schedule(node: Node, tables: list[Grid], region: str) -> Built | None:
    if not any(child.month for child in node.rest):
        built = _schedule_table(node, tables, region)
        if built:
            return built
    months = next((n for n, c in enumerate(node.rest) if not c.month), len(node.rest))
    others = node.rest[months:]
    if any(child.month for child in others):
        return None
    body = _with_text(node, SCHEDULE["entries"], times.entries(node.rest[:months]))
    if others:
        undated = not months and all(map(_is_activity, others))
        name = SCHEDULE["entries"] if undated else SECTION["items"]
        body[name] = items.points(others)
    return with_tables(body, tables), {}


def _take_out_of_the_last_month(node: Node) -> None:
    """Put the points of the schedule that stand below its last month behind it.

    They have marks of a higher rank than the activities of the months before.
    """
    months = [place for place, child in enumerate(node.children) if child.month]
    points = [child for place in months for child in node.children[place].rest[:1]]
    behind = node.children[months[-1] + 1 :] if months else []
    if not points or not all(child.grid for child in behind):
        return
    last = node.children[months[-1]].children
    ranks = range(1, _rank(points[0]))
    place = next((n for n, child in enumerate(last) if _rank(child) in ranks), len(last))
    node.children[months[-1] + 1 : months[-1] + 1] = last[place:]
    del last[place:]


def _rank(node: Node) -> int:
    return node.piece.shape.rank if node.piece.shape else 0


def _schedule_table(node: Node, tables: list[Grid], _region: str) -> Built | None:
    if not tables or not (found := grids.schedule(tables[0])):
        return None
    data = {**_with_text(node, "", []), SCHEDULE["entries"]: found}
    points = {SECTION["items"]: items.points(node.rest)} if node.rest else {}
    return with_tables({**data, **points}, tables[1:]), {LAYOUT["schedule"]: "table"}


def _is_activity(node: Node) -> bool:
    """Whether the point can stand in the schedule without a month."""
    before = node.text.replace(":", "：", 1).partition("：")[0]
    shape = node.piece.shape
    return not (node.children or shape is None or not shape.numbered or Months.looks_like(before))


def _leadership(node: Node, tables: list[Grid], _region: str) -> Built:
    return with_tables(leadership(node) or plain(node), tables), {}


def _budget(node: Node, tables: list[Grid], region: str) -> Built:
    return _budget_table(node, tables, region) or _plain(node, tables, region)


def _budget_table(node: Node, tables: list[Grid], region: str) -> Built | None:
    if tables and (lines := grids.budget(tables[0])):
        data = {BUDGET["lines"]: lines}
        if verify.prints("budget", data, {}, tables[0], region):
            points = {SECTION["items"]: items.points(node.rest)} if node.rest else {}
            whole = {**_with_text(node, "", []), **data, **points}
            return with_tables(whole, tables[1:]), {}
    return None


def _nothing(_node: Node, _tables: list[Grid], _region: str) -> None:
    """The closing has no heading in print, so one with a heading is a custom section."""


_SPECIAL: Final[dict[str, Callable[[Node, list[Grid], str], Built | None]]] = {
    "tasks": _tasks,
    "targets": _targets,
    "stages": _stages,
    "schedule": _schedule,
    "leadership": _leadership,
    "budget": _budget,
    "closing": _nothing,
}
# Sections that planforge prints as a table before their points.
_TABLED: Final = {
    "tasks": _tasks_table,
    "targets": _targets_table,
    "schedule": _schedule_table,
    "budget": _budget_table,
}
