"""The texts of one part of a Word file: its paragraphs, those of drawings, and cells of charts."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml.etree import _Element as Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
CX: Final = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"

_PARAGRAPHS: Final = (f"{W}p", f"{A}p")
_TEXTS: Final = frozenset({f"{W}t", f"{A}t", f"{M}t"})
# Tracked changes that take text away; what is moved stands again where it is moved to.
_GONE: Final = frozenset({f"{W}del", f"{W}moveFrom"})
# What stands between two pieces of text and ends a word.
_BREAKS: Final = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{A}br": "\n",
}
# The words that a chart draws on its axes and in its legend, and what holds them there and not
# numbers (ECMA-376 part 1, 21.2.2; newer kinds of charts: MS-ODRAWXML 2.24).
_CELLS: Final = {
    f"{C}v": frozenset({f"{C}strCache", f"{C}strLit", f"{C}lvl", f"{C}tx"}),
    f"{CX}pt": frozenset({f"{CX}strDim"}),
    f"{CX}v": frozenset({f"{CX}txData"}),
}
# What people read, or have read to them, that is no text of a paragraph.
_READ: Final = {
    f"{W}listItem": (f"{W}displayText",),
    f"{W}hyperlink": (f"{W}tooltip",),
    f"{A}hlinkClick": ("tooltip",),
    f"{WP}docPr": ("descr", "title"),
    f"{PIC}cNvPr": ("descr", "title"),
}
# Word itself makes no more.
_MOST_COLUMNS: Final = 63
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

Pieces = list["Element | str"]


def texts(root: Element) -> Iterator[Pieces]:
    """The pieces of every text of a part: elements that hold it, and the breaks between them."""
    for paragraph in root.iter(*_PARAGRAPHS):
        yield list(_pieces(paragraph))
    for cell in root.iter(*_CELLS):
        if any(one.tag in _CELLS[str(cell.tag)] for one in cell.iterancestors()):
            yield [cell]


def joined(pieces: Pieces) -> str:
    """The whole text that ``pieces`` hold."""
    return "".join(_words(piece) for piece in pieces)


def tables(root: Element) -> Iterator[list[list[str]]]:
    """The texts of the cells of every table, by rows; a cell counts for each column it covers."""
    for table in root.iter(f"{W}tbl"):
        yield [list(_cells(row)) for row in table.iterchildren(f"{W}tr")]


def _cells(row: Element) -> Iterator[str]:
    for cell in row.iter(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        yield "\n".join(joined(pieces) for pieces in texts(cell))
        covered = span.get(f"{W}val", "") if span is not None else ""
        yield from [""] * (min(int(covered), _MOST_COLUMNS) - 1 if covered.isdecimal() else 0)


def convert_texts(root: Element, convert: Callable[[Sequence[str]], list[str]]) -> None:
    """Convert every text of a part as a whole and lay it back over its pieces."""
    found = list(texts(root))
    wholes = list(map(joined, found))
    for pieces, whole, converted in zip(found, wholes, convert(wholes), strict=True):
        if converted != whole:
            _lay(pieces, whole, converted)


def convert_attributes(root: Element, convert: Callable[[Sequence[str]], list[str]]) -> None:
    """Convert the items of lists to choose from, the tips of links and what describes pictures."""
    found = [
        (element, attribute, element.get(attribute, ""))
        for element in root.iter(*_READ)
        for attribute in _READ[str(element.tag)]
        if element.get(attribute)
    ]
    converted = convert([value for _element, _attribute, value in found])
    for (element, attribute, value), new in zip(found, converted, strict=True):
        if new != value:
            element.set(attribute, new)


def _pieces(paragraph: Element) -> Iterator[Element | str]:
    """The texts of a paragraph in order, without those of paragraphs in boxes inside it."""
    for child in paragraph:
        if child.tag in _TEXTS:
            yield child
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _PARAGRAPHS and child.tag not in _GONE:
            yield from _pieces(child)


def _words(piece: Element | str) -> str:
    return piece if isinstance(piece, str) else piece.text or ""


def _lay(pieces: Pieces, whole: str, converted: str) -> None:
    place = _places(whole, converted)
    start = 0
    for piece in pieces:
        end = start + len(_words(piece))
        if not isinstance(piece, str):
            piece.text = converted[place[start] : place[end]]
            if piece.tag == f"{W}t":
                piece.set(_XML_SPACE, "preserve")
        start = end


def _places(old: str, new: str) -> list[int]:
    """For every offset of ``old`` the offset of ``new`` that stands for it."""
    if len(old) == len(new):
        return list(range(len(old) + 1))
    place = [0] * (len(old) + 1)
    for _what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for offset in range(a, b):
            place[offset] = min(c + offset - a, d)
    place[len(old)] = len(new)
    return place
