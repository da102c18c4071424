"""The page numbers of a table of contents: the Word document leaves them open, the PDF has them."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.errors import UserError
from planforge.language import _
from planforge.ooxml.properties import PREFIX, child, number, value

from .letters import Letter, folded, of_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planforge.check.document import Document, Paragraph

    from .pages import Glyph, Page

LEADER: Final = "."
"""What leads from a line to its number."""

_REFERENCE: Final = "PAGEREF"


class Printed(Struct, frozen=True):
    """A letter of a PDF.

    Attributes:
        letter: The letter.
        page: 1-based.
        glyph: What was printed.
    """

    letter: Letter
    page: int
    glyph: Glyph


class Line(Struct, frozen=True):
    """A line of a table of contents.

    Attributes:
        words: What it says.
        end: How many letters of the document stand before its page number.
        target: How many stand before what it leads to.
    """

    words: str
    end: int
    target: int


def printed(pages: Iterable[Page]) -> list[Printed]:
    """The letters of a PDF in the order of reading."""
    from .pages import text  # the package it needs may be missing

    drawn = [
        Printed(letter, page, glyph)
        for page, one in enumerate(pages, 1)
        for glyph in text([one])
        for letter in folded([(glyph.text, glyph.font)])
    ]
    # What is drawn on two pages belongs together.
    return sorted(drawn, key=lambda one: one.glyph.place)


def lines(document: Document) -> tuple[Line, ...]:
    """The lines with a page number, in the order of the document."""
    lengths = [len(folded(of_paragraph(one))) for one in document.paragraphs]
    ends = list(accumulate(lengths))
    starts = {
        value(mark, "name"): end - length
        for one, end, length in zip(document.paragraphs, ends, lengths, strict=True)
        for mark in one.element.iter(f"{PREFIX}bookmarkStart")
    }
    return tuple(
        Line(one.words, end, starts[name])
        for one, end in zip(document.paragraphs, ends, strict=True)
        for name in _named(one)
        if name in starts
    )


def _named(one: Paragraph) -> Iterator[str]:
    """The bookmarks whose page a paragraph gives."""
    for said in one.element.iter(f"{PREFIX}instrText"):
        words = (said.text or "").split()
        if words[:1] == [_REFERENCE]:
            yield from words[1:2]


def without_numbers(
    listed: Sequence[Line], letters: Sequence[Printed], first: int | None = 1
) -> list[Printed]:
    """The letters of a PDF without the numbers in its table of contents, which are right.

    Args:
        listed: The lines that have numbers.
        letters: All letters.
        first: The number of the first page; ``None`` where pages have no Arabic figures.

    Raises:
        UserError: A number is not that of the page where the heading stands.
    """
    left: list[Printed] = []
    said: list[str] = []
    place = 0
    for line in listed:
        taken = line.end - len(left)
        left += letters[place : place + taken]
        place += taken
        behind = _rest_of_row(letters, place)
        said.append("".join(one.letter.character for one in letters[place:behind]))
        place = behind
    left += letters[place:]
    for line, shown in zip(listed, said, strict=True):
        page = left[line.target].page if line.target < len(left) else 0
        _require(line, shown.strip(LEADER), page, first)
    return left


def _rest_of_row(letters: Sequence[Printed], place: int) -> int:
    """Where the row ends that the line began; or the next row, where the line filled its own."""

    def row(at: int) -> tuple[int, float] | None:
        return (letters[at].page, letters[at].glyph.baseline) if at < len(letters) else None

    mine = row(place - 1) if place else None
    mine = mine if row(place) == mine else row(place)
    while place < len(letters) and row(place) == mine:
        place += 1
    return place


def _require(line: Line, shown: str, page: int, first: int | None) -> None:
    if first is None and shown:
        return
    number = str(page - 1 + (first or 1))
    if shown != number:
        raise UserError(
            _("the table of contents says {shown} for {words}, which is on page {number}").format(
                shown=shown or _("nothing"), words=line.words, number=number
            ),
            _("save the Word document as PDF in Word or WPS, and report this"),
        )


def first_page(document: Document) -> int | None:
    """The number of the first page, which a Word file of the user may set.

    ``None`` where pages have no Arabic figures.
    """
    said = child(document.sections[0].element, "pgNumType")
    return number(value(said, "start"), 1) if value(said, "fmt", "decimal") == "decimal" else None
