"""The whole line that an item of a list stands on, so that it can be taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern
from planforge.source.edit import Edit

if TYPE_CHECKING:
    from planforge.source.nodes import Scalar

_ITEM: Final = pattern(r"(?P<mark>[ ]*-[ ]+)(?P<said>[^\r\n]*)(?:\r\n?|\n|\Z)")


def line_of(text: str, node: Scalar) -> Edit | None:
    """What takes out the line of ``node``.

    Returns:
        None unless the node is an item of a list, alone on its line without a comment, and an
        item of the same list stands on the line above or below.
    """
    start = max(text.rfind("\n", 0, node.start), text.rfind("\r", 0, node.start)) + 1
    found = _ITEM.match(text, start)
    if found is None or found.end("mark") != node.start or found.end("said") != node.end:
        return None
    above = max(text.rfind("\n", 0, max(0, start - 1)), text.rfind("\r", 0, max(0, start - 1))) + 1
    beside = (text[above:start], text[found.end() :])
    if not any(line.startswith(found["mark"]) for line in beside):
        return None
    return Edit(start, found.end(), "")
