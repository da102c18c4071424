"""The Code Quality report that GitLab shows in merge requests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from planforge.errors import Severity
from planforge.lint.fingerprint import unique

from .paths import posix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planforge.lint.report import Item, Report

SEVERITIES: Final = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFO: "info",
}


def write(reports: Iterable[Report], pages: str) -> Iterator[str]:  # noqa: ARG001  needs no pages
    """One array; no two findings have the same fingerprint, or GitLab would show one of them."""
    found = [
        _finding(item, name)
        for report in reports
        for item, name in unique(report.items, posix(report.path))
    ]
    yield json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _finding(item: Item, name: str) -> dict[str, Any]:
    # GitLab wants a line everywhere, and shows the first for a file without lines.
    begin = item.start.line if item.start else 1
    end = item.end.line if item.end else begin
    return {
        "description": item.sentence,
        "check_name": item.problem.code,
        "fingerprint": name,
        "severity": SEVERITIES[item.problem.severity],
        "location": {"path": posix(item.problem.path), "lines": {"begin": begin, "end": end}},
    }
