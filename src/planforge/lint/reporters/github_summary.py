"""The summary page of a job in GitHub Actions: a table, for what gets no annotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.manual import LEVELS
from planforge.source.excerpt import safe

from .paths import posix

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.lint.report import Item, Report

MOST: Final = 1000
"""So many rows stay below the size that GitHub allows for a summary, 1 MiB."""
_MARKS: Final = str.maketrans({c: f"\\{c}" for c in "\\|`*_<>[]"} | {"\n": " "})


def table(reports: Sequence[Report]) -> str:
    """Markdown; empty when nothing was found."""
    items = [item for report in reports for item in report.items]
    if not items:
        return ""
    rows = [f"| {_row(item)} |" for item in items[:MOST]]
    if len(items) > MOST:
        rows.append("| " + _("{count} more").format(count=len(items) - MOST) + " | | | |")
    return "\n".join(["### planforge lint", "", "| | | | |", "|---|---|---|---|", *rows, ""])


def _row(item: Item) -> str:
    problem = item.problem
    where = item.where or (f"{problem.line}:{problem.column}" if problem.line else "")
    place = ":".join(filter(None, (posix(problem.path), where)))
    cells = (place, problem.code, _(LEVELS[problem.severity]), problem.message)
    return " | ".join(safe(cell).translate(_MARKS) for cell in cells)
