"""Indents, and blanks in their place (checks 9 and 10)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from planforge.check.looks import (
    HAN,
    character_width,
    inset,
)
from planforge.check.roles import Role
from planforge.language import _
from planforge.ooxml.properties import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.check.context import Context
    from planforge.check.document import Paragraph
    from planforge.check.finding import Finding
    from planforge.styles.text import Text

NEAR: Final = 0.1
"""Characters by which an indent may differ: programs round to twips."""

_BLANKS: Final = re.compile("^[ \u00a0\u2002\u2003\u3000\t]+")
_SHARED: Final = re.compile(f"[{HAN}，。；：、][“”‘’…—×·]|[“”‘’…—×·][{HAN}]")
_PLAIN: Final = (Role.BODY, Role.ADDRESSEES, Role.ITEM)
_HOLDS_SOMETHING: Final = tuple(
    PREFIX + name for name in ("drawing", "pict", "object", "sectPr", "br", "lastRenderedPageBreak")
)
FEW: Final = 2
# Tabs lead to page numbers, and part number and signer in the head of a document.
_BY_TABS: Final = (Role.CONTENTS, Role.OTHER)


def first_line(context: Context) -> Iterator[Finding]:
    """Check 9: the first row goes in, by an indent and not by blanks."""
    text = context.style.text.body
    width = character_width(context.style, text.size)
    for one in context.document.of(Role.BODY, Role.HEADING, Role.ITEM):
        if _BLANKS.match(one.text):
            continue  # check 10 says so
        part = text if one.role is Role.BODY else context.style.level(max(one.level, 1))
        found = inset(one, "firstLine", width) - inset(one, "hanging", width)
        wanted, (least, most) = part.first_line.amount, part.first_line.limits
        left, edge = inset(one, "left", width), _edge(context, one)
        if not _close(found, min(max(found, least), most), width, text):
            message = _("the first row is indented by {found} characters, not {wanted}").format(
                found=f"{found:.1f}".removesuffix(".0"), wanted=f"{wanted:g}"
            )
            hint = _("Paragraph, Special: first line, {wanted} characters")
        elif not _close(left, edge, width, text):
            message = _("the rows after the first are indented by {found} characters").format(
                found=f"{left:.1f}".removesuffix(".0")
            )
            hint = _("Paragraph, Indentation left: 0")
        else:
            continue
        yield context.finding(
            "PG009",
            message,
            one,
            by=(part, part.first_line),
            found=f"{found:.2f}",
            wanted=f"{wanted:g}",
            hint=hint.format(wanted=f"{wanted:g}"),
        )


def blanks(context: Context) -> Iterator[Finding]:
    """Check 10: layout is not made of blanks, tabs and empty paragraphs."""
    flow = context.document.flow
    for one in flow:
        if one.words and one.role not in _BY_TABS and (made := _BLANKS.match(one.text)):
            kind = _("tabs") if "\t" in made[0] else _("blanks")
            yield context.finding(
                "PG010",
                _("the paragraph is moved in by {kind}").format(kind=kind),
                one,
                found=repr(made[0]),
                hint=_("delete them and set an indent"),
            )
    for several in _empty_in_a_row(flow):
        yield context.finding(
            "PG010",
            _("{count} empty paragraphs make room").format(count=len(several)),
            several[0],
            found=str(len(several)),
            hint=_("delete them; use space before, or a page break"),
        )


def _empty_in_a_row(flow: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Empty paragraphs that follow each other with no table between them."""
    together: list[Paragraph] = []
    for one, following in pairwise([*flow, None]):
        assert one is not None
        if not _is_empty(one):
            continue
        together.append(one)
        goes_on = following is not None and following.number == one.number + 1
        if not goes_on or following is None or not _is_empty(following):
            if len(together) >= FEW:
                yield together
            together = []


def _edge(context: Context, one: Paragraph) -> float:
    if one.role is Role.BODY:
        return 0.0
    level = context.style.level(max(one.level, 1))
    return level.indent.amount + level.hanging.amount


def _close(found: float, wanted: float, width: int, text: Text) -> bool:
    """Whether two indents are the same, in squeezed or in full characters."""
    full = found * width / text.size.twips if text.size.twips else found
    return min(abs(found - wanted), abs(full - wanted)) <= NEAR


def _is_empty(one: Paragraph) -> bool:
    return not one.words and not any(True for _found in one.element.iter(*_HOLDS_SOMETHING))
