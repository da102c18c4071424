"""``word/document.xml``: the tree as paragraphs and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.document.numbering import label
from planforge.document.tree import Heading, Item, Table

from . import closing, tables
from .measures import character, in_rows, indent
from .neighbours import apart, keep_with_next
from .numbering_counters import Counters
from .numbering_part import NONE, level_indent, linked_list
from .oxml import add, paragraph, put, root, run, xml
from .sections import section
from .styles_part import heading_id, item_id, lead_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

    from planforge.document.tree import Block, Document, Paragraph
    from planforge.styles import Level, Style

    from .numbering_counters import Start


class Body:
    """The body of one document.

    Args:
        document: What is printed.
        style: How it is printed.
    """

    def __init__(self, document: Document, style: Style) -> None:
        self._document = document
        self._style = style
        self._counters = Counters()
        self._above: Level | None = None

    def part(self) -> bytes:
        """The part; afterwards `starts` tells which lists it uses."""
        tree = root("document")
        body = add(tree, "body")
        body.extend(apart(list(self._elements()), self._style))
        body.append(section(self._style))
        return xml(tree)

    @property
    def starts(self) -> tuple[Start, ...]:
        """The list instances behind the first."""
        return self._counters.starts

    def _elements(self) -> Iterator[Element]:
        document = self._document
        yield from _head(document, self._style)
        blocks = list(self._blocks(document.blocks))
        closing_lines = list(self._closing())
        if closing_lines and blocks:
            # A page never carries a signature alone (7.3.5.5).
            keep_with_next(blocks[-1])
        yield from blocks
        yield from closing_lines
        for attachment in document.attachments:
            self._above = None
            yield from closing.attachment_head(
                attachment, self._style, document.properties.language
            )
            yield from self._blocks(attachment.blocks)

    def _closing(self) -> Iterator[Element]:
        yield from closing.attachment_note(self._document.attachment_note, self._style)
        if self._document.signature is not None:
            yield from closing.signature(self._document.signature, self._style)

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Element]:
        for block in blocks:
            match block:
                case Table():
                    yield from tables.table(block, self._style)
                case Heading():
                    yield self._heading(block)
                case Item():
                    yield self._item(block)
                case _:
                    yield self._paragraph(block)

    def _paragraph(self, block: Paragraph) -> Element:
        made, properties = paragraph("BodyText")
        body, above = self._style.text.body, self._above
        if body.follow and above is not None and above.indent.amount:
            indent(properties, character(self._style, body.size), {"left": above.indent.amount})
        run(made, block.text)
        return made

    def _heading(self, heading: Heading) -> Element:
        depth = self._depth(heading.level)
        self._above = self._style.level(depth)
        made, properties = paragraph(heading_id(depth))
        typed = ""
        if heading.number is None:
            self._unlisted(properties, depth)
        else:
            typed = self._number(properties, depth, heading.number, linked=True)
        run(made, typed + heading.text)
        return made

    def _item(self, item: Item) -> Element:
        depth = self._depth(item.level)
        # What follows an item may belong to it or close the section: it stands as usual.
        self._above = None
        made, properties = paragraph(item_id(depth))
        typed = self._number(properties, depth, item.number, linked=False)
        lead, text = item.lead, item.text
        if lead:
            # The number takes its font from the paragraph mark.
            mark = put(properties, "rPr")
            put(mark, "rStyle", val=lead_id(depth))
            run(made, typed + lead, lead_id(depth))
        if text or not lead:
            run(made, text if lead else typed + text)
        return made

    def _number(self, properties: Element, depth: int, number: int, *, linked: bool) -> str:
        """The number as text where it has to be typed; otherwise the list does it.

        Args:
            properties: Of the paragraph.
            depth: Level, 1-based.
            number: What is to be printed.
            linked: The style is in the first list instance by itself.
        """
        level = self._style.level(depth)
        if level.typed_from and number >= level.typed_from:
            self._unlisted(properties, depth)
            return label(self._style.numbering, depth, number)
        instance = self._counters.place(depth, number)
        if instance != 1 or not linked:
            linked_list(properties, instance, depth)
        return ""

    def _unlisted(self, properties: Element, depth: int) -> None:
        """Takes a paragraph out of the list; LibreOffice then forgets the indents of its style."""
        level = self._style.level(depth)
        linked_list(properties, NONE, depth)
        indent(properties, character(self._style, level.size), level_indent(level))

    def _depth(self, level: int) -> int:
        return min(level, len(self._style.numbering))


def _head(document: Document, style: Style) -> Iterator[Element]:
    language = document.properties.language
    title, _ = paragraph("Title")
    run(title, in_rows(document.title, style, style.text.title, language))
    yield title
    if document.note:
        note, _ = paragraph("Subtitle")
        run(note, in_rows(f"（{document.note}）", style, style.text.note, language))
        yield note
    if document.addressees:
        addressees, _ = paragraph("Salutation")
        run(addressees, document.addressees)
        yield addressees
