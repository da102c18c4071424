"""Tables of the source → budgets, schedules, targets and tables of a plan."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from planforge.catalogue import load_catalogue
from planforge.model.months import Months
from planforge.regions import load_region

from .keys import ACTIVITY, BUDGET_LINE, ENTRY, GRID, ITEM, NO, TARGET
from .labels import BUDGET, SCHEDULE, TARGETS, TASKS
from .words import NOTHING, Words, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .tables import Grid

Row = tuple[Words, ...]

# What people write at the head of such columns, besides the labels of planforge.
_OTHER: Final = {
    "month": "月份 时间 時間 月度",
    "theme": "主题 主題 活动主题 活動主題",
    "date": "日期",
    "activity": (
        "活动 活動 活动内容 活動內容 工作内容 工作內容 主要工作 活动名称 活動名稱 内容 內容 "
        "活动安排 工作安排 具体内容 具體內容"
    ),
    "place": "地点 地點",
    "audience": "对象 對象 参加人员 參加人員 参加对象",
    "owner": "责任人 負責人 负责人 责任部门 责任单位 責任部門 負責單位 负责部门",
    "budget": "经费 經費 经费预算",
    "remarks": "备注 備註",
}
_PATH: Final = re.compile(r"(?:\d+(?:\.\d+)*)?")
_TOTAL: Final = re.compile(r"(?:合\s*[计計]|[总總]\s*[计計])[：:]?")


def plain(grid: Grid) -> dict[str, Any]:
    """The table as it stands: caption, heads and rows."""
    head, *rows = grid.rows
    caption = {GRID["caption"]: grid.caption} if grid.caption else {}
    return {**caption, GRID["columns"]: list(head), GRID["rows"]: [list(row) for row in rows]}


def budget(grid: Grid) -> list[Any] | None:
    """The lines of a budget; ``None`` where the table is another one.

    The row of the total is left out where it adds up what the lines say, since planforge
    computes it; whether it does is for the caller to see.
    """
    named = _named(grid, BUDGET)
    if named is None or not {"item", "amount"} <= set(named) or grid.caption:
        return None
    rows = [row for row in grid.rows[1:] if not _TOTAL.fullmatch(row[named.index("item")])]
    if any(not row[named.index("item")] for row in rows):
        return None
    return [_filled(zip(named, row, strict=True), BUDGET_LINE) for row in rows]


def targets(grid: Grid) -> list[Any] | None:
    """The targets in a table as planforge prints it; ``None`` where it is another one."""
    return _tree(grid, TARGETS, "target", _target)


def tasks(grid: Grid) -> list[Any] | None:
    """The tasks in a table as planforge prints it; ``None`` where it is another one."""
    return _tree(grid, TASKS, "task", _task)


def _target(cells: dict[str, Words]) -> dict[str, Any]:
    name, content = cells["target"], cells.get("content", NOTHING)
    kind = "title" if content else "indicator" if cells.get("goal") else "text"
    told = {**cells, kind: name, **({"text": content} if content else {})}
    order = ("title", "text", "indicator", "goal", "base", "due", "owner")
    return {TARGET[field]: told[field] for field in order if told.get(field)}


def _task(cells: dict[str, Words]) -> dict[str, Any]:
    told = {**cells, "title": cells["task"], "text": cells.get("content", NOTHING)}
    order = ("title", "text", "owner", "due", "frequency", "budget", "remarks")
    return {ITEM[field]: told[field] for field in order if told.get(field)}


def _tree(
    grid: Grid,
    fields: Sequence[str],
    name: str,
    point: Callable[[dict[str, Words]], dict[str, Any]],
) -> list[Any] | None:
    """Rows whose numbers are 1, 2, 2.1 as points in points; a row without one is unnumbered."""
    named = _named(grid, fields)
    if named is None or not {"number", name} <= set(named) or grid.caption:
        return None
    top: list[Any] = []
    lists = {0: top}
    for row in grid.rows[1:]:
        cells = dict(zip(named, row, strict=True))
        number = cells["number"]
        depth = number.count(".") if number else 0
        if not (_PATH.fullmatch(number) and cells[name] and depth in lists):
            return None
        made = point(cells)
        if not number:
            made[ITEM["numbered"]] = NO
        lists[depth].append(made)
        lists = {level: points for level, points in lists.items() if level <= depth}
        lists[depth + 1] = _Later(made)
    return top


class _Later(list[Any]):
    """The points below ``made``, which are written there when the first one comes."""

    def __init__(self, made: dict[str, Any]) -> None:
        super().__init__()
        self._made = made

    def append(self, point: Any) -> None:
        super().append(point)
        self._made[ITEM["items"]] = self


def schedule(grid: Grid) -> list[Any] | None:
    """The entries of a schedule; ``None`` where the table has no months or unknown columns."""
    named = _named(grid, SCHEDULE, others=True)
    if named is None or not {"month", "activity"} <= set(named) or grid.caption:
        return None
    entries: list[dict[str, Any]] = []
    for row in grid.rows[1:]:
        cells = dict(zip(named, row, strict=True))
        month, theme = cells.pop("month"), cells.pop("theme", NOTHING)
        if month and not Months.looks_like(month):
            return None
        if not (month or entries):
            return None
        head = {ENTRY["months"]: month, ENTRY["theme"]: theme}
        last = entries[-1] if entries else {}
        if month and any(last.get(key, "") != value for key, value in head.items()):
            entries.append({**{k: v for k, v in head.items() if v}, ENTRY["activities"]: []})
        title = cells.pop("activity")
        told = _filled((("title", title), *cells.items()), ACTIVITY)
        if not title:
            return None
        entries[-1][ENTRY["activities"]].append(title if len(told) == 1 else told)
    return entries


def rows_as_lines(grid: Grid) -> list[Words]:
    """The cells of every row in one line, for where no table can stand."""
    lines = [joined([cell for cell in row if cell], "　") for row in grid.rows]
    return [line for line in ([grid.caption] if grid.caption else []) + lines if line]


def _filled(cells: Iterable[tuple[str, Words]], keys: dict[str, str]) -> dict[str, Words]:
    return {keys[field]: cell for field, cell in cells if cell}


def _named(grid: Grid, fields: Sequence[str], *, others: bool = False) -> list[str] | None:
    """The field of every column; ``None`` where a head is none of them or stands twice."""
    known = _heads(tuple(fields), others=others)
    named = [known.get("".join(head.split()), "") for head in grid.rows[0]]
    complete = all(named) and len(set(named)) == len(named)
    return named if complete and grid.rows[1:] else None


@cache
def _heads(fields: tuple[str, ...], *, others: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    for code in load_catalogue().regions:
        labels = load_region(code).labels
        found |= {getattr(labels, field): field for field in fields}
    if others:
        found |= {word: field for field in fields for word in _OTHER[field].split()}
    return found
