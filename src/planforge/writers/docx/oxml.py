"""WordprocessingML elements, children always in the order of the schema."""

from __future__ import annotations

from copy import copy
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct

from planforge.patterns import pattern

from .schema import CHILDREN

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: Final = {"w": W, "r": R}
DECLARATION: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
"""As `xml` writes it."""

_BREAKS: Final = pattern(r"([\t\n])")
_BREAK_TAGS: Final = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_KEPT: Final = ' xml:space="preserve"'

# Everything but the Char production of XML 1.0 (https://www.w3.org/TR/xml/#charsets).
_NOT_XML: Final = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# No class of a pattern: one with so many characters takes five milliseconds to compile.
_HAN: Final = (
    *(("\u2e80", "\u303f"), ("\u31c0", "\u9fff"), ("\uf900", "\ufaff"), ("\uff00", "\uffef")),
    ("\U00020000", "\U0003ffff"),
)
SHARED_MARKS: Final = pattern("([“”‘’…—–×÷·±°§①-⑳Ⅰ-Ⅻ])")
"""What Latin and Chinese texts both use."""


class Prepared(Struct, frozen=True):
    """What stands in many places of a part, and is written once.

    Attributes:
        element: Never to be changed.
        text: The same as `written` has it.
    """

    element: Element
    text: str


@cache
def qualified(name: str) -> str:
    """``name`` with its namespace: ``r:id`` as written, everything else in ``w``."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix or 'w']}}}{local}"


def root(name: str) -> Element:
    """A new root element in ``w`` that declares the prefixes ``w`` and ``r``."""
    return etree.Element(qualified(name), nsmap=NAMESPACES)


def element(name: str, /, **attributes: str | int) -> Element:
    """A new element in ``w`` with attributes in ``w``."""
    made = etree.Element(qualified(name), nsmap={"w": W})
    for key, value in attributes.items():
        made.set(qualified(key), str(value))
    return made


def add(parent: Element, name: str, /, **attributes: str | int) -> Element:
    """A new last child of ``parent``."""
    made = etree.SubElement(parent, qualified(name))
    for key, value in attributes.items():
        made.set(qualified(key), str(value))
    return made


def put(parent: Element, name: str, /, **attributes: str | int) -> Element:
    """A new child of ``parent`` at the place the schema gives it, behind others of its name."""
    places = CHILDREN[_local(parent.tag)]
    place = places[name]
    made = add(parent, name, **attributes)
    before = made.getprevious()
    while before is not None and places[_local(before.tag)] > place:
        before.addprevious(made)
        before = made.getprevious()
    return made


@lru_cache(maxsize=256)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def flag(parent: Element, name: str, *, on: bool = True) -> Element:
    """A yes-or-no child at its place; written out even when off, to override what is inherited."""
    return put(parent, name) if on else put(parent, name, val=0)


def run(text: str, style: str = "", *, size: int = 0) -> str:
    r"""A run with ``text`` as it stands; a line break at ``\n``, a tab at ``\t``.

    Marks that Latin and Chinese share (“ ” … —) are told to be Chinese beside hanzi: without
    that Word sets them in the Latin font.

    Args:
        text: What it says.
        style: Id of its style.
        size: In half points, where it is not that of the style.
    """
    said = _look(style, size, chinese=_beside_hanzi(text))
    if text.isprintable():
        said += _said(text)
    else:
        for piece in _BREAKS.split(clean(text)):
            said += _BREAK_TAGS.get(piece) or _said(piece)
    return f"<w:r>{said}</w:r>" if said else "<w:r/>"


@lru_cache(maxsize=64)
def _look(style: str, size: int, *, chinese: bool) -> str:
    """The properties of a run; empty where it has none of its own."""
    properties = element("rPr")
    if style:
        put(properties, "rStyle", val=style)
    if chinese:
        put(properties, "rFonts", hint="eastAsia")
    if size:
        put(properties, "sz", val=size)
        put(properties, "szCs", val=size)
    return written(properties) if len(properties) else ""


def field(instruction: str, shown: str) -> str:
    """A field that Word computes, such as ``PAGE``; ``shown`` until then."""
    return f'<w:fldSimple w:instr=" {instruction} ">{run(shown)}</w:fldSimple>'


def written(one: Element) -> str:
    """An element as it stands inside a part whose root declares ``w`` and ``r``."""
    around = root("document")
    around.append(copy(one))
    whole = etree.tostring(around, encoding="unicode")
    return whole[whole.index(">") + 1 : whole.rindex("<")]


def prepared(one: Element) -> Prepared:
    """An element that is not going to be changed any more."""
    return Prepared(one, written(one))


def parsed(text: str) -> Element:
    """The element that `written` made ``text`` of."""
    return etree.fromstring(f'<w:document xmlns:w="{W}" xmlns:r="{R}">{text}</w:document>')[0]


def clean(text: str) -> str:
    """``text`` with U+FFFD for what XML cannot carry."""
    return text if text.isprintable() else _NOT_XML.sub("\ufffd", text)


def xml(tree: Element) -> bytes:
    """The part as bytes: UTF-8, declared, standalone, not indented."""
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _beside_hanzi(text: str) -> bool:
    """Whether a mark that Latin and Chinese share stands next to a Chinese character."""
    return SHARED_MARKS.search(text) is not None and any(
        first <= neighbour <= last
        for mark in SHARED_MARKS.finditer(text)
        for neighbour in (text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1])
        for first, last in _HAN
    )


def _said(text: str) -> str:
    if not text:
        return ""
    # Without this Word drops blanks at both ends.
    kept = text[0].isspace() or text[-1].isspace() or "  " in text
    return f"<w:t{_KEPT if kept else ''}>{escaped(text)}</w:t>"


def escaped(text: str) -> str:
    """``text`` as it stands between tags."""
    said = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # A parser takes it for a line feed otherwise.
    return said.replace("\r", "&#13;")
