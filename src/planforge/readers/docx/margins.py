"""Which headers and footers a document really shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.ooxml import opening
from planforge.ooxml.package import R
from planforge.ooxml.properties import PREFIX, child, is_on, local, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from planforge.ooxml.package import Package

_CHANGE: Final = f"{PREFIX}sectPrChange"
_KINDS: Final = {"headerReference": "header", "footerReference": "footer"}


def shown(package: Package, root: Element) -> dict[str, str]:
    """Name of a part → ``header`` or ``footer``, for those that appear on a page.

    A header for first or even pages appears only where the pages are told to differ.

    Args:
        package: The file.
        root: The main part.
    """
    settings = opening.part(package, "settings")
    even = is_on(child(settings, "evenAndOddHeaders"))
    targets = package.relationships()
    found: dict[str, str] = {}
    for section in _sections(root):
        used = {"default": True, "even": even, "first": is_on(child(section, "titlePg"))}
        for one in section:
            name = targets.get(one.get(f"{{{R}}}id", ""), ("", ""))[1]
            kind = _KINDS.get(local(one), "")
            if kind and name and used.get(value(one, "type", default="default"), False):
                found[name] = kind
    return found


def _sections(root: Element) -> Iterator[Element]:
    for section in root.iter(f"{PREFIX}sectPr"):
        above = section.getparent()
        if above is not None and above.tag != _CHANGE:
            yield section
