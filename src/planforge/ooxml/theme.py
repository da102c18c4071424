"""Fonts of the theme part: what ``minorEastAsia`` and the like stand for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_KINDS: Final = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}


def theme_fonts(theme: Element | None, language: str) -> Callable[[str], str]:
    """A function from a reference such as ``minorEastAsia`` to a font; empty when it names none.

    Args:
        theme: The theme part.
        language: East Asian language of the document, which chooses among the theme's fonts.
    """
    script = _script(language)

    @cache
    def font(reference: str) -> str:
        collection = "majorFont" if reference.startswith("major") else "minorFont"
        kind = _KINDS.get(reference.removeprefix("major").removeprefix("minor"), "latin")
        chosen = next(theme.iter(_A + collection), None) if theme is not None else None
        if chosen is None:
            return ""
        named = chosen.find(_A + kind)
        name = named.get("typeface", "") if named is not None else ""
        if name or kind != "ea":
            return name
        for one in chosen.iter(_A + "font"):
            if one.get("script") == script:
                return one.get("typeface", "")
        return ""

    return font


def _script(language: str) -> str:
    tag = language.lower()
    if tag.startswith(("zh-tw", "zh-hk", "zh-mo", "zh-hant")):
        return "Hant"
    if tag.startswith("zh"):
        return "Hans"
    return {"ja": "Jpan", "ko": "Hang"}.get(tag[:2], "")
