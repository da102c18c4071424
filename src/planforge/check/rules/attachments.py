"""The note of the attachments and the attachments themselves (checks 38 and 39)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.check.looks import (
    character_width,
    chinese_runs,
    east_asian,
    half_points,
    inset,
    is_font,
    size_name,
)
from planforge.check.roles import Role
from planforge.language import _
from planforge.ooxml.properties import PREFIX, on, value
from planforge.styles.model import PLACEHOLDER
from planforge.writers.docx.closing import width

from . import title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.check.context import Context
    from planforge.check.document import Paragraph
    from planforge.check.finding import Finding

NEAR: Final = 0.3
"""Characters by which an indent may differ."""

_LABEL: Final = re.compile(r"附\s*件\s*[：:]\s*")
_NUMBER: Final = re.compile(r"(\d{1,2})\s*([.．、])\s*")
_OF_LABEL: Final = re.compile(r"\d{1,2}")
_END: Final = re.compile("[。；，、;,.]$")
_BLANKS: Final = re.compile(r"\s")


def note(context: Context) -> Iterator[Finding]:
    """Check 38: label, numbers only for several, no mark at the end, rows under the title."""
    lines = context.document.of(Role.ATTACHMENT_NOTE)
    if not lines:
        return
    figures = context.style.attachment_note
    if not lines[0].words.startswith(figures.label):
        yield context.finding(
            "PG038",
            _("the note of attachments begins with {found}, not {wanted}").format(
                found=lines[0].words[:3], wanted=figures.label
            ),
            lines[0],
            by=(figures,),
        )
    for place, one in enumerate(lines, 1):
        number = _NUMBER.match(_LABEL.sub("", one.words, count=1))
        wanted = figures.number.replace(PLACEHOLDER, str(place)) if len(lines) > 1 else ""
        found = _BLANKS.sub("", number[0]).replace("．", ".") if number else ""
        if found != wanted:
            if wanted:
                message = _("this attachment is numbered {found}, not {wanted}").format(
                    found=found or _("not at all"), wanted=wanted
                )
            else:
                message = _("the only attachment has a number")
            yield context.finding("PG038", message, one, by=(figures,), found=found, wanted=wanted)
        if _END.search(one.words):
            yield context.finding(
                "PG038", _("a mark stands behind the title of an attachment"), one, by=(figures,)
            )
    yield from _indents(context, lines)


def pages(context: Context) -> Iterator[Finding]:
    """Check 39: own page, label flush left, number and title as in the note."""
    labels = context.document.of(Role.ATTACHMENT_LABEL)
    if not labels:
        return
    text = context.style.text.attachment_label
    announced = titles(context.document.of(Role.ATTACHMENT_NOTE))
    numbered = tuple(_numbered(labels, len(announced)))
    for one, number in numbered:
        yield from _label_looks(context, one)
        if not _begins_page(context, one):
            yield context.finding(
                "PG039",
                _("the attachment does not begin on a page of its own"),
                one,
                by=(text,),
                hint=_("Paragraph, Line and Page Breaks: page break before"),
            )
        wanted = f"附件{number}" if len(labels) > 1 or len(announced) > 1 else "附件"
        if (found := _BLANKS.sub("", one.words)) != wanted:
            yield context.finding(
                "PG039",
                _("the attachment is labelled {found}, not {wanted}").format(
                    found=found, wanted=wanted
                ),
                one,
                by=(text,),
                found=found,
                wanted=wanted,
            )
    yield from _titles(context, numbered, announced)


def _numbered(labels: Sequence[Paragraph], announced: int) -> Iterator[tuple[Paragraph, int]]:
    """The labels with the numbers they should have: those of the note, in its order.

    An attachment that the note announces need not be printed with the text, so numbers may be
    left out, as long as the note has enough of them for the labels behind.
    """
    before = 0
    for behind, one in zip(range(len(labels) - 1, -1, -1), labels, strict=True):
        shown = _OF_LABEL.search(one.words)
        number = int(shown[0]) if shown else 0
        before = number if before < number <= announced - behind else before + 1
        yield one, before


def titles(lines: Sequence[Paragraph]) -> tuple[str, ...]:
    """The titles that the note announces, without label and numbers."""
    bare = (_LABEL.sub("", one.words, count=1) for one in lines)
    return tuple(_BLANKS.sub("", _NUMBER.sub("", one, count=1)) for one in bare)


def _titles(
    context: Context, numbered: Sequence[tuple[Paragraph, int]], announced: tuple[str, ...]
) -> Iterator[Finding]:
    figure = context.style.text.attachment_title
    shown = context.document.of(Role.ATTACHMENT_TITLE)
    for one in shown:
        if one.properties.get("jc") != figure.align:
            yield context.finding("PG039", _("the title is not centred"), one, by=(figure,))
        for message, given, right in title.letters(context, one, figure):
            yield context.finding("PG039", message, one, by=(figure,), found=given, wanted=right)
    for one in shown:
        number = max((n for label, n in numbered if label.number < one.number), default=0)
        wanted = announced[number - 1] if 0 < number <= len(announced) else ""
        if wanted and (found := _BLANKS.sub("", one.words)) != wanted:
            yield context.finding(
                "PG039",
                _("the attachment is called {found}, in the note it is {wanted}").format(
                    found=found, wanted=wanted
                ),
                one,
                by=(figure,),
                found=found,
                wanted=wanted,
            )


def _label_looks(context: Context, one: Paragraph) -> Iterator[Finding]:
    text = context.style.text.attachment_label
    font = context.style.fonts[text.font]
    flush = one.properties.get("jc", "left") in {"left", "both", "start"}
    moved = inset(one, "left", text.size.twips) + inset(one, "firstLine", text.size.twips)
    if not flush or abs(moved) > NEAR:
        yield context.finding("PG039", _("the label of an attachment is moved in"), one, by=(text,))
    for run in list(chinese_runs(one))[:1]:
        right = is_font(east_asian(run), font) and half_points(run) == text.size.half_points
        if not right:
            found = f"{east_asian(run)} {size_name(half_points(run))}"
            wanted = f"{font.name} {size_name(text.size.half_points)}"
            yield context.finding(
                "PG039",
                _("the label of an attachment is {found}, not {wanted}").format(
                    found=found, wanted=wanted
                ),
                one,
                by=(text,),
                found=found,
                wanted=wanted,
            )


def _indents(context: Context, lines: Sequence[Paragraph]) -> Iterator[Finding]:
    """The first character of each line: the label two characters in, the others behind it."""
    figures = context.style.attachment_note
    one_character = character_width(context.style, context.style.text.attachment_note.size)
    for place, one in enumerate(lines):
        start = inset(one, "left", one_character) + inset(one, "firstLine", one_character)
        start -= inset(one, "hanging", one_character)
        wanted = figures.indent.amount + (width(figures.label) if place else 0)
        if abs(start - wanted) > NEAR:
            yield context.finding(
                "PG038",
                _("the note of attachments begins {found} characters in, not {wanted}").format(
                    found=f"{start:.1f}".removesuffix(".0"), wanted=f"{wanted:g}"
                ),
                one,
                by=(figures, figures.indent),
                found=f"{start:.2f}",
                wanted=f"{wanted:g}",
            )


def _begins_page(context: Context, one: Paragraph) -> bool:
    """Whether a page begins with the paragraph: by its own property, a break or a section."""
    if on(one.properties, "pageBreakBefore") or "\f" in one.text[:1]:
        return True
    before = [p for p in context.document.flow if p.number < one.number]
    for earlier in reversed(before):
        if earlier.section != one.section or _has_break(earlier):
            return True
        if earlier.words:
            return False
    return not before


def _has_break(one: Paragraph) -> bool:
    return any(value(found, "type") == "page" for found in one.element.iter(f"{PREFIX}br"))
