"""What the number of a heading or an item looks like in text formats.

The schemes themselves are data in the style files; Word gets the same scheme as a multilevel
list and counts by itself. Formats go by their OOXML names (ISO/IEC 29500-1, 17.18.59).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from planforge.ooxml.number_formats import digits, without_one

if TYPE_CHECKING:
    from collections.abc import Sequence


class Level(Protocol):
    """One level of a numbering scheme."""

    @property
    def format(self) -> str:
        """OOXML name of the number format, such as ``decimal``."""

    @property
    def pattern(self) -> str:
        """The label with ``%1`` … ``%9`` where the number stands, such as ``（%2）``."""

    @property
    def typed_from(self) -> int:
        """From this number on custom differs from what Word counts; 0 for never."""


class Scheme(Protocol):
    """Whatever has a numbering scheme, such as a page style."""

    @property
    def numbering(self) -> Sequence[Level]:
        """The levels, the outermost first; at least one."""


def label(levels: Sequence[Level], level: int, number: int) -> str:
    """The label as it stands in the Word document: 一、 （一） 1. （1） ①.

    Word counts 玖、壹拾、壹拾壹; custom is 玖、拾、拾壹, and holds from ``typed_from`` on.

    Args:
        levels: The scheme, the outermost level first.
        level: 1-based; levels below the last of the scheme look like the last.
        number: 1-based ordinal.
    """
    chosen = levels[min(level, len(levels)) - 1]
    figure = digits(chosen.format, number)
    if 0 < chosen.typed_from <= number:
        figure = without_one(figure)
    return re.sub(r"%[1-9]", lambda _match: figure, chosen.pattern)
