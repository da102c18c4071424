"""Which page style a document is to be measured by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge import regions, resources, styles
from planforge.styles.loading import names

from .page_figures import margins_met
from .properties import PREFIX
from .reading import document_language

if TYPE_CHECKING:
    from planforge.styles import Style

    from .document import Document
    from .package import Package

DEFAULT: Final = "cn"
SAMPLE: Final = 4000
"""So many characters tell in which script a text is."""

_HANT: Final = re.compile("[計劃畫會務們開關學業團組聯]")
_HANS: Final = re.compile("[计划会务们开关学业团组联]")
_TAIWAN: Final = re.compile("計畫|中華民國|臺")


def guess(package: Package) -> str:
    """Name of the style of the region whose language the document is in."""
    by_language = {
        words.language: words.style
        for words in map(regions.load_region, resources.names(regions.FOLDER, ".yaml"))
    }
    language = document_language(package)
    if language in by_language and language != by_language_default():
        return by_language[language]
    return regions.load_region(_region(package)).style


def by_language_default() -> str:
    """The language that programs write into every document, whatever it is in."""
    return regions.load_region(DEFAULT).language


def accepted(base: Style, document: Document) -> Style:
    """``base``, or the alternative of it whose page the document has."""
    known = names()
    others = [styles.load(name) for name in base.alternatives if name in known]
    return max((base, *others), key=lambda style: margins_met(style, document))


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
