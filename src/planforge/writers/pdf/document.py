"""A PDF from the tree and a page style."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from planforge.check.reading import read as read_word
from planforge.errors import UserError
from planforge.language import _
from planforge.office import to_pdf
from planforge.ooxml.package import Package
from planforge.writers import docx
from planforge.writers.rendered import Rendered

from . import contents, font_report, settled
from .letters import folded, of_paragraph, require_same
from .render_copy import render_copy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.document.tree import Document
    from planforge.styles import Style

READER: Final = "pdfminer"
# Quoted, because brackets mean something to shells.
EXTRA: Final = '"planforge[pdf]"'


def write(document: Document, style: Style) -> Rendered:
    """The PDF of the Word document, with a report of the fonts in it.

    The same document, style, fonts and version of LibreOffice give the same bytes.

    Raises:
        UserError: LibreOffice or the package that reads PDF is missing, no PDF was made, or it
            says something else than the Word document.
    """
    return from_word([docx.write(document, style)], style)[0]


def from_word(documents: Sequence[bytes], style: Style) -> tuple[Rendered, ...]:
    """The PDF of each Word document that planforge wrote, all in one start of LibreOffice.

    Args:
        documents: Word documents.
        style: The style of all of them.

    Raises:
        UserError: As in `write`.
    """
    if find_spec(READER) is None:
        raise UserError(
            _("a PDF is compared with the Word document, but {name} is missing").format(
                name=READER
            ),
            _("run: pip install {names}").format(names=EXTRA),
        )
    made = to_pdf([render_copy(word) for word in documents], style.fonts.values())
    return tuple(_checked(*pair, style) for pair in zip(documents, made, strict=True))


def _checked(word: bytes, pdf: bytes, style: Style) -> Rendered:
    from .pages import read  # the package it needs may be missing

    document = read_word(Package("", word), style)
    asked = [letter for one in document.paragraphs for letter in folded(of_paragraph(one))]
    # Only the PDF knows the page numbers of a table of contents.
    first = contents.first_page(document)
    printed = contents.printed(read(pdf))
    used = [
        one.letter for one in contents.without_numbers(contents.lines(document), printed, first)
    ]
    require_same(asked, used)
    notices = font_report.notices(zip(asked, used, strict=True), style)
    return Rendered.with_notices(settled.settled(pdf), notices)
