"""The paragraphs of a form, each with words for where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from planforge.language import _, mark
from planforge.writers.docx.oxml import qualified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from planforge.writers.docx.own import WordFile

SHOWN: Final = 20
"""Characters of a paragraph that are told."""

_P, _TR, _TC, _TBL = (qualified(name) for name in ("p", "tr", "tc", "tbl"))
_BOX: Final = qualified("txbxContent")
_WRITTEN: Final = {qualified("t"): "", qualified("tab"): "\t", qualified("br"): "\n"}
_PARTS: Final = {
    "header": mark("header"),
    "footer": mark("footer"),
    "footnotes": mark("footnote"),
}


class Spot(Struct, frozen=True):
    """One paragraph of a form.

    Attributes:
        where: Where it stands, in words.
        text: What it says.
        part: Name of its part.
        element: The paragraph.
        around: It and what it stands in, from the inside out.
        number: Its place in the order of the form.
    """

    where: str
    text: str
    part: str
    element: Element
    around: tuple[Element, ...]
    number: int = 0

    def of(self, prefix: str) -> Element | None:
        """The row, cell or paragraph that a tag with this prefix stands for."""
        tag = {"tr": _TR, "tc": _TC, "p": _P}.get(prefix, "")
        return next((one for one in self.around if one.tag == tag), None)

    @property
    def shown(self) -> str:
        """Where it stands, with its first words."""
        words = " ".join(self.text.split())
        cut = words[:SHOWN] + "…" if len(words) > SHOWN else words
        return _("{where} “{words}”").format(where=self.where, words=cut)


def spots(file: WordFile) -> Iterator[Spot]:
    """Every paragraph that can hold tags: of the text, headers, footers and footnotes."""
    for number, spot in enumerate(_spots(file)):
        yield replace(spot, number=number)


def _spots(file: WordFile) -> Iterator[Spot]:
    yield from _of_part(file.xml(file.main), file.main, "")
    for one in file.relationships(file.main):
        if one.kind in _PARTS and one.part:
            yield from _of_part(file.xml(one.part), one.part, _(_PARTS[one.kind]))


def text_of(element: Element) -> str:
    """What a paragraph, cell or row says, without the text boxes in it."""
    return "".join(
        (one.text or "") if one.tag == qualified("t") else _WRITTEN[str(one.tag)]
        for one in element.iter(*_WRITTEN)
        if not _in_box(one, element)
    )


def _in_box(one: Element, outer: Element) -> bool:
    above = one.getparent()
    while above is not None and above is not outer:
        if above.tag == _BOX:
            return True
        above = above.getparent()
    return False


def _of_part(root: Element, part: str, name: str) -> Iterator[Spot]:
    paragraphs = tables = 0
    last_table: Element | None = None
    for one in root.iter(_P):
        around = (one, *one.iterancestors())
        outer = [above for above in around if above.tag == _TBL]
        boxed = any(above.tag == _BOX for above in around)
        if outer and not boxed:
            if outer[-1] is not last_table:
                last_table = outer[-1]
                tables += 1
            where = _cell(around, outer[-1], tables)
        elif boxed:
            where = _("text box near paragraph {number}").format(number=paragraphs)
        else:
            paragraphs += 1
            where = _("paragraph {number}").format(number=paragraphs)
        where = _("{part}, {where}").format(part=name, where=where) if name else where
        yield Spot(where, text_of(one), part, one, around)


def _cell(around: tuple[Element, ...], table: Element, number: int) -> str:
    """The row and the cell of the outermost table."""
    rows = [one for one in around if one.tag == _TR and _owner(one, _TBL) is table]
    cells = [one for one in around if one.tag == _TC and _owner(one, _TBL) is table]
    return _("table {table}, row {row}, cell {cell}").format(
        table=number,
        row=_count(rows[0], _TR) if rows else "?",
        cell=_count(cells[0], _TC) if cells else "?",
    )


def _owner(one: Element, tag: str) -> Element | None:
    return next((above for above in one.iterancestors() if above.tag == tag), None)


def _count(one: Element, tag: str) -> int:
    """Its number among its brothers."""
    return 1 + sum(1 for _before in one.itersiblings(tag, preceding=True))
