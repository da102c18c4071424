"""Texts made alike, so that the same words in two scripts compare as equal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_NOT_HAN: Final = pattern(f"[^{_HAN}]+")
_NEITHER_HAN_NOR_END: Final = pattern(rf"[^{_HAN}\n]+")
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


def all_folded(lines: Sequence[str]) -> list[str]:
    """What `folded` returns for each of the lines; together they take a third of the time."""
    han = _NEITHER_HAN_NOR_END.sub("", "\n".join(lines))
    try:
        han.encode("gb2312")
    except UnicodeEncodeError:
        return [folded(line) for line in lines]
    return han.split("\n") if lines else []


def same_script(text: str) -> str:
    """``text`` in simplified characters, everything else as it was."""
    from .converter import engine  # most plans are in simplified characters

    return str(engine("tw2s").convert(text))
