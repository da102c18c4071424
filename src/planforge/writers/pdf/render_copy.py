"""The copy of a Word document that LibreOffice prints."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct, field

from planforge.ooxml.package import Package
from planforge.writers.docx.oxml import qualified, xml
from planforge.writers.docx.package import packed

from .shared_marks import set_in_chinese

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

CONTENTS: Final = "TOC"
_MARKS: Final = (qualified("fldChar"), qualified("instrText"))


class _Field(Struct):
    """A field that has begun.

    Attributes:
        marks: What is no part of its result.
        instruction: What it says.
    """

    marks: list[Element] = field(default_factory=list)
    instruction: str = ""


def render_copy(word: bytes) -> bytes:
    """The document as LibreOffice has to read it so that it looks as Word shows it.

    The same bytes where nothing has to be changed.
    """
    package = Package("", word)
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    tree = etree.fromstring(parts[package.main])
    freed = _without_contents_field(tree)
    if not set_in_chinese(tree, package) and not freed:
        return word
    return packed(parts | {package.main: xml(tree)})


def _without_contents_field(tree: Element) -> bool:
    """Takes away the field around a table of contents, whose lines stay; whether there was one.

    LibreOffice takes what stands in that field for text, page numbers too. Without it, it knows
    the page numbers for references to headings and computes them.
    """
    fields = [one for one in _fields(tree) if one.instruction.split()[:1] == [CONTENTS]]
    for mark in (mark for one in fields for mark in one.marks):
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)
    return bool(fields)


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
