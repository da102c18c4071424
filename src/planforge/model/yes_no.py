"""是, 否 and 自动 for switches."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from planforge.language import _

from .reader import Reader

_WORDS: Final = {
    **dict.fromkeys(("是", "有", "要", "yes", "true", "on", "y", "1"), True),
    **dict.fromkeys(("否", "无", "無", "不", "不要", "没有", "沒有"), False),
    **dict.fromkeys(("no", "false", "off", "n", "0"), False),
}


def _read(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).strip().casefold()
    if word not in _WORDS:
        raise ValueError(_("{text} is neither yes nor no; write 是 or 否").format(text=value))
    return _WORDS[word]


YesNo = Annotated[
    bool,
    Reader(
        _read,
        bool | Literal[*_WORDS, 0, 1],
    ),
]

_AUTO: Final = ("自动", "自動", "auto")


def _read_or_auto(value: Any) -> Literal["auto", "yes", "no"]:
    if str(value).strip().casefold() in _AUTO:
        return "auto"
    return "yes" if _read(value) else "no"


YesNoAuto = Annotated[
    Literal["auto", "yes", "no"],
    Reader(
        _read_or_auto,
        bool | Literal[*_AUTO, *_WORDS, 0, 1],
    ),
]
"""A switch that may be left to the program."""
