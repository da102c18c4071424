"""Colons inside a text in brackets: ``{时间: 17:30}`` is YAML 1.2, but libyaml refuses it.

YAML 1.2.2, 7.3.3: a plain text in brackets may hold a colon that no blank, comma or bracket
follows. libyaml still reads by YAML 1.1 here. Loaded only for a file that it refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .nodes import Mapping, Scalar, Sequence, every_node

if TYPE_CHECKING:
    from .nodes import Node

# Behind a quotation mark a colon ends a key: {"名称":开会}.
_INNER: Final = re.compile(r"(?<=[^\s,\[\]{}\"':?]):(?=[^\s,\[\]{}])")
_CLOCK: Final = re.compile(r"(?<=\d):(?=\d)|:(?=//)")


def covered(text: str, stand_in: str) -> str:
    """The text with every colon that may stand inside a plain text replaced, one for one."""
    return _INNER.sub(stand_in, text)


def is_meant(text: str, root: Node) -> bool:
    """Whether no colon that was taken for a part of a text looks like that of a key.

    Args:
        text: The file.
        root: What was read with those colons covered, uncovered again.
    """
    return not any(_is_key(text, node) for node in every_node(root))


def _is_key(text: str, node: Node) -> bool:
    """Whether a text in the brackets ``node`` was meant as a key and its value."""
    if isinstance(node, Scalar) or text[node.start : node.start + 1] not in {"{", "["}:
        return False
    inside = node.items if isinstance(node, Sequence) else _keys(node)
    return any(
        isinstance(one, Scalar) and not one.style and ":" in _CLOCK.sub("", one.value)
        for one in inside
    )


def _keys(node: Mapping) -> list[Node]:
    return [key for key, _value in node.pairs]
