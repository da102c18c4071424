"""The words of a paragraph as Word shows them, with the look of each piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from msgspec import Struct

from planforge.ooxml.content import CHARACTERS, COMPATIBILITY, INLINE, branches
from planforge.ooxml.properties import PREFIX, child, local, on, value
from planforge.readers.result import Loss

from .boxes import boxes, pictures, word_art
from .fields import Field
from .symbols import shown

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from planforge.ooxml.cascade import Cascade, TableLook
    from planforge.ooxml.properties import Properties

PAGE: Final = "\0"
"""Stands for the number of a page; no XML can hold it."""

_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_WHITE: Final = " \t\r\n"
_ENDS: Final = str.maketrans(dict.fromkeys("\v\x1c\x1d\x1e\x85\u2028\u2029", "\n"))
_NOTES: Final = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


class Piece(Struct, frozen=True):
    r"""A stretch of text with one look.

    Attributes:
        text: Its characters; ``\n`` for line breaks, ``\f`` for those of pages and columns.
        look: Effective properties.
        contents: The table of contents that it belongs to; ``None`` for none.
    """

    text: str
    look: Properties
    contents: Field | None


class Content(Struct, frozen=True):
    """What a paragraph holds.

    Attributes:
        pieces: Its visible text.
        boxes: ``w:txbxContent`` of the text boxes that hang on it.
        art: Words drawn as pictures.
        notes: Kind and id of the notes that it refers to.
    """

    pieces: list[Piece]
    boxes: list[Element]
    art: list[str]
    notes: list[tuple[str, str]]


class Words:
    """Reads paragraphs in their order; fields may go on from one to the next.

    Args:
        cascade: How properties come together.
        losses: Where to count what is left out.
    """

    def __init__(self, cascade: Cascade, losses: Counter[Loss]) -> None:
        self._cascade = cascade
        self._losses = losses
        self._fields: list[Field] = []
        self._content = Content([], [], [], [])
        self._style = ""
        self._table: TableLook | None = None
        self._look: Properties = {}
        self._hidden = False

    def read(self, element: Element, style: str, table: TableLook) -> Content:
        """What a ``w:p`` holds.

        Args:
            element: The paragraph.
            style: Id of its style.
            table: What its table does to it.
        """
        self._content = Content([], [], [], [])
        self._style, self._table, self._hidden = style, table, False
        for open_field in self._fields:
            open_field.start = -1
        self._inside(element)
        return self._content

    def _inside(self, element: Element) -> None:
        for one in element:
            name = local(one)
            if name == "r":
                self._run(one)
            elif name == "fldSimple":
                self._simple(one)
            elif name in INLINE:
                self._inside(one)
            elif one.tag == COMPATIBILITY:
                for branch in branches(one):
                    self._inside(branch)
            elif isinstance(one.tag, str) and one.tag.startswith(_M):
                self._add("".join(text.text or "" for text in one.iter(f"{_M}t")))

    def _run(self, run: Element) -> None:
        assert self._table is not None
        direct = self._cascade.direct(child(run, "rPr"))
        self._look = self._cascade.run(direct, self._style, self._table)
        if not on(self._look, "vanish"):
            self._hidden = False
            self._parts(run)
            return
        # Fields are hidden as a whole; their beginning and end count all the same.
        for one in run:
            if local(one) in {"fldChar", "instrText"}:
                self._part(one)
        if any((one.text or "").strip() for one in run if local(one) == "t"):
            self._losses[Loss.HIDDEN] += not self._hidden
            self._hidden = True

    def _parts(self, run: Element) -> None:
        for one in run:
            self._part(one)

    def _part(self, one: Element) -> None:
        name = local(one)
        if name == "t":
            self._add(_text(one))
        elif name in CHARACTERS:
            self._add(CHARACTERS[name])
        elif name in self._STEPS:
            self._STEPS[name](self, one)
        elif name in _NOTES:
            self._content.notes.append((_NOTES[name], value(one, "id")))
        elif one.tag == COMPATIBILITY:
            for branch in branches(one):
                self._parts(branch)

    def _break(self, one: Element) -> None:
        self._add("\f" if value(one, "type") in {"page", "column"} else "\n")

    def _ruby(self, one: Element) -> None:
        base = child(one, "rubyBase")
        for run in base if base is not None else ():
            if local(run) == "r":
                self._parts(run)

    def _step(self, one: Element) -> None:
        self._field(value(one, "fldCharType"))

    def _sign(self, one: Element) -> None:
        self._add(_symbol(value(one, "font"), value(one, "char")))

    def _page(self, _one: Element) -> None:
        self._add(PAGE)

    def _instruction(self, one: Element) -> None:
        if self._fields and not self._fields[-1].shows:
            self._fields[-1].said.append(one.text or "")

    def _drawn(self, element: Element) -> None:
        found = list(boxes(element))
        art = list(word_art(element))
        self._content.boxes.extend(found)
        self._content.art.extend(art)
        if not found and not art:
            seen, embedded = pictures(element)
            self._losses[Loss.EMBEDDED] += embedded
            self._losses[Loss.PICTURE] += seen and not embedded

    def _simple(self, element: Element) -> None:
        self._field("begin")
        self._fields[-1].said.append(value(element, "instr"))
        self._field("separate")
        self._inside(element)
        self._field("end")

    def _field(self, step: str) -> None:
        pieces = self._content.pieces
        if step == "begin":
            self._fields.append(Field(start=len(pieces)))
            return
        if not self._fields:
            return
        current = self._fields[-1]
        if not current.shows and current.start >= 0:
            # What came so far was computed for the instruction.
            del pieces[current.start :]
        if step == "separate":
            current.shows, current.start = True, len(pieces)
        elif step == "end":
            current.closed = True
            self._fields.pop()
            if not current.shows:
                self._add(current.drawn)
            if current.is_page_number:
                if current.shows and current.start >= 0:
                    del pieces[current.start :]
                self._add(PAGE)

    def _add(self, text: str) -> None:
        if text:
            showing = (one for one in self._fields if one.shows and one.is_contents)
            text = text.translate(_ENDS)
            self._content.pieces.append(Piece(text, self._look, next(showing, None)))

    # Functions, not methods of the object: an object that holds its own methods is freed late.
    _STEPS: ClassVar[dict[str, Callable[[Words, Element], None]]] = {
        "br": _break,
        "fldChar": _step,
        "instrText": _instruction,
        "sym": _sign,
        "ruby": _ruby,
        "pgNum": _page,
        **dict.fromkeys(("drawing", "pict", "object"), _drawn),
    }


def _text(element: Element) -> str:
    text = (element.text or "").replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
    return text if element.get(_XML_SPACE) == "preserve" else text.strip(_WHITE)


def _symbol(font: str, code: str) -> str:
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return shown(font, character) if character.isprintable() or character > "\ud7ff" else ""


def mark(element: Element) -> Element | None:
    """Properties of the paragraph mark of a ``w:p``."""
    return element.find(f"{PREFIX}pPr/{PREFIX}rPr")
