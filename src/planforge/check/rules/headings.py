"""Headings and the levels of lists (checks 15 and 16)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.check.looks import (
    chinese_runs,
    east_asian,
    half_points,
    is_black,
    is_bold,
    is_font,
    size_name,
)
from planforge.check.roles import Role
from planforge.language import _
from planforge.ooxml.properties import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.check.context import Context
    from planforge.check.document import Paragraph
    from planforge.check.finding import Finding

NO_OUTLINE: Final = 9
SURE: Final = 2
"""Lower levels typed as text may just as well be numbered sentences."""

_PLACE: Final = re.compile("%[1-9]")
# What counts the same way under several names.
_SAME: Final = {
    "chineseCounting": "chineseCountingThousand",
    "taiwaneseCounting": "chineseCountingThousand",
    "taiwaneseCountingThousand": "chineseCountingThousand",
    "japaneseCounting": "chineseCountingThousand",
    "decimalEnclosedCircleChinese": "decimalEnclosedCircle",
}


def looks(context: Context) -> Iterator[Finding]:
    """Check 15: font, size, weight, colour and outline level of headings."""
    for one in context.document.of(Role.HEADING):
        yield from _letters(context, one)
        yield from _outline(context, one)


def list_levels(context: Context) -> Iterator[Finding]:
    """Check 16: automatic numbers count, and look, as the style has it for their level."""
    for one in context.document.of(Role.HEADING, Role.ITEM):
        kind, pattern = one.list_look
        if one.numbered is None or not one.level or kind in {"bullet", "none", ""}:
            continue
        level = context.style.level(one.level)
        same = _SAME.get(kind, kind) == _SAME.get(level.format, level.format)
        if not same or _PLACE.sub("#", pattern) != _PLACE.sub("#", level.pattern):
            found, wanted = _PLACE.sub("#", pattern), _PLACE.sub("#", level.pattern)
            yield context.finding(
                "PG016",
                _("level {level} is numbered {found} ({kind}), not {wanted} ({format})").format(
                    level=one.level, found=found, kind=kind, wanted=wanted, format=level.format
                ),
                one,
                by=(level,),
                found=f"{kind} {found}",
                wanted=f"{level.format} {wanted}",
            )


def _letters(context: Context, one: Paragraph) -> Iterator[Finding]:
    level = context.style.level(one.level)
    font, wanted = context.style.fonts[level.font], level.size.half_points
    seen: set[str] = set()
    for run in chinese_runs(one):
        faults = {
            "font": ""
            if is_font(east_asian(run), font)
            else _("a heading of level {level} is in {found}, not in {wanted}").format(
                level=one.level, found=east_asian(run) or _("none"), wanted=font.name
            ),
            "size": ""
            if half_points(run) == wanted
            else _("a heading of level {level} is {found}, not {wanted}").format(
                level=one.level, found=size_name(half_points(run)), wanted=size_name(wanted)
            ),
            "bold": ""
            if not is_bold(run) or level.bold
            else _("a heading of level {level} is bold").format(level=one.level),
            "colour": "" if is_black(run) else _("a heading is not black"),
        }
        for kind, message in faults.items():
            if message and kind not in seen:
                seen.add(kind)
                yield context.finding("PG015", message, one, by=(level,))


def _outline(context: Context, one: Paragraph) -> Iterator[Finding]:
    found = number(one.properties.get("outlineLvl"), NO_OUTLINE)
    if found == one.level - 1 or (one.level > SURE and found == NO_OUTLINE):
        return
    if found == NO_OUTLINE:
        message = _("a heading of level {level} is plain text for Word").format(level=one.level)
    else:
        message = _("a heading of level {level} has outline level {found}").format(
            level=one.level, found=found + 1
        )
    # That it looks like a heading is demanded; how Word knows is practice.
    yield context.finding("PG015", message, one, hint=_("give it the style of a heading"))
