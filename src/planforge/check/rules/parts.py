"""Addressees, document properties, contents, red letters (checks 37, 52, 57, 58)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.check.looks import inset
from planforge.check.roles import Role
from planforge.errors import Severity
from planforge.language import _
from planforge.ooxml.properties import PREFIX, child, is_on, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.check.context import Context
    from planforge.check.document import Paragraph
    from planforge.check.finding import Finding

NEAR: Final = 0.1
HALF: Final = 0.5
"""Rows by which the room above the addressees may differ."""

_CORE: Final = "docProps/core.xml"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
# What programs write when nobody gave a name.
_NOBODY: Final = re.compile(
    r"python-docx|un-named|unknown|admin(istrator)?|user|微软用户", re.IGNORECASE
)
_BLANKS: Final = re.compile(r"\s")
_ISSUED: Final = re.compile(r"〔\d{4}〕\s*\d+\s*号")
_CONTENTS: Final = re.compile(r"\s*TOC\b", re.IGNORECASE)
_BRIGHT, _DIM = 0xB0, 0x60
_COLOUR: Final = re.compile("[0-9a-fA-F]{6}")


def addressees(context: Context) -> Iterator[Finding]:
    """Check 37: a full-width colon, no indent, one row under the title."""
    text = context.style.text.addressees
    for one in context.document.of(Role.ADDRESSEES):
        if not one.words.endswith("："):
            yield context.finding(
                "PG037",
                _("the addressees do not end with a full-width colon"),
                one,
                by=(text,),
                found=one.words[-1:],
                wanted="：",
            )
        edge = inset(one, "left", text.size.twips) + inset(one, "firstLine", text.size.twips)
        if edge > NEAR or one.text[:1].isspace():
            yield context.finding("PG037", _("the addressees are moved in"), one, by=(text,))
        rows = _rows_above(context, one)
        if abs(rows - 1) > HALF:
            yield context.finding(
                "PG037",
                _("there are {found} empty rows above the addressees, not 1").format(
                    found=f"{rows:.1f}".removesuffix(".0")
                ),
                one,
                by=(context.style.text.title, context.style.text.title.after),
                found=f"{rows:.1f}",
                wanted="1",
            )


def properties(context: Context) -> Iterator[Finding]:
    """Check 52: the file names the plan and who issues it."""
    core = context.document.package.part(
        context.document.package.related("core-properties", "") or _CORE
    )

    def said(name: str) -> str:
        found = core.find(_DC + name) if core is not None else None
        return (found.text or "").strip() if found is not None else ""

    if not (title := said("title")):
        yield context.finding(
            "PG052", _("the document properties have no title"), hint=_("File, Info: title")
        )
    else:
        lines = context.document.of(Role.TITLE)
        shown = _BLANKS.sub("", "".join(one.words for one in lines))
        # A plan that a notice issues is its attachment.
        attached = {
            _BLANKS.sub("", one.words) for one in context.document.of(Role.ATTACHMENT_TITLE)
        }
        named = _BLANKS.sub("", title)
        if shown and named not in shown and named not in attached:
            yield context.finding(
                "PG052",
                _("the document properties have another title: {title}").format(title=title),
                found=title,
                wanted=shown,
            )
    creator = said("creator")
    if not creator or _NOBODY.fullmatch(creator):
        yield context.finding(
            "PG052",
            _("the document properties do not say whose document it is"),
            found=creator,
            hint=_("File, Info: author"),
        )


def contents(context: Context) -> Iterator[Finding]:
    """Check 57: a table of contents is a field with entries, or is made when the file opens."""
    fields = [
        one
        for one in context.document.paragraphs
        if any(
            _CONTENTS.match(found.text or "") for found in one.element.iter(f"{PREFIX}instrText")
        )
    ]
    typed = [one for one in context.document.of(Role.CONTENTS) if one.style.startswith("toc ")]
    updated = is_on(child(context.document.settings, "updateFields"))
    if typed and not fields and typed[0].style != "toc heading":
        yield context.finding("PG057", _("the table of contents is typed"), typed[0])
    for one in fields[:1]:
        entries = [entry for entry in typed if entry.number >= one.number]
        if not entries and not updated:
            yield context.finding("PG057", _("the table of contents is empty"), one)


def red(context: Context) -> Iterator[Finding]:
    """Check 58: a plan has red letters only in the head of the notice that issues it."""
    titles = context.document.of(Role.TITLE)
    first = titles[0].number if titles else 0
    head = [one for one in context.document.paragraphs if one.number < first]
    issued = any(_ISSUED.search(one.words) for one in head)
    for one in context.document.paragraphs:
        if not any(
            _is_red(run.properties.get("color", "")) for run in one.runs if run.text.strip()
        ):
            continue
        if one.number >= first:
            yield context.finding("PG058", _("the letters are red"), one)
        elif not issued:
            yield context.finding(
                "PG058",
                _("a red head without document number; a plan by itself has none"),
                one,
                severity=Severity.WARNING,
            )


def _rows_above(context: Context, one: Paragraph) -> float:
    """Empty rows between a paragraph and the one above it that has words."""
    pitch = context.style.grid.pitch.twips
    before = [p for p in context.document.flow if p.number < one.number]
    room = number(one.properties.get("spacing.before"))
    for earlier in reversed(before):
        room += number(earlier.properties.get("spacing.after"))
        if earlier.words:
            break
        room += pitch
    return room / pitch


def _is_red(colour: str) -> bool:
    if not _COLOUR.fullmatch(colour):
        return False
    red_part, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red_part >= _BRIGHT and max(green, blue) < _DIM
