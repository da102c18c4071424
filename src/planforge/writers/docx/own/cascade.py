"""The styles of a file, and what they come to along the styles they are based on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from planforge.writers.docx.oxml import qualified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_VAL: Final = qualified("val")
_STYLE_ID: Final = qualified("styleId")
_FIRST_ROW: Final = (("firstLine", "firstLineChars"), ("hanging", "hangingChars"))


class Styles:
    """The styles part of a file.

    Args:
        root: Its ``w:styles``; it is changed by `add`.
    """

    def __init__(self, root: Element) -> None:
        self.root = root
        self.by_id: dict[str, Element] = {}
        for style in root.iterchildren(qualified("style")):
            self.by_id.setdefault(style.get(_STYLE_ID, ""), style)
        self._names = {identity: value(style, "name") for identity, style in self.by_id.items()}

    def of_type(self, kind: str) -> Iterator[tuple[str, Element]]:
        """Id and element of every ``paragraph``, ``character`` or ``table`` style."""
        for identity, style in self.by_id.items():
            if style.get(qualified("type"), "paragraph") == kind:
                yield identity, style

    def default(self, kind: str) -> str:
        """Id of what a paragraph, character or table without a style has; empty for none."""
        for identity, style in self.of_type(kind):
            if style.get(qualified("default")) in {"1", "true", "on"}:
                return identity
        return ""

    def add(self, style: Element) -> None:
        """Take up one more style."""
        self.root.append(style)
        self.by_id[style.get(_STYLE_ID, "")] = style
        self._names[style.get(_STYLE_ID, "")] = value(style, "name")

    def name(self, identity: str) -> str:
        """The name that programs show."""
        return self._names.get(identity, "")

    def chain(self, identity: str) -> list[Element]:
        """The style and what it is based on, the outermost first; a circle is cut."""
        found: list[Element] = []
        while (style := self.by_id.get(identity)) is not None and style not in found:
            found.insert(0, style)
            identity = value(style, "basedOn")
        return found

    def layers(self, identity: str, properties: str) -> Iterator[Element]:
        """The ``pPr`` or ``rPr`` of the defaults and of the chain, the outermost first."""
        defaults = f"{qualified('docDefaults')}/{qualified(properties + 'Default')}"
        below = self.root.find(f"{defaults}/{qualified(properties)}")
        if below is not None:
            yield below
        for style in self.chain(identity):
            own = style.find(qualified(properties))
            if own is not None:
                yield own

    def indents(self, identity: str) -> dict[str, str]:
        """The attributes of ``w:ind`` that hold for a paragraph of this style."""
        found: dict[str, str] = {}
        for layer in self.layers(identity, "pPr"):
            ind = layer.find(qualified("ind"))
            if ind is None:
                continue
            said = {etree.QName(str(k)).localname: str(v) for k, v in ind.attrib.items()}
            for mine, other in (_FIRST_ROW, _FIRST_ROW[::-1]):
                if any(name in said for name in mine):
                    # Who indents the first row takes back that it hangs out, and the reverse.
                    found = {k: v for k, v in found.items() if k not in other}
            found |= said
        return found

    def last(self, identity: str, properties: str, child: str) -> Element | None:
        """The child that holds in the end, from the chain or the defaults."""
        found = None
        for layer in self.layers(identity, properties):
            here = layer.find(qualified(child))
            found = found if here is None else here
        return found


def value(parent: Element, child: str) -> str:
    """``w:val`` of a child; empty where there is none."""
    found = parent.find(qualified(child))
    return "" if found is None else found.get(_VAL, "")


def is_indented(indents: dict[str, str]) -> bool:
    """Whether the first row begins further right than the others."""
    return any(indents.get(name, "0").lstrip("-0.") for name in _FIRST_ROW[0])
