"""Workflow commands of GitHub Actions, which become annotations at the lines meant."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from planforge.errors import Severity
from planforge.language import _
from planforge.source.visible import safe

from .paths import posix
from .text import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planforge.lint.report import Item, Report

COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}
SHOWN: Final = 10
"""GitHub shows so many annotations of each kind per step; the others stand in the log."""
_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def write(reports: Iterable[Report], pages: str) -> Iterator[str]:  # noqa: ARG001  needs no pages
    """A command for every finding that GitHub will show, and the others as a folded text."""
    seen: Counter[Severity] = Counter()
    others: list[Item] = []
    for report in reports:
        for item in report.items:
            seen[item.problem.severity] += 1
            if seen[item.problem.severity] > SHOWN:
                others.append(item)
            else:
                yield _command(item) + "\n"
    if others:
        yield "::group::" + _("{count} more").format(count=len(others)) + "\n"
        yield from (shown(item) + "\n" for item in others)
        yield "::endgroup::\n"


def _command(item: Item) -> str:
    problem = item.problem
    properties = {"file": posix(problem.path)}
    if item.start and item.end:
        properties["line"] = str(item.start.line)
        properties["endLine"] = str(item.end.line)
        # GitHub ignores an annotation that has columns in different lines.
        if item.start.line == item.end.line:
            properties["col"] = str(item.start.column)
            properties["endColumn"] = str(max(item.start.column, item.end.column - 1))
    properties["title"] = problem.code
    written = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    # A log is read in terminals too.
    return safe(f"::{COMMANDS[problem.severity]} {written}::{item.advice.translate(_DATA)}")
