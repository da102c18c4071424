"""For people: place, message, source line, hint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.errors import Severity
from planforge.language import _, mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planforge.lint.report import Item, Report

LABELS: Final = {
    Severity.ERROR: mark("error: {message}"),
    Severity.WARNING: mark("warning: {message}"),
    Severity.INFO: mark("suggestion: {message}"),
}


def write(reports: Iterable[Report], pages: str) -> Iterator[str]:  # noqa: ARG001  needs no pages
    """Every finding as it is made, so that nobody has to wait for the last file."""
    for report in reports:
        if report.items:
            yield "".join(f"{shown(item)}\n" for item in report.items)


def shown(item: Item) -> str:
    """One finding in up to four lines, without a line end behind the last."""
    from planforge.source.excerpt import render  # many plans have nothing to show

    label = _(LABELS[item.problem.severity])
    return render(item.problem, place=item.place, label=label)
