"""Tables as wide as the text block, upright or on its side."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .columns import figure_insets, widths
from .oxml import add, element, put, run, written
from .paragraphs import Paragraph, having, paragraph, plain
from .styles_part import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.document.tree import Table
    from planforge.styles import Style

_HEAD: Final = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_BODY: Final = "<w:trPr><w:cantSplit/></w:trPr>"


class _Cell(Struct, frozen=True):
    """What all cells of a column have in common, as text.

    Attributes:
        properties: Of the cell.
        line: Properties of its paragraphs.
        kept: The same, for those kept on one page with what follows.
    """

    properties: str
    line: str
    kept: str


def table(content: Table, style: Style, *, turned: bool = False) -> Iterator[Paragraph | Grid]:
    """The caption, if there is one, and the table; its header row is repeated on every page.

    Args:
        content: The table.
        style: How it is printed.
        turned: Whether it stands on a page on its side.
    """
    if content.caption:
        caption = paragraph("Caption")
        caption.run(content.caption)
        yield caption
    yield Grid(content, style, style.page.block_height if turned else style.page.block_width)


class Grid:
    """``w:tbl``.

    Args:
        content: What stands in it.
        style: How it is printed.
        total: Its width in twips.
    """

    def __init__(self, content: Table, style: Style, total: int) -> None:
        self._content = content
        self._sizes = widths(content, total, style)
        self._insets = figure_insets(content, self._sizes, style)
        self._is_kept = False

    def keep_with_next(self) -> None:
        """Keep its last row on one page with what follows."""
        self._is_kept = True

    def xml(self) -> Iterator[str]:
        """The table as text, row by row: a long one would take much room as a whole."""
        titles = tuple(column.title for column in self._content.columns)
        head = [_cell(size, "TableHead", "left", 0) for size in self._sizes]
        columns = zip(self._sizes, self._content.columns, self._insets, strict=True)
        cells = [_cell(size, "TableText", column.align, inset) for size, column, inset in columns]
        yield f"<w:tbl>{_opening(self._content.caption, titles, self._sizes)}"
        last = (_HEAD, head, titles)
        for texts in self._content.rows:
            yield _row(*last)
            last = (_BODY, cells, texts)
        yield f"{_row(*last, kept=self._is_kept)}</w:tbl>"


# Plan after plan has the same tables.
@lru_cache(maxsize=64)
def _opening(caption: str, titles: tuple[str, ...], sizes: tuple[int, ...]) -> str:
    """What stands before the rows."""
    properties = element("tblPr")
    put(properties, "tblStyle", val=TABLE)
    put(properties, "tblW", w=sum(sizes), type="dxa")
    # Centred in the block: programs disagree whether the border or the text meets the margin.
    put(properties, "jc", val="center")
    put(properties, "tblLayout", type="fixed")
    put(
        properties,
        "tblLook",
        val="0620",
        firstRow=1,
        lastRow=0,
        firstColumn=0,
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )
    put(properties, "tblCaption", val=caption or "、".join(titles))
    put(properties, "tblDescription", val="、".join(titles))
    columns = element("tblGrid")
    for size in sizes:
        add(columns, "gridCol", w=size)
    return written(properties) + written(columns)


@lru_cache(maxsize=64)
def _cell(size: int, style: str, align: str, inset: int) -> _Cell:
    cell = element("tcPr")
    add(cell, "tcW", w=size, type="dxa")
    add(cell, "vAlign", val="center")
    line = plain(style)
    if inset:
        line = having(line, "ind", right=inset)
    if align != "left":
        line = having(line, "jc", val=align)
    return _Cell(written(cell), line.text, having(line, "keepNext").text)


def _row(
    properties: str, cells: Sequence[_Cell], texts: Sequence[str], *, kept: bool = False
) -> str:
    filled = (
        f"<w:tc>{cell.properties}{_lines(cell.kept if kept else cell.line, text)}</w:tc>"
        for cell, text in zip(cells, texts, strict=True)
    )
    return f"<w:tr>{properties}{''.join(filled)}</w:tr>"


def _lines(properties: str, text: str) -> str:
    """Every line of a cell is a paragraph."""
    return "".join(
        f"<w:p>{properties}{run(line) if line else ''}</w:p>" for line in text.split("\n")
    )
