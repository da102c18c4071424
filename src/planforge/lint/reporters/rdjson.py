"""The format of reviewdog, which comments on merge requests; columns are bytes of UTF-8."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planforge.errors import Severity

from .paths import posix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planforge.lint.report import Item, Position, Report


def write(reports: Iterable[Report], pages: str) -> Iterator[str]:
    """One object, with suggestions that reviewdog offers to accept with a click."""
    found = [_diagnostic(item, pages) for report in reports for item in report.items]
    worst = [s for s in Severity if any(one["severity"] == s.name for one in found)]
    whole: dict[str, Any] = {"source": {"name": "planforge"}, "diagnostics": found}
    if worst:
        whole["severity"] = worst[0].name
    yield json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _diagnostic(item: Item, pages: str) -> dict[str, Any]:
    problem = item.problem
    location: dict[str, Any] = {"path": posix(problem.path)}
    if item.start and item.end:
        location["range"] = _range(item.start, item.end)
    code = {"value": problem.code}
    if pages:
        code["url"] = pages.format(code=problem.code)
    found: dict[str, Any] = {
        "message": item.advice,
        "location": location,
        "severity": problem.severity.name,
        "code": code,
    }
    if item.fix:
        found["suggestions"] = [
            {"range": _range(one.start, one.end), "text": one.new} for one in item.fix
        ]
    return found


def _range(start: Position, end: Position) -> dict[str, dict[str, int]]:
    return {
        "start": {"line": start.line, "column": start.byte},
        "end": {"line": end.line, "column": end.byte},
    }
