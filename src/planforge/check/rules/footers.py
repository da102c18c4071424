"""Page numbers and what belongs to both sides of a sheet (checks 21 to 26)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.check.finding import Place
from planforge.check.looks import half_points, inset, is_font, size_name
from planforge.check.page_figures import page_of
from planforge.check.roles import Role
from planforge.language import _
from planforge.ooxml.properties import PREFIX, child, is_on, value
from planforge.styles.model import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.check.context import Context
    from planforge.check.document import Paragraph, Run, Section
    from planforge.check.finding import Finding

ODD, EVEN = "default", "even"
SIDE: Final = {ODD: "right", EVEN: "left"}
NEAR: Final = 0.2
"""Characters by which the inset may differ."""

_PAGE: Final = re.compile(r"\s*PAGE\b", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d+")
_BLANKS: Final = re.compile(r"\s")


def odd_and_even(context: Context) -> Iterator[Finding]:
    """Check 21: footers of their own on odd and even pages, each with a page number."""
    figures = context.style.page_number
    if figures.place != "outside":
        return
    if not is_on(child(context.document.settings, "evenAndOddHeaders")):
        yield context.finding(
            "PG021",
            _("odd and even pages have the same footer"),
            by=(figures,),
            hint=_("Page Setup, Layout: different odd and even"),
        )
        kinds: tuple[str, ...] = (ODD,)
    else:
        kinds = (ODD, EVEN)
    for section in _upright(context):
        for kind in kinds:
            if number_line(section, kind) is None:
                message = {
                    ODD: _("odd pages have no page number"),
                    EVEN: _("even pages have no page number"),
                }[kind]
                yield context.finding("PG021", message, by=(figures,))


def looks(context: Context) -> Iterator[Finding]:
    """Check 22: font, size, dashes, and the place at the outer edge."""
    figures = context.style.page_number
    if figures.place != "outside":
        return
    alike = not is_on(child(context.document.settings, "evenAndOddHeaders"))
    for section in _upright(context):
        for kind in (ODD,) if alike else (ODD, EVEN):
            line = number_line(section, kind)
            if line is not None:
                yield from _looks(context, line, kind)


def centred(context: Context) -> Iterator[Finding]:
    """Check 24: there is a page number, in the middle."""
    figures = context.style.page_number
    if figures.place != "center":
        return
    for section in _upright(context):
        line = number_line(section, ODD)
        if line is None:
            yield context.finding("PG024", _("there is no page number"), by=(figures,))
        elif line.properties.get("jc") != "center" and not _in_frame(line):
            yield context.finding(
                "PG024",
                _("the page number is not in the middle"),
                Place(words=line.words),
                by=(figures,),
            )


def no_restart(context: Context) -> Iterator[Finding]:
    """Check 25: the count of pages does not begin anew."""
    figures = context.style.page_number
    for section in context.document.sections[1:]:
        start = child(section.element, "pgNumType")
        if start is not None and value(start, "start"):
            yield context.finding(
                "PG025",
                _("the page numbers begin at {start} again").format(start=value(start, "start")),
                by=(figures,),
                found=value(start, "start"),
                hint=_("Format Page Numbers: continue from previous section"),
            )


def mirrored(context: Context) -> Iterator[Finding]:
    """Check 26: margins change sides where the style is for both sides of the sheet."""
    if context.style.page.duplex and not is_on(child(context.document.settings, "mirrorMargins")):
        yield context.finding(
            "PG026",
            _("the margins are not mirrored on left-hand pages"),
            hint=_("Page Setup: multiple pages, mirror margins"),
        )


def number_line(section: Section, kind: str) -> Paragraph | None:
    """The paragraph with the page number in a footer; ``None`` where there is none."""
    return next((one for one in section.footers.get(kind, ()) if has_page(one)), None)


def has_page(one: Paragraph) -> bool:
    """Whether a field in the paragraph prints the number of the page."""
    simple = (value(field, "instr") for field in one.element.iter(f"{PREFIX}fldSimple"))
    typed = "".join(field.text or "" for field in one.element.iter(f"{PREFIX}instrText"))
    return any(_PAGE.match(text) for text in (*simple, typed))


def _upright(context: Context) -> tuple[Section, ...]:
    """The sections on upright sheets that have text.

    A page on its side has its number elsewhere, and the page of the imprint has none (7.5).
    """
    with_text = {
        one.section
        for one in context.document.paragraphs
        if one.words and one.role is not Role.OTHER
    }
    return tuple(
        one
        for number, one in enumerate(context.document.sections)
        if not page_of(one).landscape and (number in with_text or not number)
    )


def _looks(context: Context, line: Paragraph, kind: str) -> Iterator[Finding]:
    figures, text = context.style.page_number, context.style.text.page_number
    place = Place(words=line.words)
    font = context.style.fonts[text.font]

    def finding(message: str, found: str, wanted: str) -> Finding:
        return context.finding("PG022", message, place, by=(figures,), found=found, wanted=wanted)

    digits = [run for run in line.runs if _DIGITS.search(run.text)] or list(line.runs)
    for run in digits[:1]:
        name = _digit_font(run)
        if not is_font(name, font):
            yield finding(
                _("the page number is in {found}, not in {wanted}").format(
                    found=name or _("none"), wanted=font.name
                ),
                name,
                font.name,
            )
        if half_points(run) != text.size.half_points:
            found, wanted = size_name(half_points(run)), size_name(text.size.half_points)
            message = _("the page number is {found}, not {wanted}")
            yield finding(message.format(found=found, wanted=wanted), found, wanted)
    if (written := _pattern(line.words)) != _pattern(figures.pattern):
        yield finding(
            _("the page number is written {found}, not {wanted}").format(
                found=line.words, wanted=figures.pattern.replace(PLACEHOLDER, "1")
            ),
            written,
            figures.pattern,
        )
    yield from _place(context, line, kind)


def _place(context: Context, line: Paragraph, kind: str) -> Iterator[Finding]:
    figures, text = context.style.page_number, context.style.text.page_number
    side = SIDE[kind]
    if _in_frame(line):
        return
    found = line.properties.get("jc", "left").replace("start", "left").replace("end", "right")
    stands = "left" if found == "both" else found
    amount = inset(line, side, text.size.twips)
    if stands != side:
        message = {
            ODD: _("the page number of odd pages is not on the right"),
            EVEN: _("the page number of even pages is not on the left"),
        }[kind]
    elif abs(amount - figures.inset.amount) > NEAR:
        message = _("the page number is {found} characters from the edge, not {wanted}").format(
            found=f"{amount:g}", wanted=f"{figures.inset.amount:g}"
        )
    else:
        return
    yield context.finding(
        "PG022", message, Place(words=line.words), by=(figures, figures.inset), found=stands
    )


def _pattern(text: str) -> str:
    return _DIGITS.sub(PLACEHOLDER, _BLANKS.sub("", text), count=1)


def _digit_font(run: Run) -> str:
    return run.properties.get("rFonts.ascii", "") or run.properties.get("rFonts.hAnsi", "")


def _in_frame(line: Paragraph) -> bool:
    """Whether a frame, not the paragraph, says where the number stands."""
    parents = {ancestor.tag for ancestor in line.element.iterancestors()}
    in_box = f"{PREFIX}txbxContent" in parents
    return in_box or any(name.startswith("framePr") for name in line.properties)
