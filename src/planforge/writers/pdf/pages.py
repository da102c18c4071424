"""What stands where in a PDF: every glyph with its font, in the order in which it is read."""

from __future__ import annotations

import io
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from .structure import Mark, places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pdfminer.layout import LTPage
    from pdfminer.pdffont import PDFFont
    from pdfminer.psparser import PSLiteral
    from pdfminer.utils import Matrix

ARTIFACT: Final = "Artifact"
"""The tag of what is no part of the text: page numbers, repeated table heads."""

_TAG_LENGTH: Final = 7
"""A font that is embedded in part has six letters and a plus before its name."""


class Glyph(Struct, frozen=True):
    """One glyph. Lengths are points from the upper left corner of the page.

    Attributes:
        text: What it means: usually one character.
        font: PostScript name of its font.
        size: Of the font, in points.
        left: Where it begins.
        right: Where the next one begins, without what is added between characters.
        baseline: The line it stands on.
        artifact: It is no part of the text.
        upright: It is not turned.
        place: Of its paragraph in the text, when all are counted.
    """

    text: str
    font: str
    size: float
    left: float
    right: float
    baseline: float
    artifact: bool
    upright: bool
    place: int = 0


class Page(Struct, frozen=True):
    """One page; lengths in points."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]


def read(data: bytes) -> tuple[Page, ...]:
    """The pages of a PDF, glyphs in the order in which they were drawn."""
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    resources = PDFResourceManager()
    device = _Device(resources, places(document))
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.create_pages(document):
        interpreter.process_page(page)
    return tuple(device.pages)


def text(pages: Iterable[Page]) -> Iterator[Glyph]:
    """The glyphs of the text as they stand on the pages, from top to bottom.

    Glyphs that the font lacks are drawn behind the others of their row, so each row is put in
    order from left to right.
    """
    for page in pages:
        glyphs = (glyph for glyph in page.glyphs if not glyph.artifact)
        for _baseline, row in groupby(glyphs, key=attrgetter("baseline")):
            yield from sorted(row, key=attrgetter("left"))


class _Tag(Struct, frozen=True):
    """A stretch that is being drawn: what it is, and the place of its paragraph in the text."""

    name: str
    place: int


class _Device(PDFLayoutAnalyzer):
    """Collects the glyphs of every page."""

    def __init__(self, resources: PDFResourceManager, found: Mapping[Mark, int]) -> None:
        super().__init__(resources, laparams=None)
        self.pages: list[Page] = []
        self._places = found
        self._page: Any = 0
        self._glyphs: list[Glyph] = []
        self._tags: list[_Tag] = []
        self._height = 0.0

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        super().begin_page(page, ctm)
        self._page = page.pageid
        self._glyphs = []
        self._height = self.cur_item.height

    def receive_layout(self, ltpage: LTPage) -> None:
        self.pages.append(Page(ltpage.width, ltpage.height, tuple(self._glyphs)))

    def begin_tag(self, tag: PSLiteral, props: Any = None) -> None:
        number = props.get("MCID") if isinstance(props, dict) else None
        above = self._tags[-1].place if self._tags else 0
        place = above if number is None else self._places.get(Mark(self._page, number), above)
        self._tags.append(_Tag(str(tag.name), place))

    def end_tag(self) -> None:
        self._tags.pop()

    def render_char(  # noqa: PLR0913, PLR0917  the interface of the reader
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        try:
            meaning = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            meaning = "\ufffd"
        item = LTChar(
            matrix,
            font,
            fontsize,
            scaling,
            rise,
            meaning,
            font.char_width(cid),
            font.char_disp(cid),
            ncs,
            graphicstate,
        )
        self._glyphs.append(
            Glyph(
                meaning,
                _without_tag(str(font.fontname)),
                item.size,
                item.x0,
                item.x1,
                round(self._height - matrix[5], 2),
                any(tag.name == ARTIFACT for tag in self._tags),
                item.upright,
                self._tags[-1].place if self._tags else 0,
            )
        )
        return item.adv


def _without_tag(name: str) -> str:
    return name[_TAG_LENGTH:] if name[_TAG_LENGTH - 1 : _TAG_LENGTH] == "+" else name
