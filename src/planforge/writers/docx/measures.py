"""Figures of a page style in the units of Word."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from planforge.document.title_rows import title_rows

from .oxml import put

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from planforge.styles import Style
    from planforge.styles.figure import Length
    from planforge.styles.text import Text

HUNDREDTHS: Final = 100
SIMPLIFIED: Final = "zh-CN"


def character(style: Style, size: Length, squeeze: Length | None = None) -> int:
    """Width of one hanzi with what is added to it, in twips."""
    return size.twips + (style.grid.squeeze if squeeze is None else squeeze).twips


def in_rows(words: str, style: Style, text: Text, language: str) -> str:
    r"""A title in balanced rows, separated by ``\n``; as it stands where one row holds it.

    Args:
        words: The title.
        style: The page style.
        text: The kind of paragraph it is.
        language: BCP 47 tag of what it is written in.
    """
    capacity = style.page.block_width / character(style, text.size, text.squeeze)
    return "\n".join(title_rows(words, capacity, traditional=language != SIMPLIFIED))


def indent(properties: Element, width: int, characters: Mapping[str, float]) -> None:
    """Gives ``w:pPr`` or the like the `indents` as ``w:ind``, where there are any."""
    if characters:
        put(properties, "ind", **indents(width, characters))


def indents(width: int, characters: Mapping[str, float]) -> dict[str, int]:
    """Indents in characters, and the same in twips for programs that know no characters.

    Args:
        width: Width of one character in twips.
        characters: ``left``, ``right``, ``firstLine``, ``hanging`` → characters.
    """
    attributes = {}
    for side, amount in characters.items():
        attributes[f"{side}Chars"] = round(amount * HUNDREDTHS)
        attributes[side] = round(amount * width)
    return attributes


def shares(total: int, weights: tuple[float, ...], least: int) -> tuple[int, ...]:
    """``total`` cut in proportion to ``weights``; the sum is exact.

    No share is below ``least``, unless all together would not fit; then all are about equal.
    """
    count = len(weights)
    least = min(least, total // count)
    sum_of_weights = sum(max(weight, 0) for weight in weights) or 1
    spare = total - least * count
    ends = [0]
    reached = 0.0
    for weight in weights:
        reached += max(weight, 0) / sum_of_weights
        ends.append(round(spare * reached))
    ends[-1] = spare
    return tuple(least + end - begin for begin, end in pairwise(ends))
