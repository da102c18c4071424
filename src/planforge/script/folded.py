"""Texts made alike, so that the same words in two scripts compare as equal."""

from __future__ import annotations

from typing import Final

from planforge.patterns import pattern

_NOT_HAN: Final = pattern("[^\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")
# Taiwan's word for a plan; what OpenCC makes of it is no word of the mainland.
_PLAN: Final = ("计画", "计划")


def folded(text: str) -> str:
    """The ideographs of ``text`` in simplified characters, and nothing else.

    OpenCC is loaded only where a character occurs that simplified texts do not have.
    """
    han = _NOT_HAN.sub("", text)
    try:
        han.encode("gb2312")
    except UnicodeEncodeError:
        return same_script(han).replace(*_PLAN)
    return han


def same_script(text: str) -> str:
    """``text`` in simplified characters, everything else as it was."""
    from .converter import engine  # most plans are in simplified characters

    return str(engine("tw2s").convert(text))
