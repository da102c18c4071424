"""The notice that issues a plan: its head (版头), its text, and the imprint (版记) at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.document.title_rows import even_rows

from . import closing
from .measures import SIMPLIFIED, character, in_rows, indents
from .oxml import add, element, put, written
from .paragraphs import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.document.tree import Labelled, Notice
    from planforge.styles import Style
    from planforge.styles.letterhead import Letterhead

    from .paragraphs import Paragraph

SMALLEST_MARK: Final = 22
"""In points; a mark longer than one row of this size stands in several."""

MARK_ROW: Final = 1.25
"""Height of a row of such a mark, for its size."""


def notice_part(content: Notice, style: Style, language: str) -> Iterator[Paragraph]:
    """Everything from the red head to the signature of the notice."""
    title = paragraph("Title")
    if (figures := style.letterhead) is None:
        yield from _plain("Subtitle", content.mark, _numbered(content))
    else:
        yield _mark(content.mark, figures, style, language)
        yield _number(content, figures, style)
        room = round(figures.title_room.amount * style.grid.pitch.twips)
        title.put("spacing", before=room)
    title.run(in_rows(content.title, style, style.text.title, language))
    yield title
    if content.addressees:
        addressees = paragraph("Salutation")
        addressees.run(content.addressees)
        yield addressees
    for number, text in enumerate(content.paragraphs, 1):
        made = paragraph("BodyText")
        # The first page must show text (7.3.3), the page of the signature should (7.3.5.5).
        if 1 < number == len(content.paragraphs):
            made.keep_with_next()
        made.run(text)
        yield made
    yield from closing.attachment_note(content.attachment_note, style)
    if content.signature is not None:
        yield from closing.signature(content.signature, style)


def plain_imprint(content: Notice) -> Iterator[Paragraph]:
    """The words of the imprint, for a style without figures for it."""
    printed = "　".join(filter(None, (content.printed_by, content.printed_on)))
    yield from _plain("BodyText", _copies(content), printed)


def imprint(content: Notice, style: Style, figures: Letterhead) -> Iterator[str]:
    """The lines of the imprint at the foot of the block, and the paragraphs around them."""
    beside = paragraph("Imprint").xml()
    # A table alone at the beginning does not make LibreOffice begin the page.
    yield beside
    if rows := list(_imprint_rows(content, figures, style)):
        cell = element("tcPr")
        put(cell, "tcW", w=style.page.block_width, type="dxa")
        before = f"<w:tr><w:tc>{written(cell)}"
        lines = "".join(f"{before}{row.xml()}</w:tc></w:tr>" for row in rows)
        yield f"<w:tbl>{_imprint_table(style, figures)}{lines}</w:tbl>"
        yield beside


def _imprint_table(style: Style, figures: Letterhead) -> str:
    properties = element("tblPr")
    put(
        properties,
        "tblpPr",
        leftFromText=0,
        rightFromText=0,
        vertAnchor="margin",
        # LibreOffice lets a table as wide as the block float only where its place counts from
        # the edge of the sheet.
        horzAnchor="page",
        tblpX=_left_of_even_pages(style),
        tblpYSpec="bottom",
    )
    put(properties, "tblW", w=style.page.block_width, type="dxa")
    borders = put(properties, "tblBorders")
    outer, inner = figures.outer_line.eighths, figures.inner_line.eighths
    for side, size in (("top", outer), ("bottom", outer), ("insideH", inner)):
        put(borders, side, val="single", sz=size, space=0, color="auto")
    put(properties, "tblLayout", type="fixed")
    margins = put(properties, "tblCellMar")
    for side in ("left", "right"):
        put(margins, side, w=0, type="dxa")
    columns = element("tblGrid")
    add(columns, "gridCol", w=style.page.block_width)
    return written(properties) + written(columns)


def _left_of_even_pages(style: Style) -> int:
    """Where the block begins on the pages that an imprint stands on, in twips."""
    page = style.page
    return page.right.twips if page.duplex else page.left.twips


def _mark(words: str, figures: Letterhead, style: Style, language: str) -> Paragraph:
    made = paragraph("IssueMark")
    capacity = style.page.block_width / (SMALLEST_MARK * 20)
    shown = even_rows(words, capacity, traditional=language != SIMPLIFIED)
    room = style.page.block_width / max(*map(closing.width, shown), 1)
    size = max(min(figures.mark.size.twips, int(room)), SMALLEST_MARK * 20) // 10 * 10
    line = size if len(shown) == 1 else round(size * MARK_ROW)
    # What a row is higher than its letters stands above them.
    top = figures.mark_top.twips - (line - size)
    put(made.properties, "spacing", before=top, line=line, lineRule="exact")
    # As large as the rows allow.
    made.run("\n".join(shown), size=size // 10 if size != figures.mark.size.twips else 0)
    return made


def _number(content: Notice, figures: Letterhead, style: Style) -> Paragraph:
    made = paragraph("IssueNumber")
    if content.signer is None:
        made.run(content.number)
        return made
    properties = made.properties
    one = character(style, figures.number.size, figures.number.squeeze)
    inset = round(figures.inset.amount * one)
    tabs = put(properties, "tabs")
    add(tabs, "tab", val="left", pos=inset)
    add(tabs, "tab", val="right", pos=style.page.block_width - inset)
    put(properties, "jc", val="left")
    made.run(f"\t{content.number}\t{_label(content.signer)}")
    made.run(content.signer.text, "IssueSigner")
    return made


def _imprint_rows(content: Notice, figures: Letterhead, style: Style) -> Iterator[Paragraph]:
    text, inset = figures.imprint, figures.imprint_inset.amount
    one = character(style, text.size, text.squeeze)
    if content.copies is not None:
        made = paragraph("Imprint")
        hanging = closing.width(_label(content.copies))
        places = {"left": inset + hanging, "right": inset, "hanging": hanging}
        made.put("ind", **indents(one, places))
        made.run(_copies(content))
        yield made
    if content.printed_by or content.printed_on:
        made = paragraph("Imprint")
        tabs = put(made.properties, "tabs")
        add(tabs, "tab", val="right", pos=style.page.block_width - round(inset * one))
        made.put("ind", **indents(one, {"left": inset}))
        made.run(f"{content.printed_by}\t{content.printed_on}".rstrip("\t"))
        yield made


def _plain(style: str, *lines: str) -> Iterator[Paragraph]:
    for line in filter(None, lines):
        made = paragraph(style)
        made.run(line)
        yield made


def _numbered(content: Notice) -> str:
    signer = f"　{_label(content.signer)}{content.signer.text}" if content.signer else ""
    return f"{content.number}{signer}"


def _copies(content: Notice) -> str:
    return f"{_label(content.copies)}{content.copies.text}。" if content.copies else ""


def _label(words: Labelled) -> str:
    return f"{words.label}："
