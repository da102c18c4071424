"""What the names of styles say; built-in ones are English in Word, whatever its language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .properties import Properties
    from .style_sheet import NamedStyle

BODY_TEXT: Final = 9
"""The outline level of what is no heading, counted from 0."""

_HEADING: Final = re.compile(r"(?:heading|标题|標題) ?([1-9])")
_CONTENTS: Final = re.compile(
    r"(?:toc|目录|目錄|wpsoffice手动目录) ?[1-9]|table of figures|index 1"
)
_CONTENTS_HEADING: Final = "toc heading"


def heading_level(name: str) -> int:
    """1 to 9 for the name of a heading style in small letters; 0 for any other."""
    found = _HEADING.fullmatch(name)
    return int(found[1]) if found else 0


def is_contents(name: str) -> bool:
    """Whether a style, its name in small letters, is one for a table of contents."""
    return name == _CONTENTS_HEADING or _CONTENTS.fullmatch(name) is not None


def outline_level(direct: Properties, chain: Iterable[NamedStyle]) -> int:
    """1 to 9 for a heading, by what is said nearest to the paragraph; 0 for body text.

    Args:
        direct: What the paragraph says itself.
        chain: Its style and all it is based on, the lowest first.
    """
    if said := _outline(direct):
        return said % (BODY_TEXT + 1)
    for style in reversed(tuple(chain)):
        if level := heading_level(style.name) or _outline(style.paragraph):
            return level % (BODY_TEXT + 1)
    return 0


def _outline(properties: Properties) -> int:
    """1 to 10, where 10 is body text; 0 when nothing is said."""
    said = properties.get("outlineLvl", "")
    return int(said) + 1 if said.isdecimal() and int(said) <= BODY_TEXT else 0
