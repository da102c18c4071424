"""SARIF 2.1.0 (OASIS), for code scanning in GitHub, Azure DevOps and editors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from planforge import __version__
from planforge.errors import Severity
from planforge.language import _, chosen
from planforge.lint.fingerprint import unique
from planforge.lint.manual import as_markdown, as_text, rule_name
from planforge.lint.page import page
from planforge.lint.rules import find

from .paths import posix, uri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planforge.lint.report import Item, Position, Report

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
MOST: Final = 25_000
"""GitHub refuses a run with more results."""
_LANGUAGES: Final = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en"}


def write(reports: Iterable[Report], pages: str) -> Iterator[str]:
    """One run; where there are too many findings for GitHub, the worst of them."""
    found = [(item, name) for r in reports for item, name in unique(r.items, posix(r.path))]
    kept = _worst(found)
    codes = sorted({item.problem.code for item, _name in kept})
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "planforge",
                "version": __version__,
                "language": _LANGUAGES[chosen()],
                "rules": [_rule(code, pages) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, name, codes.index(item.problem.code)) for item, name in kept],
    }
    if len(kept) < len(found):
        message = _("{count} more").format(count=len(found) - len(kept))
        notice = {"level": "warning", "message": {"text": message}}
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": [notice]}]
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _worst(found: Sequence[tuple[Item, str]]) -> list[tuple[Item, str]]:
    """As many as GitHub takes, in the order they have."""
    if len(found) <= MOST:
        return [*found]
    worst = list(Severity)
    by_severity = sorted(range(len(found)), key=lambda i: worst.index(found[i][0].problem.severity))
    return [found[i] for i in sorted(by_severity[:MOST])]


def _rule(code: str, pages: str) -> dict[str, Any]:
    rule = find(code)
    described: dict[str, Any] = {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule_name(rule)},
        "fullDescription": {"text": str(page(code).about)},
        "help": {"text": as_text(code), "markdown": as_markdown(code)},
        "defaultConfiguration": {"level": LEVELS[rule.severity or Severity.INFO]},
        "properties": {"tags": [code[:3]]},
    }
    if pages:
        described["helpUri"] = pages.format(code=code)
    return described


def _result(item: Item, name: str, index: int) -> dict[str, Any]:
    problem = item.problem
    location: dict[str, Any] = {"artifactLocation": {"uri": uri(problem.path)}}
    if item.start and item.end:
        location["region"] = _region(item.start, item.end)
    found: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": LEVELS[problem.severity],
        "message": {"text": item.advice},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"primaryLocationLineHash": name},
    }
    if item.where:
        found["locations"][0]["logicalLocations"] = [{"name": item.where}]
    if item.fix:
        found["fixes"] = [_fix(item)]
    return found


def _fix(item: Item) -> dict[str, Any]:
    return {
        "artifactChanges": [
            {
                "artifactLocation": {"uri": uri(item.problem.path)},
                "replacements": [
                    {
                        "deletedRegion": _region(one.start, one.end),
                        "insertedContent": {"text": one.new},
                    }
                    for one in item.fix
                ],
            }
        ]
    }


def _region(start: Position, end: Position) -> dict[str, int]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
