"""WordprocessingML elements, children always in the order of the schema."""

from __future__ import annotations

from copy import copy
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from lxml import etree

from planforge.patterns import pattern

from .schema import CHILDREN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: Final = {"w": W, "r": R}

_PREFIX: Final = f"{{{W}}}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS: Final = pattern(r"([\t\n])")
_BREAK_TAGS: Final = {"\t": _PREFIX + "tab", "\n": _PREFIX + "br"}

# Everything but the Char production of XML 1.0 (https://www.w3.org/TR/xml/#charsets).
_NOT_XML: Final = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# No class of a pattern: one with so many characters takes five milliseconds to compile.
_HAN: Final = (
    *(("\u2e80", "\u303f"), ("\u31c0", "\u9fff"), ("\uf900", "\ufaff"), ("\uff00", "\uffef")),
    ("\U00020000", "\U0003ffff"),
)
SHARED_MARKS: Final = pattern("([“”‘’…—–×÷·±°§①-⑳Ⅰ-Ⅻ])")
"""What Latin and Chinese texts both use."""

_T: Final = _PREFIX + "t"
_R: Final = _PREFIX + "r"
_R_PR: Final = _PREFIX + "rPr"
_P: Final = _PREFIX + "p"


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


def paragraph(style: str) -> tuple[Element, Element]:
    """A new paragraph in ``style``, and its properties."""
    # A copy of three elements is made eight times as fast as the elements.
    made = copy(_blank(style))
    return made, made[0]


@lru_cache(maxsize=64)
def _blank(style: str) -> Element:
    made = etree.Element(_P, nsmap=NAMESPACES)
    add(add(made, "pPr"), "pStyle", val=style)
    return made


def run(parent: Element, text: str, style: str = "") -> None:
    r"""A run with ``text`` as it stands; a line break at ``\n``, a tab at ``\t``.

    Marks that Latin and Chinese share (“ ” … —) are told to be Chinese beside hanzi: without
    that Word sets them in the Latin font.
    """
    made = etree.SubElement(parent, _R)
    chinese = _beside_hanzi(text)
    if style or chinese:
        made.append(copy(_look(style, chinese=chinese)))
    for piece in _BREAKS.split(text) if "\n" in text or "\t" in text else (text,):
        if piece in _BREAK_TAGS:
            etree.SubElement(made, _BREAK_TAGS[piece])
        elif piece:
            _write(etree.SubElement(made, _T), piece)


@lru_cache(maxsize=64)
def _look(style: str, *, chinese: bool) -> Element:
    """The properties of a run, to be copied."""
    properties = etree.Element(_R_PR, nsmap=NAMESPACES)
    if style:
        add(properties, "rStyle", val=style)
    if chinese:
        add(properties, "rFonts", hint="eastAsia")
    return properties


def field(parent: Element, instruction: str, shown: str) -> None:
    """A field that Word computes, such as ``PAGE``; ``shown`` until then."""
    simple = add(parent, "fldSimple", instr=f" {instruction} ")
    run(simple, shown)


def clean(text: str) -> str:
    """``text`` with U+FFFD for what XML cannot carry."""
    return _NOT_XML.sub("\ufffd", text)


def xml(tree: Element) -> bytes:
    """The part as bytes: UTF-8, declared, standalone, not indented."""
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def local_names(elements: Iterable[Element]) -> list[str]:
    """The names without namespace, in order."""
    return [etree.QName(one).localname for one in elements]


def _beside_hanzi(text: str) -> bool:
    """Whether a mark that Latin and Chinese share stands next to a Chinese character."""
    return SHARED_MARKS.search(text) is not None and any(
        first <= neighbour <= last
        for mark in SHARED_MARKS.finditer(text)
        for neighbour in (text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1])
        for first, last in _HAN
    )


def _write(target: Element, text: str) -> None:
    try:
        target.text = text
    except ValueError:
        target.text = clean(text)
    # Without this Word drops blanks at both ends.
    if text[0].isspace() or text[-1].isspace() or "  " in text:
        target.set(_SPACE, "preserve")
