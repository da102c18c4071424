"""Changing a file in place: everything that is not meant stays byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from planforge.patterns import pattern

from . import quote
from .nodes import Mapping, Node, Scalar, Sequence
from .scalars import offsets
from .text import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .load import Source

# What may stand before a value in its line: blanks, marks of a list.
_POINTS: Final = pattern(r"[ ]*(?:-[ ]+)*")
_HEADER: Final = pattern(r"[|>](?P<marks>[-+0-9]*)(?P<comment>[ \t]*(?:#[^\r\n]*)?)")
_REST_OF_LINE: Final = pattern(r"[ \t]*(?:#[^\r\n]*)?(?=\r|\n|\Z)")
# A line of blanks or an indented comment would become part of a block above it.
_UNSAFE_BELOW: Final = pattern(r"(?:\r\n?|\n)+[ \t]+(?:[\r\n#]|\Z)")
_BLANKS_AT_END: Final = pattern(r"[ \t]*\Z")
_BLANK_LINES: Final = pattern(r"[ \t]*(?:\r\n?|\n)[ \t\r\n]*")

_STEP: Final = 2  # spaces of indentation, as everywhere in planforge's own files


class Edit(NamedTuple):
    """New text for the offsets ``start`` to ``end``; equal offsets insert."""

    start: int
    end: int
    new: str


def splice(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """The text with every edit made.

    Args:
        text: The whole file.
        edits: Start, end and new text, sorted and without overlap.

    Raises:
        ValueError: The edits overlap, are not sorted, or lie outside the text.
    """
    parts: list[str] = []
    done = 0
    for start, end, new in edits:
        if not done <= start <= end <= len(text):
            message = f"edit {start}..{end} does not follow {done} within {len(text)}"
            raise ValueError(message)
        parts += text[done:start], new
        done = end
    parts.append(text[done:])
    return "".join(parts)


def replace_scalar(source: Source, node: Scalar, value: str) -> Edit:
    """The edit that makes ``node`` say ``value``.

    The style stays where it can hold the value; several lines become a block where there is
    room for one, else double quotation marks are used. Comments stay.

    Args:
        source: The file.
        node: One of its scalars; where it is repeated by an alias, the repetitions change too.
        value: What it is to say; never null, an empty text becomes ``""``.
    """
    text = source.text.text
    if node.style in {"|", ">"}:
        return _replace_block(text, node, value)
    in_brackets = is_in_brackets(source.root, text, node)
    written = _in_style(node.style, value, in_brackets=in_brackets)
    if written is None and not in_brackets and (edit := _new_block(text, node, value)):
        return edit
    written = (
        written
        or quote.plain(value, in_brackets=in_brackets)
        or quote.single(value)
        or quote.double(value)
    )
    end, blanks = node.end, ""
    if not (node.style or in_brackets or written == value):
        end, blanks = _blanks_below(text, node.end)
    return Edit(node.start, end, _space(text, node) + written + blanks)


def _in_style(style: str, value: str, *, in_brackets: bool) -> str | None:
    if not style:
        return quote.plain(value, in_brackets=in_brackets)
    if "\n" in value:
        return None
    return quote.single(value) if style == "'" else quote.double(value)


def _blanks_below(text: str, end: int) -> tuple[int, str]:
    """Where the blank lines below a plain value end, and what they must be below quotation marks.

    A plain value may be followed by lines with tabs, for it could go on there.
    """
    found = _BLANK_LINES.match(text, end)
    if found is None or "\t" not in found[0]:
        return end, ""
    return found.end(), found[0].replace("\t", " ")


def _new_block(text: str, node: Scalar, value: str) -> Edit | None:
    """A literal block for several lines, if the scalar is a value that ends its line."""
    rest = _REST_OF_LINE.match(text, node.end)
    if "\n" not in value.removesuffix("\n") or value.endswith("\n\n") or rest is None:
        return None
    if _UNSAFE_BELOW.match(text, rest.end()):
        return None
    body = quote.block(value, _column(text, node.start) + _STEP, _line_end(text))
    if body is None:
        return None
    mark, content = body
    last = _line_end(text) if value.endswith("\n") and rest.end() == len(text) else ""
    space = _space(text, node)
    return Edit(node.start, rest.end(), f"{space}|{mark}{rest[0].rstrip()}{content}{last}")


def _replace_block(text: str, node: Scalar, value: str) -> Edit:
    header = _HEADER.match(text, node.start)
    assert header is not None
    old = text[header.end() : node.end]
    pieces = [piece for piece in offsets(text, node).pieces if piece.verbatim]
    first = pieces[0].start if pieces else -1
    indent = first - _line_start(text, first) if pieces else _column(text, node.start) + _STEP
    line_end = _line_end(text)
    blank = len(LINE_BREAK.findall(old[len(old.rstrip(" \t\r\n")) :]))
    if "+" in header["marks"]:
        blank = min(blank, 1)
    end = len(text) if _BLANKS_AT_END.match(text, node.end) else node.end
    follows = end < len(text)
    for style in dict.fromkeys((node.style, "|")):
        if (body := quote.block(value, indent, line_end, folded=style == ">")) is not None:
            mark, content = body
            ends = len(value) - len(value.rstrip("\n"))
            if mark == "+":
                blank = ends
            after = line_end * max(blank, int(follows or ends > 0))
            new = style + mark + header["comment"] + content + after
            return Edit(node.start, end, new)
    after = line_end * max(blank, int(follows))
    return Edit(node.start, end, quote.double(value) + header["comment"] + after)


def is_in_brackets(root: Node, text: str, node: Scalar) -> bool:
    """Whether ``node``, somewhere below ``root``, stands in a list or mapping in brackets."""
    current: Node | None = root
    while current is not None and type(current) is not Scalar:
        if text[current.start] in "[{":
            return True
        inside = [child for child in _children(current) if child.start <= node.start <= child.end]
        if any(child is node for child in inside):
            return False
        current = next((child for child in inside if type(child) is not Scalar), None)
    return False


def _children(node: Mapping | Sequence) -> Iterator[Node]:
    if type(node) is Sequence:
        yield from node.items
        return
    for pair in node.pairs:
        yield from pair


def _space(text: str, node: Scalar) -> str:
    """What parts a value from the colon or the mark it is the first to follow."""
    return " " if node.start == node.end and text[node.start - 1 : node.start] in ":-?," else ""


def _column(text: str, offset: int) -> int:
    """Where the content of the line begins, behind the marks of a list."""
    begin = _line_start(text, offset)
    points = _POINTS.match(text, begin)
    return points.end() - begin if points else 0


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _line_end(text: str) -> str:
    """The line end of the file; a line feed when it has none."""
    found = LINE_BREAK.search(text)
    return found[0] if found else "\n"
