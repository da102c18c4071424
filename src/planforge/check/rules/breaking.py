"""How rows and pages break (checks 54 and 55)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.check.roles import Role
from planforge.language import _
from planforge.ooxml.properties import on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.check.context import Context
    from planforge.check.finding import Finding


def line_breaking(context: Context) -> Iterator[Finding]:
    """Check 54: no hanging marks, no white between Chinese and Latin."""
    wrong = {
        "overflowPunct": _("marks may hang over the edge of the text block"),
        "autoSpaceDE": _("white is put between Chinese and Latin letters"),
        "autoSpaceDN": _("white is put between Chinese and digits"),
    }
    for one in context.document.of(Role.BODY, Role.ITEM):
        for name, message in wrong.items():
            if on(one.properties, name, default=True):
                yield context.finding(
                    "PG054", message, one, hint=_("Paragraph, Asian Typography: clear the box")
                )
        if not on(one.properties, "kinsoku", default=True):
            yield context.finding("PG054", _("rows may begin with a mark"), one)


def page_breaking(context: Context) -> Iterator[Finding]:
    """Check 55: no widow control, and only headings of the first level keep to the next row."""
    figures = context.style.grid
    for one in context.document.of(Role.BODY, Role.ITEM, Role.HEADING):
        if on(one.properties, "widowControl", default=True) and figures.rows:
            yield context.finding(
                "PG055",
                _("widow control leaves rows empty at the foot of a page"),
                one,
                hint=_("Paragraph, Line and Page Breaks: clear widow control"),
            )
        keeps = on(one.properties, "keepNext")
        if one.role is Role.HEADING and keeps and not context.style.level(one.level).keep_next:
            yield context.finding(
                "PG055", _("a heading of a lower level is kept with the next paragraph"), one
            )
