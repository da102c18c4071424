"""``word/document.xml``: the tree as paragraphs and tables."""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from planforge.document.contents import DEEPEST, entries
from planforge.document.numbering import label
from planforge.document.tree import Attachment, Chart, Heading, Item, Table

from . import closing, tables
from .arrangement import Piece, arranged, settled
from .columns import needs_turning
from .contents import bookmark, contents, on_a_page_of_its_own
from .measures import character, in_rows, indent, indents
from .notice import imprint, notice_part, plain_imprint
from .numbering_counters import Counters
from .numbering_part import NONE, level_indent, linked_list
from .oxml import DECLARATION, NAMESPACES, prepared, put
from .paragraphs import Paragraph, paragraph, plain
from .sections import imprint_section
from .styles_part import heading_id, item_id, lead_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

    from planforge.document import tree
    from planforge.document.tree import Block, Document
    from planforge.styles import Level, Style

    from .numbering_counters import Start
    from .oxml import Prepared

_INTRODUCES: Final = ("：", ":")
_TWIPS_IN_MM: Final = 1440 / 25.4

_DECLARED: Final = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
_OPENING: Final = f"{DECLARATION}<w:document {_DECLARED}><w:body>"
_CLOSING: Final = "</w:body></w:document>"


class Body:
    """The body of one document.

    Args:
        document: What is printed.
        style: How it is printed.

    Attributes:
        turned: Whether any page lies on its side; known after `part`.
        pictures: Parts with the pictures; known after `part`.
    """

    def __init__(self, document: Document, style: Style) -> None:
        self._document = document
        self._style = style
        self._counters = Counters()
        self._above: Level | None = None
        self._listed = 0
        self.turned = False
        self.pictures: dict[str, bytes] = {}

    def part(self) -> bytes:
        """The part; afterwards `starts` tells which lists it uses."""
        notice, figures = self._document.notice, self._style.letterhead
        pieces = settled(list(self._pieces()))
        self.turned = any(piece.turned for piece in pieces)
        if notice is None or figures is None:
            written = arranged(pieces, self._style)
        else:
            written = chain(
                arranged(pieces, self._style, is_followed=True),
                imprint(notice, self._style, figures),
                (imprint_section(self._style),),
            )
        return b"".join(text.encode() for text in chain((_OPENING,), written, (_CLOSING,)))

    @property
    def starts(self) -> tuple[Start, ...]:
        """The list instances behind the first."""
        return self._counters.starts

    def _pieces(self) -> Iterator[Piece]:
        document = self._document
        listed = tuple(entries(document, self._style.numbering))
        head = list(_head(document, self._style))
        if document.notice is not None:
            language = document.properties.language
            yield from map(Piece, notice_part(document.notice, self._style, language))
        if listed:
            before = list(contents(document.contents, listed))
            if document.notice is not None:
                on_a_page_of_its_own(before[0])
            on_a_page_of_its_own(head[0])
            yield from map(Piece, before)
        yield from (Piece(line, leads=True) for line in head)
        blocks = list(self._blocks(document.blocks))
        closing_lines = list(self._closing())
        if closing_lines and blocks:
            # A page never carries a signature alone (7.3.5.5).
            blocks[-1].block.keep_with_next()
        yield from blocks
        yield from (Piece(line, closes=True) for line in closing_lines)
        for attachment in document.attachments:
            self._above = None
            label_line, title = closing.attachment_head(
                attachment, self._style, document.properties.language
            )
            if attachment.title:
                self._list(title)
            yield from (Piece(label_line, leads=True), Piece(title, leads=True))
            yield from self._blocks(attachment.blocks)
        if document.notice is not None and self._style.letterhead is None:
            yield from (Piece(line, closes=True) for line in plain_imprint(document.notice))

    def _closing(self) -> Iterator[Paragraph]:
        yield from closing.attachment_note(self._document.attachment_note, self._style)
        if self._document.signature is not None:
            yield from closing.signature(self._document.signature, self._style)

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Piece]:
        for block in blocks:
            match block:
                case Table():
                    turned = self._is_turned(block)
                    made = tables.table(block, self._style, turned=turned)
                    yield from (Piece(one, turned=turned) for one in made)
                case Chart():
                    yield from map(Piece, self._chart(block))
                case Heading():
                    yield Piece(self._heading(block), leads=True)
                case Item():
                    yield Piece(self._item(block), leads=block.text.endswith(_INTRODUCES))
                case _:
                    yield Piece(self._paragraph(block), leads=block.text.endswith(_INTRODUCES))

    def _chart(self, block: Chart) -> tuple[Paragraph, Paragraph]:
        # Few plans have a chart, and its library is large.
        from planforge.writers.chart import draw

        from .pictures import FOLDER, picture

        drawn = draw(block, self._style.page.block_width / _TWIPS_IN_MM)
        number = len(self.pictures) + 1
        part = f"{FOLDER}/chart{number}.png"
        self.pictures[part] = drawn.png
        names = "；".join(row.name for row in block.rows)
        return picture(
            part,
            number,
            width=drawn.width,
            height=drawn.height,
            caption=block.caption,
            description=f"{block.caption}：{names}",
        )

    def _is_turned(self, table: Table) -> bool:
        match self._document.landscape:
            case "auto":
                return needs_turning(table, self._style)
            case said:
                return said == "yes"

    def _paragraph(self, block: tree.Paragraph) -> Paragraph:
        made = paragraph("BodyText")
        body, above = self._style.text.body, self._above
        if body.follow and above is not None and above.indent.amount:
            width = character(self._style, body.size)
            made.put("ind", **indents(width, {"left": above.indent.amount}))
        made.run(block.text)
        return made

    def _heading(self, heading: Heading) -> Paragraph:
        depth = self._depth(heading.level)
        self._above = self._style.level(depth)
        made = paragraph(heading_id(depth))
        typed = ""
        if heading.number is None or (typed := self._typed(depth, heading.number)):
            self._unlisted(made.properties, depth)
        elif (instance := self._counters.place(depth, heading.number)) != 1:
            # The style is in the first list instance by itself.
            linked_list(made.properties, instance, depth)
        made.run(typed + heading.text)
        if heading.level <= DEEPEST:
            self._list(made)
        return made

    def _list(self, heading: Paragraph) -> None:
        """Marks the next heading for the table of contents, where there is one."""
        if self._document.contents:
            self._listed += 1
            bookmark(heading, self._listed)

    def _item(self, item: Item) -> Paragraph:
        depth = self._depth(item.level)
        # What follows an item may belong to it or close the section: it stands as usual.
        self._above = None
        lead, text = item.lead, item.text
        typed = self._typed(depth, item.number)
        if typed:
            made = paragraph(item_id(depth))
            self._unlisted(made.properties, depth)
            if lead:
                _mark(made.properties, depth)
        else:
            instance = self._counters.place(depth, item.number)
            made = Paragraph(_item(depth, instance, lead=bool(lead)))
        if lead:
            made.run(typed + lead, lead_id(depth))
        if text or not lead:
            made.run(text if lead else typed + text)
        return made

    def _typed(self, depth: int, number: int) -> str:
        """The number as text where it has to be typed; empty where the list does it."""
        level = self._style.level(depth)
        if level.typed_from and number >= level.typed_from:
            return label(self._style.numbering, depth, number)
        return ""

    def _unlisted(self, properties: Element, depth: int) -> None:
        """Takes a paragraph out of the list; LibreOffice then forgets the indents of its style."""
        level = self._style.level(depth)
        linked_list(properties, NONE, depth)
        indent(properties, character(self._style, level.size), level_indent(level))

    def _depth(self, level: int) -> int:
        return min(level, len(self._style.numbering))


@lru_cache(maxsize=64)
def _item(depth: int, instance: int, *, lead: bool) -> Prepared:
    """The properties of a numbered paragraph."""
    properties = copy(plain(item_id(depth)).element)
    linked_list(properties, instance, depth)
    if lead:
        _mark(properties, depth)
    return prepared(properties)


def _mark(properties: Element, depth: int) -> None:
    """The number takes its font from the paragraph mark."""
    put(put(properties, "rPr"), "rStyle", val=lead_id(depth))


def _head(document: Document, style: Style) -> Iterator[Paragraph]:
    language = document.properties.language
    if document.notice is not None:
        plan = Attachment(document.notice.label, document.title, ())
        yield from closing.attachment_head(plan, style, language)
    else:
        title = paragraph("Title")
        title.run(in_rows(document.title, style, style.text.title, language))
        yield title
    if document.note:
        note = paragraph("Subtitle")
        note.run(in_rows(f"（{document.note}）", style, style.text.note, language))
        yield note
    if document.addressees:
        addressees = paragraph("Salutation")
        addressees.run(document.addressees)
        yield addressees
