"""The title (checks 11 to 13)."""

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
    on_grid,
    size_name,
)
from planforge.check.roles import Role
from planforge.language import _

from .grid import grid_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.check.context import Context
    from planforge.check.document import Paragraph, Run
    from planforge.check.finding import Finding
    from planforge.styles.text import Text

_END: Final = re.compile("[。，、；：！,.;:!]$")
_ANY: Final = re.compile("[。，、；：！？,;:!?「」『』《》“”]")


def looks(context: Context) -> Iterator[Finding]:
    """Check 11: the looks of the style, off the grid, without a number."""
    yield from _looks(context, "PG011")
    text = context.style.text.title
    for one in context.document.of(Role.TITLE):
        if one.numbered is not None:
            yield context.finding("PG011", _("the title has a number"), one, by=(text,))
        kind, _rows = grid_of(context.document.sections[one.section])
        if kind not in {"", "default"} and not text.snap and on_grid(one):
            yield context.finding(
                "PG011",
                _("the title stands on the document grid, so its rows take two rows each"),
                one,
                by=(text, text.line) if text.line is not None else (text,),
                hint=_("Paragraph: clear “snap to grid”"),
            )


def looks_of_the_style(context: Context) -> Iterator[Finding]:
    """Check 12: the looks of the style; nothing about grids."""
    yield from _looks(context, "PG012")


def punctuation(context: Context) -> Iterator[Finding]:
    """Check 13: no mark at the end; in Taiwan no mark at all."""
    taiwan = context.style.profile == "tw"
    for one in context.document.of(Role.TITLE):
        if taiwan and (mark := _ANY.search(one.words)):
            message = _("the title has a punctuation mark: {mark}")
        elif mark := _END.search(one.words):
            message = _("the title ends with a punctuation mark: {mark}")
        else:
            continue
        yield context.finding("PG013", message.format(mark=mark[0]), one, found=mark[0])


def _looks(context: Context, code: str) -> Iterator[Finding]:
    text = context.style.text.title
    for one in context.document.of(Role.TITLE):
        if one.properties.get("jc") != text.align:
            yield context.finding(
                code, _("the title is not centred"), one, by=(text,), wanted=text.align
            )
        for message, found, wanted in letters(context, one, text):
            yield context.finding(code, message, one, by=(text,), found=found, wanted=wanted)


def letters(context: Context, one: Paragraph, text: Text) -> Iterator[tuple[str, str, str]]:
    """Message, figure found and figure wanted for the letters of a title, each fault once."""
    font = context.style.fonts[text.font]

    def first(wrong: list[Run]) -> Run | None:
        return wrong[0] if wrong else None

    runs = list(chinese_runs(one))
    if run := first([run for run in runs if not is_font(east_asian(run), font)]):
        found = east_asian(run) or _("none")
        message = _("the title is in {found}, not in {wanted}")
        yield message.format(found=found, wanted=font.name), found, font.name
    if run := first([run for run in runs if half_points(run) != text.size.half_points]):
        found, wanted = size_name(half_points(run)), size_name(text.size.half_points)
        message = _("the title is {found}, not {wanted}")
        yield message.format(found=found, wanted=wanted), found, wanted
    if any(is_bold(run) != text.bold for run in runs):
        yield (_("the title is not bold") if text.bold else _("the title is bold")), "", ""
    if run := first([run for run in runs if not is_black(run)]):
        yield _("the title is not black"), run.properties.get("color", ""), "auto"
