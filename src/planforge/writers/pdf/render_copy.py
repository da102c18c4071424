"""The copy of a Word document that LibreOffice prints."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

from planforge.ooxml.package import Package
from planforge.writers.docx.oxml import qualified, xml
from planforge.writers.docx.package import packed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

CONTENTS: Final = "TOC"
_PAGE: Final = b"PAGEREF"
_MARKS: Final = (qualified("fldChar"), qualified("instrText"))


@dataclass(slots=True)
class _Field:
    """A field that has begun.

    Attributes:
        marks: What is no part of its result.
        instruction: What it says.
    """

    marks: list[Element] = field(default_factory=list)
    instruction: str = ""


def render_copy(word: bytes) -> bytes:
    """The document without the field around its table of contents; all lines stay.

    LibreOffice takes what stands in that field for text, page numbers too. Without it, it knows
    the page numbers for references to headings and computes them.
    """
    main = Package("", word).main
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if _PAGE not in parts[main]:
        return word
    tree = etree.fromstring(parts[main])
    for found in list(_fields(tree)):
        if found.instruction.split()[:1] == [CONTENTS]:
            for mark in found.marks:
                parent = mark.getparent()
                assert parent is not None
                parent.remove(mark)
    return packed(parts | {main: xml(tree)})


def _fields(tree: Element) -> Iterator[_Field]:
    """The fields, inner ones before those around them."""
    begun: list[_Field] = []
    for mark in tree.iter(*_MARKS):
        kind = mark.get(qualified("fldCharType"))
        if kind == "begin":
            begun.append(_Field())
        if not begun:
            continue
        begun[-1].marks.append(mark)
        begun[-1].instruction += mark.text or ""
        if kind == "end":
            yield begun.pop()
