"""The clause that a mark ends."""

from __future__ import annotations

from typing import Final

_ENDS: Final = "。；;，,、！!？?\n"
_ASKING: Final = frozenset("吗嗎呢何谁誰怎什几幾哪")


def is_question(text: str, end: int) -> bool:
    """Whether the clause before the offset ``end`` asks something."""
    start = max(text.rfind(mark, 0, end) for mark in _ENDS) + 1
    return not _ASKING.isdisjoint(text[start:end])
