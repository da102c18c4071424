"""Marks that Latin and Chinese share, in the copy of a Word document that is printed."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from planforge.ooxml.cascade import TableLook
from planforge.ooxml.opening import cascade, document_language
from planforge.ooxml.properties import child
from planforge.writers.docx.oxml import SHARED_MARKS, qualified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from planforge.ooxml.package import Package

_R: Final = qualified("r")
_R_PR: Final = qualified("rPr")
_T: Final = qualified("t")
_HINT: Final = qualified("hint")
_LATIN: Final = ("ascii", "hAnsi")


def set_in_chinese(tree: Element, package: Package) -> bool:
    """Gives “ ” … — that are told to be Chinese the Chinese font; whether there were any.

    Word does so by itself. LibreOffice takes such a mark for Latin behind a number or a letter.

    Args:
        tree: The text, which is changed.
        package: The document, which says what each run looks like.
    """
    rules = cascade(package, document_language(package))
    found = False
    for run in list(tree.iter(_R)):
        fonts = child(run, "rPr", "rFonts")
        if fonts is None or fonts.get(_HINT) != "eastAsia":
            continue
        paragraph = next(run.iterancestors(qualified("p")), None)
        style = rules.style_of(rules.direct(child(paragraph, "pPr")))
        look = rules.run(rules.direct(child(run, "rPr")), style, TableLook())
        chinese = look.get("rFonts.eastAsia", "")
        if chinese and chinese != look.get("rFonts.ascii", ""):
            found = True
            for piece in _pieces(run, chinese):
                run.addprevious(piece)
            parent = run.getparent()
            assert parent is not None
            parent.remove(run)
    return found


def _pieces(run: Element, chinese: str) -> Iterator[Element]:
    """The run in pieces that look the same, but for the marks."""
    empty = deepcopy(run)
    for one in list(empty):
        if one.tag != _R_PR:
            empty.remove(one)
    for one in run.iterchildren():
        if one.tag == _R_PR:
            continue
        # The marks are every second piece.
        texts = SHARED_MARKS.split(one.text or "") if one.tag == _T else [None]
        for number, text in enumerate(texts):
            if text == "":
                continue
            piece = deepcopy(empty)
            piece.append(deepcopy(one))
            if text is not None:
                piece[-1].text = text
                piece[-1].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            if number % 2:
                fonts = child(piece, "rPr", "rFonts")
                assert fonts is not None
                for name in _LATIN:
                    fonts.set(qualified(name), chinese)
            yield piece
