"""For programs: the schema is ``docs/schema/lint-report.schema.json``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from planforge import __version__
from planforge.lint.fingerprint import unique
from planforge.lint.rules import find

from .paths import posix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planforge.lint.report import Item, Position, Replacement, Report

VERSION: Final = 1


def write(reports: Iterable[Report], pages: str) -> Iterator[str]:
    """One object: the files, and the findings in their order."""
    files: list[str] = []
    findings: list[dict[str, Any]] = []
    for report in reports:
        files.append(posix(report.path))
        findings += (_finding(item, name, pages) for item, name in unique(report.items, files[-1]))
    whole = {"version": VERSION, "planforge": __version__, "files": files, "findings": findings}
    yield json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _finding(item: Item, name: str, pages: str) -> dict[str, Any]:
    problem = item.problem
    rule = find(problem.code)
    found: dict[str, Any] = {
        "code": rule.code,
        "name": rule.name,
        "severity": problem.severity.value,
        "message": problem.message,
        "file": posix(problem.path),
        "fingerprint": name,
    }
    if item.start and item.end:
        found |= {"start": _place(item.start), "end": _place(item.end)}
    optional = {
        "where": item.where,
        "excerpt": problem.excerpt,
        "hint": problem.hint,
        "page": pages.format(code=rule.code),
    }
    found |= {key: value for key, value in optional.items() if value}
    if item.fix:
        found["fix"] = {"safe": item.safe, "edits": [_edit(one) for one in item.fix]}
    return found


def _place(at: Position) -> dict[str, int]:
    return {"line": at.line, "column": at.column}


def _edit(one: Replacement) -> dict[str, Any]:
    return {"start": _place(one.start), "end": _place(one.end), "text": one.new}
