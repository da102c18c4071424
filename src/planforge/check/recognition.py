"""Which part every paragraph plays: by its style, its outline level, its number, its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.document.lines import ends_in_a_mark
from planforge.ooxml.properties import number
from planforge.ooxml.style_names import BODY_TEXT, heading_level

from .levels import level_of, rank, typed_marks
from .roles import Role
from .surroundings import DATE, find_closing, find_head, find_imprint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.recognise.marks import Piece
    from planforge.styles import Style

    from .document import Document, Paragraph

LONGEST_HEADING: Final = 40

# Names that Word, WPS and planforge give to styles, in small letters.
_BY_STYLE: Final = {
    "title": Role.TITLE,
    "subtitle": Role.NOTE,
    "salutation": Role.ADDRESSEES,
    "signature": Role.SIGNATURE,
    "date": Role.DATE,
    "caption": Role.CAPTION,
    "toc heading": Role.CONTENTS,
    "attachment note": Role.ATTACHMENT_NOTE,
    "attachment label": Role.ATTACHMENT_LABEL,
    "attachment title": Role.ATTACHMENT_TITLE,
    "table head": Role.TABLE_HEAD,
    "table text": Role.TABLE_TEXT,
    # Head and foot of an issued document (版头, 版记).
    "issue mark": Role.OTHER,
    "issue number": Role.OTHER,
    "issue signer": Role.OTHER,
    "imprint": Role.OTHER,
}
_CONTENTS: Final = re.compile(r"toc [1-9]")


def recognise(document: Document, style: Style) -> None:
    """Give every paragraph its role, level, typed number and the headings above it."""
    flow = document.flow
    typed = typed_marks(flow)
    for one in document.paragraphs:
        _by_looks(one, typed.get(one.number), style)
    _promote(flow)
    find_head(flow)
    find_closing(flow)
    find_imprint(document.tables)
    _under_headings(document)


def _by_looks(one: Paragraph, mark: Piece | None, style: Style) -> None:
    known = _by_style(one)
    if one.table is not None:
        cell = Role.TABLE_TEXT if one.row else Role.TABLE_HEAD
        one.role = Role.OTHER if known is Role.OTHER else cell
        return
    if known is not None:
        one.role = known
        return
    outline = number(one.properties.get("outlineLvl"), BODY_TEXT)
    if named := heading_level(one.style):
        outline = named - 1
    listed = level_of(rank(*one.list_look), style)
    if mark is not None and mark.shape is not None:
        one.typed = mark.raw
        marked = level_of(mark.shape.rank, style)
    else:
        marked = 0
    if outline < BODY_TEXT:
        one.role = Role.HEADING
        one.level = marked or outline + 1
    elif marked or listed:
        one.level = listed or marked
        one.role = Role.ITEM


def _promote(flow: Sequence[Paragraph]) -> None:
    """Numbered lines are headings when they are short and something stands under them."""
    words = [one for one in flow if one.words]
    for above, one, below in zip([None, *words], words, words[1:], strict=False):
        short = len(one.words) <= LONGEST_HEADING and not ends_in_a_mark(one.words)
        under = below.role is Role.BODY or below.level > one.level
        if one.role is not Role.ITEM or not short or not under or DATE.fullmatch(below.words):
            continue
        last_of_list = above is not None and above.role is Role.ITEM and above.level == one.level
        if not last_of_list or _looks(one) != _looks(below):
            one.role = Role.HEADING


def _looks(one: Paragraph) -> tuple[str, ...]:
    """Font, size and weight of the first run."""
    if not one.runs:
        return ()
    first = one.runs[0].properties
    return tuple(first.get(key, "") for key in ("rFonts.eastAsia", "sz", "b"))


def _by_style(one: Paragraph) -> Role | None:
    if _CONTENTS.fullmatch(one.style):
        return Role.CONTENTS
    return _BY_STYLE.get(one.style)


def _under_headings(document: Document) -> None:
    above: list[tuple[int, str]] = []
    for one in document.paragraphs:
        if one.role in {Role.ATTACHMENT_LABEL, Role.TITLE}:
            above = []
        if one.role is Role.HEADING and one.words:
            above = [pair for pair in above if pair[0] < one.level]
        one.headings = tuple(words for _level, words in above)
        if one.role is Role.HEADING and one.words:
            above.append((one.level, one.label + one.words))
        elif one.role is Role.ATTACHMENT_LABEL and one.words:
            above = [(0, one.words)]
    for table in document.tables:
        if table.cells:
            table.place = table.cells[0].place
