"""From a package to the rules by which the properties of its text come together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .cascade import Cascade
from .lists import Lists
from .properties import child, value
from .style_sheet import StyleSheet
from .theme import theme_fonts

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from .package import Package

_DEFAULT_LANGUAGE: Final = "zh-CN"
_CHINESE: Final = re.compile(r"zh-(CN|TW|HK|MO|SG|Hans|Hant)", re.IGNORECASE)


def cascade(package: Package, language: str) -> Cascade:
    """Styles, lists and theme of a file, laid over each other.

    Args:
        package: The file.
        language: East Asian language that chooses among the fonts of the theme.

    Raises:
        FileProblems: A part is damaged.
    """
    theme = theme_fonts(part(package, "theme"), language)
    lists = Lists(part(package, "numbering"), theme)
    return Cascade(StyleSheet(part(package, "styles"), theme), lists, theme)


def document_language(package: Package) -> str:
    """East Asian language that the defaults, the theme or the core properties name."""
    defaults = child(part(package, "styles"), "docDefaults", "rPrDefault", "rPr", "lang")
    theme = child(part(package, "settings"), "themeFontLang")
    said = (value(defaults, "eastAsia"), value(theme, "eastAsia"))
    chinese = next((tag for tag in said if _CHINESE.match(tag)), "")
    return chinese or next(filter(None, said), _DEFAULT_LANGUAGE)


def part(package: Package, kind: str) -> Element | None:
    """The part that the text is related to by ``kind``; ``None`` where there is none."""
    name = package.related(kind)
    return package.part(name) if name else None
