"""Text boxes and what else is drawn; of two ways to draw the same thing only one is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.ooxml.content import COMPATIBILITY, branches
from planforge.ooxml.properties import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_VML: Final = "{urn:schemas-microsoft-com:vml}"
_OFFICE: Final = "{urn:schemas-microsoft-com:office:office}"
_BOX: Final = f"{PREFIX}txbxContent"
_ART: Final = f"{_VML}textpath"
_GRAPHIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_PICTURES: Final = ("/picture", "/wordprocessingShape", "/wordprocessingGroup")


def boxes(element: Element) -> Iterator[Element]:
    """The contents of the text boxes in ``element``, each once."""
    for one in element:
        if one.tag == _BOX:
            yield one
        elif one.tag == COMPATIBILITY:
            for branch in branches(one):
                yield from boxes(branch)
        else:
            yield from boxes(one)


def word_art(element: Element) -> Iterator[str]:
    """The words that are drawn as a picture (艺术字)."""
    for one in element.iter(_ART):
        if words := one.get("string", "").strip():
            yield words


def pictures(element: Element) -> tuple[bool, bool]:
    """Whether ``element`` shows a picture, and whether it is something that holds text unread."""
    kinds = [one.get("uri", "") for one in element.iter(_GRAPHIC)]
    foreign = any(not kind.endswith(_PICTURES) for kind in kinds)
    embedded = foreign or next(element.iter(f"{_OFFICE}OLEObject"), None) is not None
    drawn = next(element.iter(f"{_VML}imagedata"), None) is not None
    return drawn or any(kind.endswith("/picture") for kind in kinds), embedded
