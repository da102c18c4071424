"""The tree of a YAML file. Offsets are code points into the text of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, final

if TYPE_CHECKING:
    from collections.abc import Iterator

# YAML 1.2, 10.3.2: what a plain scalar may say for null. Everything else stays a string.
NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})


@final
class Scalar:
    """One text.

    Attributes:
        value: What it says, escapes and folding resolved.
        style: ``""`` plain, ``"'"``, ``'"'``, ``"|"`` or ``">"``.
        start: Offset of its first code point (the quote, the ``|``), behind any anchor.
        end: Offset behind its last code point; a block runs up to the next line with content.
    """

    __slots__ = ("end", "start", "style", "value")

    def __init__(self, value: str, style: str, start: int, end: int) -> None:
        self.value = value
        self.style = style
        self.start = start
        self.end = end

    @property
    def is_null(self) -> bool:
        """Whether it means that there is no value."""
        return not self.style and self.value in NULLS

    def __repr__(self) -> str:
        return f"Scalar({self.value!r}, {self.style!r}, {self.start}, {self.end})"


@final
class Sequence:
    """A list.

    Attributes:
        items: Its nodes; an alias is the very node it stands for.
        start: Offset of ``[`` or of the first ``-``.
        end: Offset behind ``]`` or behind the last item.
    """

    __slots__ = ("end", "items", "start")

    def __init__(self, items: list[Node], start: int, end: int) -> None:
        self.items = items
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"Sequence({self.items!r}, {self.start}, {self.end})"


@final
class Mapping:
    """Keys with their values, in the order of the file.

    Attributes:
        pairs: Keys are unique; what ``<<`` brings in stands where the ``<<`` stood.
        start: Offset of ``{`` or of the first key.
        end: Offset behind ``}`` or behind the last value.
    """

    __slots__ = ("end", "pairs", "start")

    def __init__(self, pairs: list[tuple[Scalar, Node]], start: int, end: int) -> None:
        self.pairs = pairs
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"Mapping({self.pairs!r}, {self.start}, {self.end})"


Node: TypeAlias = Scalar | Sequence | Mapping


def every_node(root: Node) -> Iterator[Node]:
    """``root``, and every key and value below it, each once."""
    waiting = [root]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if type(node) is Sequence:
            waiting += node.items
        elif type(node) is Mapping:
            waiting += (part for pair in node.pairs for part in pair)


def data(node: Node) -> Any:
    """The node as dict, list, str and None; keys are always str."""
    if type(node) is Scalar:
        return None if not node.style and node.value in NULLS else node.value
    if type(node) is Mapping:
        return {key.value: data(value) for key, value in node.pairs}
    return [data(item) for item in node.items]
