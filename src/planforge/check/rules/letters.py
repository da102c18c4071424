"""Letters of the text: fonts, sizes, distances (checks 7, 8, 19, 20)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.check.looks import (
    EXACT,
    HAN,
    chinese_runs,
    east_asian,
    from_theme,
    half_points,
    has_latin,
    is_font,
    pitch,
    points,
    size_name,
)
from planforge.check.roles import Role
from planforge.language import _
from planforge.ooxml.properties import number

from .grid import BY_CHARACTERS, grid_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.check.context import Context
    from planforge.check.document import Paragraph, Run
    from planforge.check.finding import Finding
    from planforge.styles.text import Text

_SHARED: Final = re.compile(f"[{HAN}，。；：、][“”‘’…—×·]|[“”‘’…—×·][{HAN}]")
_TEXT: Final = (Role.BODY, Role.ADDRESSEES, Role.ITEM)


def letters(context: Context) -> Iterator[Finding]:
    """Check 7: font and size of the text, and the distance that makes 28 characters a row."""
    text = context.style.text.body
    for one in context.document.of(*_TEXT):
        yield from _letters(context, "PG007", one, text)
        yield from _squeeze(context, one)


def letters_and_rows(context: Context) -> Iterator[Finding]:
    """Check 8: fonts and size of the text, and rows within their limits."""
    text, figures = context.style.text.body, context.style.grid
    latin = context.style.fonts[text.font].latin
    for one in context.document.of(*_TEXT):
        yield from _letters(context, "PG008", one, text)
        for run in one.runs:
            name = run.properties.get("rFonts.ascii", "")
            if latin and has_latin(run.text) and name.casefold() != latin.casefold():
                message = _("Latin letters and digits are in {found}, not in {wanted}")
                yield context.finding(
                    "PG008",
                    message.format(found=name or _("no font"), wanted=latin),
                    one,
                    by=(text,),
                    found=name,
                    wanted=latin,
                )
                break
        rule, height = pitch(one)
        if rule != EXACT or not figures.pitch.accepts(height, 1):
            found = f"{points(height)} pt" if rule == EXACT else rule
            yield context.finding(
                "PG008",
                _("the row pitch is {found}, not exactly {least} to {most}").format(
                    found=found,
                    least=figures.pitch.least or figures.pitch.value,
                    most=figures.pitch.most or figures.pitch.value,
                ),
                one,
                by=(figures, figures.pitch),
                found=found,
                wanted=figures.pitch.value,
            )


def fonts_are_named(context: Context) -> Iterator[Finding]:
    """Check 19: Chinese text has a font of its own, not one that the theme may change."""
    for one in context.document.paragraphs:
        if one.role is Role.CONTENTS:
            continue
        for run in chinese_runs(one):
            if theme := from_theme(run):
                message = _("the font is taken from the theme ({theme}: {font})").format(
                    theme=theme, font=east_asian(run) or "-"
                )
            elif not east_asian(run):
                message = _("no font for Chinese characters is set")
            else:
                continue
            yield context.finding(
                "PG019", message, one, hint=_("choose the Chinese font in the style")
            )
            break


def shared_marks(context: Context) -> Iterator[Finding]:
    """Check 20: “ ” … — beside hanzi are set in the Chinese font."""
    for one in context.document.paragraphs:
        for run in one.runs:
            if _SHARED.search(run.text) and _in_latin_font(run):
                yield context.finding(
                    "PG020",
                    _("quotation marks, dashes or dots are set in the Latin font"),
                    one,
                    found=run.properties.get("rFonts.ascii", ""),
                    wanted=east_asian(run),
                    hint=_("Word needs w:hint=eastAsia, or the same font for Latin text"),
                )
                break


def _letters(context: Context, code: str, one: Paragraph, text: Text) -> Iterator[Finding]:
    font = context.style.fonts[text.font]
    # The first words of a numbered paragraph may be set like a heading.
    lead = context.style.fonts[context.style.level(one.level).font] if one.level else font
    for run in chinese_runs(one):
        if not is_font(east_asian(run), font) and not is_font(east_asian(run), lead):
            yield context.finding(
                code,
                _("the font is {found}, not {wanted}").format(
                    found=east_asian(run) or _("none"), wanted=font.name
                ),
                one,
                by=(text,),
                found=east_asian(run),
                wanted=font.name,
            )
            break
    for run in chinese_runs(one):
        if half_points(run) != text.size.half_points:
            wanted = size_name(text.size.half_points)
            yield context.finding(
                code,
                _("the letters are {found}, not {wanted}").format(
                    found=size_name(half_points(run)), wanted=wanted
                ),
                one,
                by=(text, text.size),
                found=size_name(half_points(run)),
                wanted=wanted,
            )
            break


def _squeeze(context: Context, one: Paragraph) -> Iterator[Finding]:
    figures = context.style.grid
    kind, _rows = grid_of(context.document.sections[one.section])
    if not figures.characters or kind in BY_CHARACTERS:
        return
    for run in chinese_runs(one):
        found = number(run.properties.get("spacing"))
        if not figures.squeeze.accepts(found, 0):
            yield context.finding(
                "PG007",
                _("the characters are not moved together, so a row has fewer than {count}").format(
                    count=figures.characters
                ),
                one,
                by=(figures, figures.squeeze),
                found=f"{points(found)} pt",
                wanted=figures.squeeze.value,
                hint=_("Font, Advanced: spacing condensed by {wanted} pt").format(
                    wanted=f"{-figures.squeeze.points:g}"
                ),
            )
            break


def _in_latin_font(run: Run) -> bool:
    hint = run.properties.get("rFonts.hint", "")
    latin, chinese = run.properties.get("rFonts.ascii", ""), east_asian(run)
    return hint != "eastAsia" and latin.casefold() != chinese.casefold() and bool(latin)
