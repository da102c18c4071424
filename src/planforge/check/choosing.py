"""Which page style a document is to be measured by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge import regions, resources, styles
from planforge.ooxml.opening import document_language
from planforge.ooxml.properties import PREFIX
from planforge.styles.loading import names

from .context import PLAIN
from .document import Section
from .page_figures import margins_met, page_of, wrong_sides

if TYPE_CHECKING:
    from planforge.ooxml.package import Package
    from planforge.styles import Style

    from .document import Document

DEFAULT: Final = "cn"
SAMPLE: Final = 4000
"""So many characters tell in which script a text is."""

_HANT: Final = re.compile("[計劃畫會務們開關學業團組聯]")
_HANS: Final = re.compile("[计划会务们开关学业团组联]")
_TAIWAN: Final = re.compile("計畫|中華民國|臺")


def guess(package: Package) -> str:
    """Name of the style that the document seems to follow.

    That of the region whose language it is in. Programs write simplified Chinese into everything;
    so there the page decides, and then the characters of the text.
    """
    codes = resources.names(regions.FOLDER, ".yaml")
    by_language = {words.language: words for words in map(regions.load_region, codes)}
    usual = regions.load_region(DEFAULT)
    said = by_language.get(document_language(package), usual)
    if said is usual and not _has_page_of(usual.style, package):
        said = regions.load_region(_region(package))
    if not _has_page_of(said.style, package):
        for name in names():
            if styles.load(name).profile == PLAIN and _has_page_of(name, package):
                return name
    return said.style


def accepted(base: Style, document: Document) -> Style:
    """``base``, or the alternative of it whose page the document has."""
    known = names()
    others = [styles.load(name) for name in base.alternatives if name in known]
    return max((base, *others), key=lambda style: margins_met(style, document))


def _has_page_of(name: str, package: Package) -> bool:
    """Whether the first page has the margins of a style, or of one that is as good."""
    root = package.part(package.main)
    first = next(root.iter(f"{PREFIX}sectPr"), None) if root is not None else None
    page = page_of(Section(first))
    style, known = styles.load(name), names()
    others = (styles.load(other) for other in style.alternatives if other in known)
    return first is not None and any(not wrong_sides(one, page) for one in (style, *others))


def _region(package: Package) -> str:
    """The region whose script and words the text has."""
    root = package.part(package.main)
    assert root is not None
    text = ""
    for one in root.iter(f"{PREFIX}t"):
        text += one.text or ""
        if len(text) > SAMPLE:
            break
    if len(_HANT.findall(text)) <= len(_HANS.findall(text)):
        return DEFAULT
    return "tw" if _TAIWAN.search(text) else "hk"
