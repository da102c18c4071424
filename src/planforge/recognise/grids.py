"""Tables of the source → budgets, schedules, targets and tables of a plan."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from planforge.catalogue import load_catalogue
from planforge.model.months import Months
from planforge.regions import load_region

from .keys import ACTIVITY, BUDGET_LINE, ENTRY, GRID, TARGET
from .words import Words, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .tables import Grid

Row = tuple[Words, ...]

_BUDGET: Final = ("item", "quantity", "price", "amount", "source", "remarks")
_TARGETS: Final = ("number", "target", "content", "goal", "base", "due", "owner")
_SCHEDULE: Final = (
    *("month", "theme", "date", "activity", "place", "audience", "owner", "budget", "remarks"),
)
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
    named = _named(grid, _BUDGET)
    if named is None or not {"item", "amount"} <= set(named) or grid.caption:
        return None
    rows = [row for row in grid.rows[1:] if not _TOTAL.fullmatch(row[named.index("item")])]
    if any(not row[named.index("item")] for row in rows):
        return None
    return [_filled(zip(named, row, strict=True), BUDGET_LINE) for row in rows]


def targets(grid: Grid) -> list[Any] | None:
    """The targets in a table that planforge printed; ``None`` where it is another one."""
    named = _named(grid, _TARGETS)
    if named is None or not {"target", "goal"} <= set(named) or grid.caption:
        return None
    found = []
    for row in grid.rows[1:]:
        cells = dict(zip(named, row, strict=True))
        if not cells.get("number", Words("1")).isdecimal():
            return None
        name = "indicator" if cells["goal"] else "text"
        told = {name: cells["target"], **{k: v for k, v in cells.items() if k in _TARGETS[2:]}}
        told["text"] = told.pop("content", Words("")) or told.get("text", Words(""))
        order = ("indicator", "text", "goal", "base", "due", "owner")
        found.append({TARGET[k]: told[k] for k in order if told.get(k)})
    return found


def schedule(grid: Grid) -> list[Any] | None:
    """The entries of a schedule; ``None`` where the table has no months or unknown columns."""
    named = _named(grid, _SCHEDULE, others=True)
    if named is None or not {"month", "activity"} <= set(named) or grid.caption:
        return None
    entries: list[dict[str, Any]] = []
    for row in grid.rows[1:]:
        cells = dict(zip(named, row, strict=True))
        month, theme = cells.pop("month"), cells.pop("theme", Words(""))
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
