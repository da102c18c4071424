"""The numbers and bullets that a browser shows before the items of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.ooxml.number_formats import digits

if TYPE_CHECKING:
    from collections.abc import Mapping

_STYLE: Final = re.compile(r"list-style(?:-type)?\s*:\s*([a-z- ]+)")
_TYPES: Final = {"1": "decimal", "a": "lower-alpha", "i": "lower-roman"}
_CAPITALS: Final = {"A": "upper-alpha", "I": "upper-roman"}
# CSS name → OOXML name of the format, and what stands behind the number (CSS Counter Styles 3).
_NUMBERS: Final = {
    "decimal": ("decimal", "."),
    "decimal-leading-zero": ("decimalZero", "."),
    "lower-alpha": ("lowerLetter", "."),
    "lower-latin": ("lowerLetter", "."),
    "upper-alpha": ("upperLetter", "."),
    "upper-latin": ("upperLetter", "."),
    "lower-roman": ("lowerRoman", "."),
    "upper-roman": ("upperRoman", "."),
    "cjk-decimal": ("ideographDigital", "、"),
    "cjk-ideographic": ("chineseCounting", "、"),
    "simp-chinese-informal": ("chineseCounting", "、"),
    "trad-chinese-informal": ("chineseCounting", "、"),
    "simp-chinese-formal": ("chineseLegalSimplified", "、"),
    "trad-chinese-formal": ("ideographLegalTraditional", "、"),
    "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"),
}
_BULLETS: Final = {"disc": "•", "circle": "○", "square": "▪", "none": ""}
_LARGEST: Final = 100_000


class ListState(Struct):
    """A list while it is read.

    Attributes:
        style: Its CSS list style.
        number: The number of its last item.
        step: 1, or -1 where it counts backwards.
    """

    style: str
    number: int
    step: int = 1


def begun(tag: str, attributes: Mapping[str, str]) -> ListState:
    """A list at its beginning."""
    usual = "decimal" if tag == "ol" else "disc"
    style = _named(attributes) or usual
    step = -1 if "reversed" in attributes else 1
    return ListState(style, _number(attributes.get("start", ""), 1) - step, step)


def label(state: ListState, attributes: Mapping[str, str]) -> str:
    """What stands before the next item; counts on."""
    following = state.number + state.step
    state.number = _number(attributes.get("value", ""), following)
    style = _named(attributes) or state.style
    if style in _BULLETS:
        return _BULLETS[style]
    number_format, suffix = _NUMBERS.get(style, _NUMBERS["decimal"])
    return digits(number_format, state.number) + suffix


def _named(attributes: Mapping[str, str]) -> str:
    if found := _STYLE.search(attributes.get("style", "").lower()):
        known = (word for word in found[1].split() if word in _NUMBERS or word in _BULLETS)
        if style := next(known, ""):
            return style
    said = attributes.get("type", "")
    return _CAPITALS.get(said) or _TYPES.get(said.lower(), "") or _bullet(said.lower())


def _bullet(name: str) -> str:
    return name if name in _BULLETS else ""


def _number(text: str, default: int) -> int:
    found = re.fullmatch(r"\s*(-?\d{1,6})\s*", text)
    return max(min(int(found[1]), _LARGEST), 0) if found else default
