"""Document grid and rows (checks 5 and 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge import styles
from planforge.check.looks import EXACT, SINGLE, on_grid, pitch, points
from planforge.check.page_figures import fills, page_of, rows_that_fit, unused
from planforge.check.roles import Role
from planforge.language import _
from planforge.ooxml.properties import child, number, value
from planforge.styles.loading import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.check.context import Context
    from planforge.check.document import Paragraph, Section
    from planforge.check.finding import Finding
    from planforge.styles import Style
    from planforge.styles.figure import Sourced

LINES: Final = "lines"
BY_CHARACTERS: Final = frozenset(("linesAndChars", "snapToChars"))
TEXT: Final = (Role.BODY, Role.HEADING, Role.ITEM, Role.ADDRESSEES, Role.ATTACHMENT_NOTE)


def grid_of(section: Section) -> tuple[str, int]:
    """Type and pitch in twips of the document grid; an empty type means no grid."""
    grid = child(section.element, "docGrid")
    return value(grid, "type"), number(value(grid, "linePitch"))


def document_grid(context: Context) -> Iterator[Finding]:
    """Check 5: a grid by rows, whose pitch fills the text block."""
    figures = context.style.grid
    if not figures.snap:
        return
    for section in context.document.sections:
        if page_of(section).landscape:
            continue
        by: tuple[Sourced, ...]
        kind, rows = grid_of(section)
        wanted = f"{figures.pitch.points:g} pt"
        if kind not in {LINES, *BY_CHARACTERS}:
            message = _("there is no document grid by rows")
            hint = _("Page Setup, Document Grid: only rows, pitch {wanted}").format(wanted=wanted)
            by = (figures, figures.pitch)
        elif not fills(context.style, rows):
            found = f"{points(rows)} pt"
            message = _("the rows of the document grid are {found} apart, not {wanted}").format(
                found=found, wanted=wanted
            )
            hint = _("rows that are not exact jump to this grid")
            by = (figures, figures)
        elif kind in BY_CHARACTERS:
            message = _("the document grid also counts characters")
            hint = _("LibreOffice then sets 14 characters in a row; choose a grid of rows only")
            by = (figures, figures.pitch)
        else:
            continue
        yield context.finding("PG005", message, by=by, found=kind, wanted=wanted, hint=hint)


def row_pitch(context: Context) -> Iterator[Finding]:
    """Check 6: exact rows that fill the text block with the number the style wants."""
    if not context.style.grid.rows:
        return
    for one in context.document.of(*TEXT):
        if page_of(context.document.sections[one.section]).landscape:
            continue
        yield from _pitch(context, one)


def _pitch(context: Context, one: Paragraph) -> Iterator[Finding]:
    style, figures = context.style, context.style.grid
    rule, height = pitch(one)
    if rule != EXACT:
        if _carried_by_grid(context, one, rule, height):
            return
        found = f"{height / SINGLE:g}" if rule == "auto" else f"≥ {points(height)} pt"
        yield context.finding(
            "PG006",
            _("the row pitch is not exact ({found}), so a page does not have {rows} rows").format(
                found=found, rows=figures.rows
            ),
            one,
            by=(figures, figures),
            found=found,
            wanted=f"{figures.pitch.points:g} pt",
            hint=_hint(style),
        )
    elif not fills(style, height):
        yield _wrong(context, one, height)


def _wrong(context: Context, one: Paragraph, height: int) -> Finding:
    style, figures = context.style, context.style.grid
    fitting = rows_that_fit(style, height)
    found = points(height)
    by: tuple[Sourced, ...]
    if (other := _other_with(style, height)) is not None and fitting == figures.rows:
        message = _(
            "row pitch {found} pt belongs to the margins of {other};"
            " with these {free} mm stay empty"
        ).format(found=found, other=other.name, free=f"{unused(style, height):.1f}")
        by = (figures, figures)
    elif other is not None:
        message = _(
            "row pitch {found} pt belongs to the margins of {other}; with these {fitting} rows fit"
        ).format(found=found, other=other.name, fitting=fitting)
        by = (figures, figures)
    elif fitting == figures.rows:
        message = _(
            "row pitch {found} pt: {fitting} rows do not fill the text block, {free} mm stay empty"
        ).format(found=found, fitting=fitting, free=f"{unused(style, height):.1f}")
        by = (figures, figures.pitch)
    else:
        message = _("row pitch {found} pt: {fitting} rows fit on a page, not {rows}").format(
            found=found, fitting=fitting, rows=figures.rows
        )
        by = (figures, figures)
    return context.finding(
        "PG006",
        message,
        one,
        by=by,
        found=f"{found} pt",
        wanted=f"{figures.pitch.points:g} pt",
        hint=_hint(style),
    )


def _hint(style: Style) -> str:
    return _("Paragraph, Line spacing: exactly {wanted} pt").format(
        wanted=f"{style.grid.pitch.points:g}"
    )


def _carried_by_grid(context: Context, one: Paragraph, rule: str, height: int) -> bool:
    """Whether single rows stand on a grid of the right pitch, which is as good as exact rows."""
    kind, rows = grid_of(context.document.sections[one.section])
    single = rule == "auto" and height <= SINGLE
    return (
        single and bool(kind) and kind != "default" and on_grid(one) and fills(context.style, rows)
    )


def _other_with(style: Style, height: int) -> Style | None:
    """A style that is as good as ``style`` and has rows of that height."""
    known = names()
    family = {style.name, *style.alternatives}
    others = [styles.load(name) for name in known if name != style.name]
    return next(
        (
            other
            for other in others
            if (other.name in family or style.name in other.alternatives)
            and other.grid.pitch.accepts(height, 1)
        ),
        None,
    )
