"""Findings in words: what, where, who demands it, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.errors import Severity
from planforge.language import _
from planforge.source.excerpt import safe
from planforge.styles.figure import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .checking import Report
    from .finding import Finding, Place

MOST_PLACES: Final = 3
LONGEST: Final = 24
"""Characters of a paragraph or heading that are quoted."""

ORDER: Final = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def at_least(report: Report, severity: Severity) -> tuple[Finding, ...]:
    """The findings that are that bad or worse."""
    wanted = ORDER[: ORDER.index(severity) + 1]
    return tuple(one for one in report.findings if one.severity in wanted)


def lines(path: str, finding: Finding) -> Iterator[str]:
    """The lines that tell of one finding, without line ends."""
    yield safe(f"{path}: {finding.code} {finding.message}")
    for place in finding.places[:MOST_PLACES]:
        if words := _place(place):
            yield safe(f"    {words}")
    if (more := len(finding.places) - MOST_PLACES) > 0:
        yield "    " + _("and {count} more places").format(count=more)
    yield f"  {_severity(finding.severity)}{_demand(finding)}"
    if finding.hint:
        yield safe("  " + _("hint: {hint}").format(hint=finding.hint))


def _place(place: Place) -> str:
    words = _cut(place.words)
    if not place.paragraph:
        return f"“{words}”" if words else ""
    where = _("paragraph {number}: “{words}”").format(number=place.paragraph, words=words)
    above = " › ".join(_cut(heading) for heading in place.headings)
    return f"{above} › {where}" if above else where


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[:LONGEST] + "…"


def _severity(severity: Severity) -> str:
    return {
        Severity.ERROR: _("error"),
        Severity.WARNING: _("warning"),
        Severity.INFO: _("note"),
    }[severity]


def _demand(finding: Finding) -> str:
    match finding.strength, bool(finding.clause):
        case Strength.REQUIRED, True:
            text = _(", required by {clause}")
        case Strength.RECOMMENDED, True:
            text = _(", recommended by {clause}")
        case Strength.PRACTICE, True:
            text = _(", common practice for {clause}")
        case Strength.REQUIRED, False:
            text = _(", required")
        case Strength.RECOMMENDED, False:
            text = _(", recommended")
        case Strength.PRACTICE, False:
            text = _(", common practice")
        case _:
            text = ""
    return text.format(clause=finding.clause)
