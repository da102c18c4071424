"""A paragraph as it was read, and the lines that it becomes when the whole document is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import replace

from planforge.ooxml.properties import number, on
from planforge.ooxml.style_names import is_contents
from planforge.readers.joining import between
from planforge.readers.line import Line

from .words import PAGE, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.readers.line import Cell

TITLE: Final = "title"
_LONGEST_TITLE: Final = 100
_ARRANGED: Final = frozenset((TITLE, "subtitle"))
FONT: Final = "rFonts.eastAsia"
_BREAK: Final = re.compile("[\n\f]")
_HEADING_FONT: Final = re.compile(
    "黑体|黑體|[小大]标宋|[小大]標宋|中宋|楷|雅黑|正黑|hei|kai|zhongsong|sans cjk", re.IGNORECASE
)
# What stands around the number of a page: 第 1 页 共 3 页, — 1 —, 1/3.
_AROUND_PAGE: Final = re.compile(
    rf"[-—–·\s]*(?:第\s*|共\s*|page\s*|/\s*|of\s*)?{PAGE}(?:\s*[页頁])?[-—–·\s，,]*", re.IGNORECASE
)
_DEFAULT_SIZE: Final = 20


class Record(Struct):
    """A paragraph as it was read.

    Attributes:
        number: Number of the paragraph.
        pieces: Its text.
        label: Its number in a list.
        level: Level as a heading; 0 for none.
        depth: Level in its list, 1-based; 0 for none.
        style: Name of its style.
        centred: It stands in the middle.
        cell: Its place in a table.
        part: The part of the document.
    """

    number: int
    pieces: list[Piece] = field(default_factory=list)
    label: str = ""
    level: int = 0
    depth: int = 0
    style: str = ""
    centred: bool = False
    cell: Cell | None = None
    part: str = ""

    @property
    def text(self) -> str:
        """Everything in it."""
        return "".join(piece.text for piece in self.pieces)

    def drop_contents(self) -> bool:
        """Take out what belongs to a table of contents; whether that was all there was."""
        kept = [one for one in self.pieces if one.contents is None or not one.contents.closed]
        if is_contents(self.style):
            kept = []
        dropped = bool(self.text.strip()) and not "".join(one.text for one in kept).strip()
        if len(kept) < len(self.pieces):
            self.pieces = kept
        return dropped

    def lines(self, body_font: str) -> Iterator[Line]:
        """The lines of the paragraph; one of a page number alone gives none.

        Args:
            body_font: The font of most of the text.
        """
        rows = list(_rows(self._without_pages()))
        if not rows and any(PAGE in piece.text for piece in self.pieces):
            return
        if self._is_one_line():
            rows = [_joined(rows)]
        label, level, continues = self.label, self.level, False
        first = next((place for place, row in enumerate(rows) if _text(row).strip()), 0)
        for row in rows[first:] or [[]]:
            yield Line(
                self.number,
                _text(row),
                label,
                level,
                _is_strong(row, body_font),
                self.cell,
                self.part,
                self.depth,
                self.style,
                self.centred,
                _size(row),
                continues,
            )
            label, continues = "", True

    def _is_one_line(self) -> bool:
        """Whether its line breaks only arrange it: those of headings, titles and the like."""
        if self.level or self.style in _ARRANGED:
            return True
        text = self.text
        sentences = text.count("。") + text.count("；")
        return self.centred and self.cell is None and len(text) <= _LONGEST_TITLE and not sentences

    def _without_pages(self) -> list[Piece]:
        text = self.text
        if PAGE not in text:
            return self.pieces
        kept = [True] * len(text)
        pattern = _AROUND_PAGE if self.part in {"header", "footer"} else re.compile(PAGE)
        for found in pattern.finditer(text):
            kept[found.start() : found.end()] = [False] * (found.end() - found.start())
        pieces, place = [], 0
        for piece in self.pieces:
            end = place + len(piece.text)
            words = "".join(c for c, keep in zip(piece.text, kept[place:end], strict=True) if keep)
            if words:
                pieces.append(replace(piece, text=words))
            place = end
        return pieces


def body_font(records: list[Record]) -> str:
    """The font that most of the text of the body is in."""
    counts: dict[str, int] = {}
    for record in records:
        if not record.part and not record.level:
            for piece in record.pieces:
                font = piece.look.get(FONT, "")
                counts[font] = counts.get(font, 0) + len(piece.text)
    return max(counts, key=counts.__getitem__, default="")


def _rows(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each line; none where there are no pieces."""
    row: list[Piece] = []
    for piece in pieces:
        first, *more = _BREAK.split(piece.text)
        row.append(replace(piece, text=first))
        for text in more:
            yield row
            row = [replace(piece, text=text)]
    if row:
        yield row


def _joined(rows: list[list[Piece]]) -> list[Piece]:
    """The lines of a heading in one; Latin words stay apart."""
    joined: list[Piece] = []
    for row in rows:
        if blank := between(_text(joined), _text(row)):
            joined.append(replace(row[0], text=blank))
        joined += row
    return joined


def _text(row: list[Piece]) -> str:
    return "".join(piece.text for piece in row)


def _is_strong(row: list[Piece], body: str) -> bool:
    words = [piece.look for piece in row if piece.text.strip()]
    return bool(words) and all(
        on(look, "b") or (look.get(FONT, "") != body and _is_for_headings(look.get(FONT, "")))
        for look in words
    )


def _is_for_headings(font: str) -> bool:
    return _HEADING_FONT.search(font) is not None


def _size(row: list[Piece]) -> float:
    words = (piece.look for piece in row if piece.text.strip())
    first = next(words, None)
    return 0 if first is None else number(first.get("sz"), _DEFAULT_SIZE) / 2
