"""Which paragraphs at the end of a text close the plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .outline import Node

_CLOSING: Final = re.compile(
    r"总之|總之|综上|綜上|总而言之|總而言之|让我们|讓我們|新的一年[，,里]|在新的一年|"
    r"(?:一年[来來]|[经經][过過]).{0,60}(?:今后|今後|下步|努力|距离|距離)|以上(?:[计計][划劃畫]|是.{0,24}(?:[计計][划劃畫]|要点|要點|思路|安排|打算))"
)
_FAULTS: Final = re.compile("问题和不足|問題和不足|不足之处|存在的问题")


def closing_of(nodes: list[Node]) -> tuple[list[Node], list[Node]]:
    """The outline without the paragraphs that close the plan, and these."""
    last = nodes
    while last and last[-1].children:
        last = last[-1].children
    tail = len(last)
    while tail and (last[tail - 1].plain or last[tail - 1].grid):
        tail -= 1
    if last is nodes:
        tables = [n for n in range(tail, len(last)) if last[n].grid and not tail]
        tail = tables[-1] + 1 if tables else tail
    else:
        tail = _turn(last, tail)
    closing = last[tail:]
    del last[tail:]
    return nodes, closing


def _turn(last: Sequence[Node], tail: int) -> int:
    """Where in the paragraphs that end the last section the closing begins."""
    grid = next((n for n in range(tail, len(last)) if last[n].grid), -1)
    if grid >= 0 and grid + 1 < len(last) and last[grid + 1].plain:
        return grid + 1
    places = (n for n in range(tail, len(last)) if last[n].plain)
    return next((n for n in places if closes(last[n].text)), len(last))


def closes(text: str) -> bool:
    """Whether a paragraph at the end begins like one that closes the plan."""
    return bool(_CLOSING.match(text)) and not _FAULTS.search(text)
