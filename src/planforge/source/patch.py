"""Changing some characters of a value: what else it says stays as it is written, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import quote
from .edit import Edit, is_in_brackets, replace_scalar, splice
from .scalars import offsets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .load import Source
    from .nodes import Scalar
    from .scalars import Piece, ScalarMap

    Part = tuple[int, int, str]

_BLANKS: Final = (" ", "\t")


def replace_parts(
    source: Source, node: Scalar, parts: Sequence[Part], *, anew: bool = False
) -> list[Edit]:
    """The edits after which ``node`` says what it said, with every part replaced.

    Args:
        source: The file.
        node: One of its scalars.
        parts: Start and end in the value, and the new text; sorted and without overlap.
        anew: Write the whole value anew even where its parts can be replaced in their places.
    """
    value = splice(node.value, parts)
    if not anew and (edits := _in_place(source, node, parts, value)) is not None:
        return edits
    return [replace_scalar(source, node, value)]


def _in_place(source: Source, node: Scalar, parts: Sequence[Part], value: str) -> list[Edit] | None:
    """An edit for each part, or None where a part needs the value to be written anew."""
    text = source.text.text
    written = [_written(node.style, new) for _start, _end, new in parts]
    if not node.style:
        in_brackets = is_in_brackets(source.root, text, node)
        if quote.plain(value.replace("\n", " "), in_brackets=in_brackets) is None:
            return None
    mapped = offsets(text, node)
    edits = []
    for (start, end, _new), said in zip(parts, written, strict=True):
        if said is None or not _is_apart(text, mapped, start, end):
            return None
        edits.append(Edit(*mapped.span(start, end), said))
    return edits if all(_keeps(piece, node.value, parts) for piece in mapped.pieces) else None


def _written(style: str, new: str) -> str | None:
    """How ``new`` is written inside a value of this style; None if it cannot be."""
    if "\n" in new:
        return None
    if style == '"':
        return quote.double(new)[1:-1]
    said = quote.single(new)
    if said is None:
        return None
    return said[1:-1] if style == "'" else new


def _is_apart(text: str, mapped: ScalarMap, start: int, end: int) -> bool:
    """Whether the part lies in one line of the file; beside its end it must not touch it."""
    first, last = mapped.span(start, end)
    stretch = text[first:last]
    return "\n" not in stretch and "\r" not in stretch


def _keeps(piece: Piece, value: str, parts: Sequence[Part]) -> bool:
    """Whether a line of the value neither gets lost nor gets blanks at an edge.

    Blanks at the edge of a line mean indentation, or nothing at all.
    """
    if not piece.verbatim:
        return True
    stop = piece.value + piece.length
    inside = [
        (max(start, piece.value) - piece.value, min(end, stop) - piece.value, new)
        for start, end, new in parts
        if start < stop and (end > piece.value or start == end >= piece.value)
    ]
    old = value[piece.value : stop]
    new = splice(old, inside)
    return bool(new) and not (
        (new[0] in _BLANKS and new[0] != old[0]) or (new[-1] in _BLANKS and new[-1] != old[-1])
    )
