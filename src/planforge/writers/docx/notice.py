"""The notice that issues a plan: its head (版头), its text, and the imprint (版记) at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import closing
from .measures import character, in_rows, indent
from .oxml import add, element, paragraph, put, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from planforge.document.tree import Labelled, Notice
    from planforge.styles import Style
    from planforge.styles.letterhead import Letterhead

SMALLEST_MARK: Final = 22
"""In points; a mark longer than one row of this size is broken by the word processor."""


def notice_part(content: Notice, style: Style, language: str) -> Iterator[Element]:
    """Everything from the red head to the signature of the notice."""
    title, properties = paragraph("Title")
    if (figures := style.letterhead) is None:
        yield from _plain("Subtitle", content.mark, _numbered(content))
    else:
        yield _mark(content.mark, figures, style)
        yield _number(content, figures, style)
        room = round(figures.title_room.amount * style.grid.pitch.twips)
        put(properties, "spacing", before=room)
    run(title, in_rows(content.title, style, style.text.title, language))
    yield title
    if content.addressees:
        addressees, _ = paragraph("Salutation")
        run(addressees, content.addressees)
        yield addressees
    for number, text in enumerate(content.paragraphs, 1):
        made, properties = paragraph("BodyText")
        # The first page must show text (7.3.3), the page of the signature should (7.3.5.5).
        if 1 < number == len(content.paragraphs):
            put(properties, "keepNext")
        run(made, text)
        yield made
    yield from closing.attachment_note(content.attachment_note, style)
    if content.signature is not None:
        yield from closing.signature(content.signature, style)


def plain_imprint(content: Notice) -> Iterator[Element]:
    """The words of the imprint, for a style without figures for it."""
    printed = "　".join(filter(None, (content.printed_by, content.printed_on)))
    yield from _plain("BodyText", _copies(content), printed)


def imprint(content: Notice, style: Style, figures: Letterhead) -> Iterator[Element]:
    """The lines of the imprint at the foot of the block, and the paragraphs around them."""
    rows = list(_imprint_rows(content, figures, style))
    table = element("tbl")
    properties = add(table, "tblPr")
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
    add(add(table, "tblGrid"), "gridCol", w=style.page.block_width)
    for made in rows:
        cell = add(add(table, "tr"), "tc")
        put(add(cell, "tcPr"), "tcW", w=style.page.block_width, type="dxa")
        cell.append(made)
    # A table alone at the beginning does not make LibreOffice begin the page.
    yield paragraph("Imprint")[0]
    if rows:
        yield table
        yield paragraph("Imprint")[0]


def _left_of_even_pages(style: Style) -> int:
    """Where the block begins on the pages that an imprint stands on, in twips."""
    page = style.page
    return page.right.twips if page.duplex else page.left.twips


def _mark(words: str, figures: Letterhead, style: Style) -> Element:
    made, properties = paragraph("IssueMark")
    room = style.page.block_width / max(closing.width(words), 1)
    size = max(min(figures.mark.size.twips, int(room)), SMALLEST_MARK * 20) // 10 * 10
    put(properties, "spacing", before=figures.mark_top.twips, line=size, lineRule="exact")
    run(made, words)
    # As large as one row allows.
    if size != figures.mark.size.twips:
        run_properties = made[-1].find(made[-1].tag + "Pr")
        if run_properties is None:
            run_properties = element("rPr")
            made[-1].insert(0, run_properties)
        put(run_properties, "sz", val=size // 10)
        put(run_properties, "szCs", val=size // 10)
    return made


def _number(content: Notice, figures: Letterhead, style: Style) -> Element:
    made, properties = paragraph("IssueNumber")
    if content.signer is None:
        run(made, content.number)
        return made
    one = character(style, figures.number.size, figures.number.squeeze)
    inset = round(figures.inset.amount * one)
    tabs = put(properties, "tabs")
    add(tabs, "tab", val="left", pos=inset)
    add(tabs, "tab", val="right", pos=style.page.block_width - inset)
    put(properties, "jc", val="left")
    run(made, f"\t{content.number}\t{_label(content.signer)}")
    run(made, content.signer.text, "IssueSigner")
    return made


def _imprint_rows(content: Notice, figures: Letterhead, style: Style) -> Iterator[Element]:
    text, inset = figures.imprint, figures.imprint_inset.amount
    one = character(style, text.size, text.squeeze)
    if content.copies is not None:
        made, properties = paragraph("Imprint")
        hanging = closing.width(_label(content.copies))
        indent(properties, one, {"left": inset + hanging, "right": inset, "hanging": hanging})
        run(made, _copies(content))
        yield made
    if content.printed_by or content.printed_on:
        made, properties = paragraph("Imprint")
        tabs = put(properties, "tabs")
        add(tabs, "tab", val="right", pos=style.page.block_width - round(inset * one))
        indent(properties, one, {"left": inset})
        run(made, f"{content.printed_by}\t{content.printed_on}".rstrip("\t"))
        yield made


def _plain(style: str, *lines: str) -> Iterator[Element]:
    for line in filter(None, lines):
        made, _ = paragraph(style)
        run(made, line)
        yield made


def _numbered(content: Notice) -> str:
    signer = f"　{_label(content.signer)}{content.signer.text}" if content.signer else ""
    return f"{content.number}{signer}"


def _copies(content: Notice) -> str:
    return f"{_label(content.copies)}{content.copies.text}。" if content.copies else ""


def _label(words: Labelled) -> str:
    return f"{words.label}："
