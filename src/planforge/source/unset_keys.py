"""Keys taken out of one mapping of a file; every other byte stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from .edit import Edit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from .load import Source
    from .nodes import Mapping, Node, Scalar

    Pair = tuple[Scalar, Node]

_REST_OF_LINE: Final = pattern(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n|\Z)")


def unset_keys(source: Source, node: Mapping, names: Collection[str]) -> tuple[Edit, ...]:
    """The edits, sorted, that take the keys out with their values and the comments behind them.

    At least one key has to stay.

    Args:
        source: The file.
        node: One of its mappings.
        names: The keys, as they are written there.
    """
    return tuple(_edits(source.text.text, node, names))


def _edits(text: str, node: Mapping, names: Collection[str]) -> Iterator[Edit]:
    pairs = node.pairs
    kept = next(n for n, (key, _value) in enumerate(pairs) if key.value not in names)
    if kept:
        yield Edit(pairs[0][0].start, pairs[kept][0].start, "")
    in_brackets = text[node.start : node.start + 1] == "{"
    for number in range(kept + 1, len(pairs)):
        if pairs[number][0].value in names:
            if in_brackets:
                yield Edit(pairs[number - 1][1].end, pairs[number][1].end, "")
            else:
                yield _lines(text, pairs[number])


def _lines(text: str, pair: Pair) -> Edit:
    """The lines that a pair of a block takes."""
    key, value = pair
    start = max(text.rfind("\n", 0, key.start), text.rfind("\r", 0, key.start)) + 1
    end = max(value.end, key.end)
    if text[end - 1 : end] not in {"\n", "\r"} and (rest := _REST_OF_LINE.match(text, end)):
        end = rest.end()
    return Edit(start, end, "")
