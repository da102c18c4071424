"""Sheets, margins and text block (checks 1 to 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge import styles
from planforge.check.page_figures import (
    ERROR,
    SHEET_ERROR,
    SIDES,
    TWIPS_PER_MM,
    margins_met,
    page_of,
    wrong_sides,
)
from planforge.language import _
from planforge.ooxml.properties import child, value
from planforge.styles.loading import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.check.context import Context
    from planforge.check.finding import Finding, Place
    from planforge.check.page_figures import Page
    from planforge.styles import Style


def sheet(context: Context) -> Iterator[Finding]:
    """Check 1: every section is on the sheet of the style, upright or marked as landscape."""
    figures = context.style.page
    for number, section in enumerate(context.document.sections):
        page = page_of(section)
        long, short = max(page.width, page.height), min(page.width, page.height)
        right = (
            abs(short - figures.width.twips) <= SHEET_ERROR
            and abs(long - figures.height.twips) <= SHEET_ERROR
        )
        if not right:
            found = f"{_mm(page.width)} × {_mm(page.height)} mm"
            wanted = f"{figures.width.mm:g} × {figures.height.mm:g} mm"
            yield context.finding(
                "PG001",
                _("the sheet is {found}, not {wanted}").format(found=found, wanted=wanted),
                *_where(context, number),
                by=(figures,),
                found=found,
                wanted=wanted,
                hint=_("choose A4 under Layout, Size"),
            )
        elif page.landscape != (value(child(section.element, "pgSz"), "orient") == "landscape"):
            yield context.finding(
                "PG001",
                _("the sheet lies on its side, but is not marked so, or the other way round"),
                *_where(context, number),
                by=(figures,),
            )


def margins(context: Context) -> Iterator[Finding]:
    """Check 2: the margins of one coordinate, the same in all sections."""
    yield from _margins(context, "PG002")


def margins_on_all_sides(context: Context) -> Iterator[Finding]:
    """Check 3: the margins of the style."""
    yield from _margins(context, "PG003")


def text_block(context: Context) -> Iterator[Finding]:
    """Check 4: margins that are each within their limits also leave a block of the right size."""
    figures = context.style.page
    for number, section in enumerate(context.document.sections):
        page = page_of(section)
        across, down = page.block
        if page.landscape:
            across, down = down, across
        elif wrong_sides(context.style, page):
            continue
        off = (abs(across - figures.block_width), abs(down - figures.block_height))
        if max(off) > ERROR + 1:
            found = f"{_mm(across)} × {_mm(down)} mm"
            wanted = f"{_mm(figures.block_width)} × {_mm(figures.block_height)} mm"
            yield context.finding(
                "PG004",
                _("the text block is {found}, not {wanted}").format(found=found, wanted=wanted),
                *_where(context, number),
                by=(figures, figures.top),
                found=found,
                wanted=wanted,
            )


def _margins(context: Context, code: str) -> Iterator[Finding]:
    figures = context.style.page
    for number, section in enumerate(context.document.sections):
        page = page_of(section)
        if page.landscape:
            continue
        if wrong := wrong_sides(context.style, page):
            found = _in_order(page)
            wanted = _wanted(context.style)
            yield context.finding(
                code,
                _("the margins are {found} mm, not {wanted} mm").format(found=found, wanted=wanted),
                *_where(context, number),
                by=(figures, getattr(figures, wrong[0])),
                found=found,
                wanted=wanted,
                hint=_mixture(context, page) or _("the order is top, bottom, left, right"),
            )


def _mixture(context: Context, page: Page) -> str:
    """What to say of a section with the margins of another coordinate than the document."""
    others = (styles.load(name) for name in _others(context.style))
    for other in others:
        if not wrong_sides(other, page) and margins_met(other, context.document):
            return _(
                "this section has the margins of {other}, the document those of {style}"
            ).format(other=other.name, style=context.style.name)
    return ""


def _others(style: Style) -> tuple[str, ...]:
    """The styles that are as good as ``style``."""
    known = names()
    return tuple(name for name in style.alternatives if name in known)


def _in_order(page: Page) -> str:
    return "/".join(_mm(page.margins[side]) for side in SIDES)


def _wanted(style: Style) -> str:
    return "/".join(f"{getattr(style.page, side).mm:g}" for side in SIDES)


def _where(context: Context, section: int) -> tuple[Place, ...]:
    """The first paragraph of a section behind the first; nothing for the first."""
    if not section:
        return ()
    found = (one for one in context.document.paragraphs if one.section == section and one.words)
    return tuple(one.place for one in list(found)[:1])


def _mm(twips: float) -> str:
    return f"{round(twips / TWIPS_PER_MM, 1):g}"
