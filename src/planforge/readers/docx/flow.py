"""Walks through a Word file in the order in which it is read, and counts what Word counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.ooxml import tables
from planforge.ooxml.cascade import TableLook
from planforge.ooxml.content import held
from planforge.ooxml.properties import PREFIX, child, local, on
from planforge.ooxml.style_names import outline_level
from planforge.readers.decoding import MOST_LINES, too_large
from planforge.readers.line import Cell
from planforge.readers.result import Loss

from .grid import cells
from .record import TITLE, Record
from .symbols import bullet
from .words import Content, Piece, Words, mark

if TYPE_CHECKING:
    from collections import Counter

    from lxml.etree import _Element as Element

    from planforge.ooxml.cascade import Cascade, Numbered
    from planforge.ooxml.properties import Properties

    from .grid import GridCell
    from .notes import Notes

_TITLES: Final = frozenset(("title", "标题", "標題"))
# Our own styles for the head and the foot of an issued document.
_EDGES: Final = {
    "issue mark": "header",
    "issue number": "header",
    "issue signer": "header",
    "imprint": "footer",
}
_NO_TABLE: Final = TableLook()


class Flow:
    """The paragraphs of a document in their order.

    Args:
        path: The file as the user named it.
        cascade: How properties come together.
        losses: Where to count what is left out.
        notes: Footnotes and endnotes.

    Attributes:
        records: What was read so far.
    """

    def __init__(self, path: str, cascade: Cascade, losses: Counter[Loss], notes: Notes) -> None:
        self.records: list[Record] = []
        self._path = path
        self._cascade = cascade
        self._losses = losses
        self._notes = notes
        self._words = Words(cascade, losses)
        self._number = 0
        self._tables = 0
        self._part = ""
        self._carried: list[Piece] = []

    def body(self, body: Element) -> None:
        """Read the text itself.

        Raises:
            UserError: There are more paragraphs than anybody writes.
        """
        self._blocks(body, None, _NO_TABLE)

    def edge(self, part: Element, kind: str) -> list[Record]:
        """What stands in a header or footer."""
        outer, self.records = self.records, []
        number, self._number = self._number, 0
        self._apart(part, kind)
        found, self.records, self._number = self.records, outer, number
        return found

    def _apart(self, element: Element, part: str) -> None:
        """Read what is no part of the flow; its paragraphs do not count."""
        outer, self._part = self._part, self._part or part
        number, carried, self._carried = self._number, self._carried, []
        self._blocks(element, None, _NO_TABLE)
        self._part, self._number, self._carried = outer, number, carried

    def _blocks(self, element: Element, cell: Cell | None, look: TableLook) -> None:
        for block in held(element):
            name = local(block)
            if name == "p":
                self._paragraph(block, cell, look)
            elif name == "tbl":
                self._table(block)
            elif name == "altChunk":
                self._losses[Loss.EMBEDDED] += 1
        if self._carried:
            self.records.append(Record(self._number, self._carried, cell=cell, part=self._part))
            self._carried = []

    def _table(self, element: Element) -> None:
        table = self._tables
        self._tables += 1
        first, other = tables.looks(element)
        for cell in cells(element):
            place = Cell(table, cell.row, cell.column, max(cell.down, 1), cell.across)
            if cell.deleted or not cell.down:
                self._unseen(cell)
            else:
                self._blocks(cell.element, place, other if cell.row else first)

    def _unseen(self, cell: GridCell) -> None:
        """Count the paragraphs of a cell that nobody sees."""
        if not self._part:
            self._number += _paragraphs(cell.element)
        words = any((one.text or "").strip() for one in cell.element.iter(f"{PREFIX}t"))
        self._losses[Loss.DELETED if cell.deleted else Loss.HIDDEN] += words

    def _paragraph(self, element: Element, cell: Cell | None, look: TableLook) -> None:
        if not self._part:
            self._number += 1
        direct = self._cascade.direct(child(element, "pPr"))
        style = self._cascade.style_of(direct)
        content = self._words.read(element, style, look)
        pieces = [*self._carried, *content.pieces]
        self._carried = []
        said = mark(element)
        if child(said, "del") is not None or child(said, "moveFrom") is not None:
            # The paragraph goes on in the next one.
            self._carried = pieces
            self._attached(content)
            return
        if not pieces and said is not None and self._is_hidden(said, style, look):
            self._attached(content)
            return
        properties, numbered = self._cascade.paragraph(direct, look)
        one = Record(self._number, pieces, cell=cell, part=self._part)
        self._describe(one, direct, style, properties)
        if numbered is not None:
            one.label, one.depth = self._label(numbered), numbered.depth + 1
        self.records.append(one)
        if len(self.records) > MOST_LINES:
            raise too_large(self._path)
        self._attached(content)

    def _describe(
        self, one: Record, direct: Properties, style: str, properties: Properties
    ) -> None:
        chain = self._cascade.styles.chain(style, "paragraph")
        one.level = outline_level(direct, chain)
        if not one.level and any(named.name in _TITLES for named in chain):
            one.style = TITLE
        elif chain:
            one.style = chain[-1].name
        one.centred = properties.get("jc") == "center"
        one.part = one.part or _EDGES.get(one.style, "")

    def _label(self, numbered: Numbered) -> str:
        lists = self._cascade.lists
        label = lists.count(numbered.instance, numbered.depth)
        level = lists.level(numbered.instance, numbered.depth)
        if level is not None and level.format == "bullet":
            return bullet(level.font, level.pattern)
        return label.strip()

    def _is_hidden(self, said: Element, style: str, look: TableLook) -> bool:
        return on(self._cascade.run(self._cascade.direct(said), style, look), "vanish")

    def _attached(self, content: Content) -> None:
        for box in content.boxes:
            self._apart(box, "textbox")
        if self._part not in {"header", "footer"}:
            # There they are watermarks.
            for words in content.art:
                self.records.append(Record(self._number, [Piece(words, {}, None)], part="textbox"))
        for kind, identity in content.notes:
            if (note := self._notes.take(kind, identity)) is not None:
                self._apart(note, kind)


def _paragraphs(element: Element) -> int:
    """How many paragraphs a cell holds, those of tables in it included."""
    count = 0
    for one in held(element):
        if local(one) == "p":
            count += 1
        elif local(one) in {"tbl", "tr", "tc"}:
            count += _paragraphs(one)
    return count
