"""What stands where in a PDF: every glyph with its font, in the order in which it is read."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pdfminer.layout import LTPage
    from pdfminer.pdffont import PDFFont
    from pdfminer.psparser import PSLiteral
    from pdfminer.utils import Matrix

ARTIFACT: Final = "Artifact"
"""The tag of what is no part of the text: page numbers, repeated table heads."""

_TAG_LENGTH: Final = 7
"""A font that is embedded in part has six letters and a plus before its name."""


class Glyph(NamedTuple):
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
    """

    text: str
    font: str
    size: float
    left: float
    right: float
    baseline: float
    artifact: bool
    upright: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page; lengths in points."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]


def read(data: bytes) -> tuple[Page, ...]:
    """The pages of a PDF, glyphs in the order in which they were drawn."""
    resources = PDFResourceManager()
    device = _Device(resources)
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.get_pages(io.BytesIO(data)):
        interpreter.process_page(page)
    return tuple(device.pages)


def text(pages: Iterable[Page]) -> Iterator[Glyph]:
    """The glyphs of the text, in the order of reading.

    Glyphs that the font lacks are drawn behind the others of their row, so each row is put in
    order from left to right.
    """
    for page in pages:
        glyphs = (glyph for glyph in page.glyphs if not glyph.artifact)
        for _baseline, row in groupby(glyphs, key=attrgetter("baseline")):
            yield from sorted(row, key=attrgetter("left"))


class _Device(PDFLayoutAnalyzer):
    """Collects the glyphs of every page."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources, laparams=None)
        self.pages: list[Page] = []
        self._glyphs: list[Glyph] = []
        self._tags: list[str] = []
        self._height = 0.0

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        super().begin_page(page, ctm)
        self._glyphs = []
        self._height = self.cur_item.height

    def receive_layout(self, ltpage: LTPage) -> None:
        self.pages.append(Page(ltpage.width, ltpage.height, tuple(self._glyphs)))

    def begin_tag(self, tag: PSLiteral, props: Any = None) -> None:  # noqa: ARG002  the interface of the reader
        self._tags.append(str(tag.name))

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
                ARTIFACT in self._tags,
                item.upright,
            )
        )
        return item.adv


def _without_tag(name: str) -> str:
    return name[_TAG_LENGTH:] if name[_TAG_LENGTH - 1 : _TAG_LENGTH] == "+" else name


def fonts_of(glyphs: Sequence[Glyph]) -> frozenset[str]:
    """The PostScript names of the fonts in use."""
    return frozenset(glyph.font for glyph in glyphs)
