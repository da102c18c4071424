"""The words of a document without any form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .tree import Block, Chart, Heading, Item, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .tree import Document


def texts(document: Document) -> Iterator[str]:
    r"""Every text in print order, one per paragraph, heading, table cell; none of them blank.

    Numbers, labels and brackets that writers set are left out; ``\n`` separates lines of the
    title and paragraphs of a cell.
    """
    yield from filter(str.strip, _texts(document))


def _texts(document: Document) -> Iterator[str]:
    yield document.title
    yield document.note
    yield document.addressees
    yield from of_blocks(document.blocks)
    yield from document.attachment_note
    if document.signature:
        yield document.signature.body
        yield document.signature.date
    for attachment in document.attachments:
        yield attachment.label
        yield attachment.title
        yield from of_blocks(attachment.blocks)


def of_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """The texts of some blocks, blank ones included; a table row by row, its caption first."""
    for block in blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text):
                yield text
            case Item(lead=lead, text=text):
                yield lead + text
            case Chart():
                yield block.caption
            case Table():
                yield block.caption
                yield from (column.title for column in block.columns)
                for row in block.rows:
                    yield from row
