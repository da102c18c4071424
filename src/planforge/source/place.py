"""From the location of a validation error to a place in the file."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from .nodes import Mapping, Node, Scalar, Sequence

Loc: TypeAlias = tuple[str | int, ...]


class Place(Struct, frozen=True):
    """Offsets of what to point at.

    Attributes:
        start: Offset of the first code point.
        end: Offset behind the last code point.
        is_key: Whether a key stands there, not a value.
    """

    start: int
    end: int
    is_key: bool


class Step(Struct, frozen=True):
    """A node on the way, and the key it stands under; None in a list and at the top."""

    node: Node
    key: Scalar | None


def reach(root: Node, loc: Loc) -> list[Step]:
    """The nodes from the root on along ``loc``.

    A part that does not fit the node is skipped: where a string or a list stands for a
    mapping, the model names a key that nobody wrote.
    """
    steps = [Step(root, None)]
    for part in loc:
        node = steps[-1].node
        if type(node) is Mapping and isinstance(part, str):
            step = next((Step(v, k) for k, v in node.pairs if k.value == part), None)
        elif type(node) is Sequence and isinstance(part, int) and part < len(node.items):
            step = Step(node.items[part], None)
        else:
            step = None
        if step is not None:
            steps.append(step)
    return steps


def place(root: Node, loc: Loc) -> Place:
    """Where to point for ``loc``: the value if it is a text, else the key that leads to it.

    A list item that is a mapping or a list is shown by what it begins with.
    """
    last = reach(root, loc)[-1]
    node, key = last.node, last.key
    if type(node) is Scalar and (node.end > node.start or key is None):
        return Place(node.start, node.end, is_key=False)
    if key is not None:
        return Place(key.start, key.end, is_key=True)
    return _beginning(node)


def key_span(root: Node, loc: Loc) -> Place:
    """Where the last key of ``loc`` that was written stands; else as `place`."""
    for step in reversed(reach(root, loc)):
        if step.key is not None:
            return Place(step.key.start, step.key.end, is_key=True)
    return place(root, loc)


def _beginning(node: Node) -> Place:
    while type(node) is not Scalar:
        if type(node) is Mapping and node.pairs:
            key = node.pairs[0][0]
            return Place(key.start, key.end, is_key=True)
        if type(node) is not Sequence or not node.items:
            break
        node = node.items[0]
    return Place(node.start, node.end, is_key=False)
