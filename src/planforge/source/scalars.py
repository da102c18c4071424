"""From an offset inside a value to the place in the file, in all five styles of YAML.

A value is made of pieces. Most stand in the file as they are; a folded line end, an escape or a
doubled quote stands for other characters than it is written with.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from planforge.patterns import pattern

from .text import LINE_BREAK

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from .nodes import Scalar

_BREAK: Final = r"(?:\r\n?|\n)"
_FOLD: Final = rf"[ \t]*{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*"
_ESCAPE: Final = r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\r\n])"

# The parts of a scalar that may span lines, by style; what no group claims stands as it is.
_FLOW: Final = {
    "": pattern(rf"(?P<fold>{_FOLD})|[^ \t\r\n]+|[ \t]+"),
    "'": pattern(rf"(?P<fold>{_FOLD})|(?P<quote>'')|[^' \t\r\n]+|[ \t]+"),
    '"': pattern(
        rf"(?P<joined>\\{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*)|(?P<escape>{_ESCAPE})"
        rf"|(?P<fold>{_FOLD})|[^\\ \t\r\n]+|[ \t]+"
    ),
}
_HEADER: Final = pattern(r"[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?")
_LINE: Final = pattern(rf"([^\r\n]*)({_BREAK}|\Z)")


class Piece(Struct, frozen=True):
    """A run of a value and where it comes from.

    Attributes:
        value: Offset in the value.
        length: Number of characters of the value.
        start: Offset in the text of the file.
        end: Offset behind it in the text of the file.
        verbatim: Whether both are the same characters one for one.
    """

    value: int
    length: int
    start: int
    end: int
    verbatim: bool


class ScalarMap:
    """Where every character of one value stands.

    Attributes:
        pieces: In order, without gaps in the value.
        start: Where the content begins in the file.
        end: Where it ends.
    """

    __slots__ = ("_offsets", "end", "pieces", "start")

    def __init__(self, pieces: tuple[Piece, ...], start: int) -> None:
        self.pieces = pieces
        self.start = pieces[0].start if pieces else start
        self.end = pieces[-1].end if pieces else start
        self._offsets = [piece.value for piece in pieces]

    def source(self, offset: int) -> int:
        """Where the character at ``offset`` of the value begins; the length gives the end."""
        piece = self._piece(offset)
        if piece is None:
            return self.end
        return piece.start + (offset - piece.value if piece.verbatim else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """What to change in the file to change the characters ``start`` to ``end``."""
        if end <= start:
            return self.source(start), self.source(start)
        last = self._piece(end - 1)
        if last is None:
            return self.source(start), self.end
        stop = last.start + end - last.value if last.verbatim else last.end
        return self.source(start), stop

    def _piece(self, offset: int) -> Piece | None:
        index = bisect_right(self._offsets, offset) - 1
        if index < 0:
            return None
        piece = self.pieces[index]
        return piece if offset < piece.value + piece.length else None


def offsets(text: str, node: Scalar) -> ScalarMap:
    """The map of ``node``, which was read from ``text``."""
    if node.style in {"|", ">"}:
        return _block(text, node)
    quote = len(node.style)
    start, end = node.start + quote, node.end - quote
    # Most texts stand in the file as they are.
    if node.value and text[start:end] == node.value:
        return ScalarMap((Piece(0, end - start, start, end, verbatim=True),), start)
    found = _pieces(_flow(text, start, end, node), len(node.value))
    return ScalarMap(found, start)


# A part: length of the value, start and end in the file, whether verbatim.
_Part = tuple[int, int, int, bool]


def _pieces(parts: Iterator[_Part], most: int) -> tuple[Piece, ...]:
    """The parts one after another, neighbours joined, cut at ``most`` characters."""
    found: list[Piece] = []
    value = 0
    for length, start, end, verbatim in parts:
        if value >= most:
            break
        if found and verbatim and found[-1].verbatim and found[-1].end == start:
            last = found.pop()
            found.append(replace(last, length=last.length + length, end=end))
        elif length:
            found.append(Piece(value, length, start, end, verbatim))
        value += length
    return tuple(found)


def _flow(text: str, start: int, end: int, node: Scalar) -> Iterator[_Part]:
    for match in _FLOW[node.style].finditer(text, start, end):
        kind = match.lastgroup
        if kind is None:
            yield match.end() - match.start(), match.start(), match.end(), True
        elif kind in {"fold", "joined"}:
            yield from _folded(match, 1 if kind == "fold" else 0)
        else:
            yield 1, match.start(), match.end(), False


def _folded(match: re.Match[str], space: int) -> Iterator[_Part]:
    """Line ends in a scalar that may span lines: one is a space, each further one itself."""
    breaks = [
        found.end() for found in LINE_BREAK.finditer(match.string, match.start(), match.end())
    ]
    if len(breaks) == 1:
        yield space, match.start(), match.end(), False
        return
    starts = [match.start(), *breaks[1:-1]]
    ends = [*breaks[1:-1], match.end()]
    for start, end in zip(starts, ends, strict=True):
        yield 1, start, end, False


class _Line(Struct, frozen=True):
    """A line of a block: offsets of its content and of its end."""

    start: int
    end: int
    stop: int


def _block(text: str, node: Scalar) -> ScalarMap:
    """The map of a literal or folded block.

    The indentation that YAML takes off may be announced relative to a parent that the node does
    not know; so the one that gives the value is taken.
    """
    header = _HEADER.match(text, node.start)
    assert header is not None
    first_break = LINE_BREAK.match(text, header.end())
    start = first_break.end() if first_break else header.end()
    lines = [
        (match.start(), match.end(1), match.end())
        for match in _LINE.finditer(text, start, node.end)
        if match.end() > match.start()
    ]
    for indent in _indentations(text, lines):
        cut = [_Line(_content(text, a, b, indent), b, stop) for a, b, stop in lines]
        parts = _literal(cut) if node.style == "|" else _folded_block(text, cut)
        found = _pieces(parts, len(node.value))
        if _says(text, found, node.value):
            return ScalarMap(found, start)
    return ScalarMap((), start)


def _content(text: str, start: int, end: int, indent: int) -> int:
    """Where the content of the line begins, ``indent`` spaces taken off at most."""
    stop = min(start + indent, end)
    while start < stop and text[start] == " ":
        start += 1
    return start


def _indentations(text: str, lines: list[tuple[int, int, int]]) -> Iterator[int]:
    """Possible indentations, the usual one first: that of the first line with content."""
    widths = [
        len(line) - len(line.lstrip(" ")) for line in (text[start:end] for start, end, _ in lines)
    ]
    usual = next((w for w, (a, b, _) in zip(widths, lines, strict=True) if text[a:b].strip(" ")), 0)
    yield usual
    for width in range(max(widths, default=0), 0, -1):
        if width != usual:
            yield width


def _literal(lines: list[_Line]) -> Iterator[_Part]:
    for line in lines:
        if line.end > line.start:
            yield line.end - line.start, line.start, line.end, True
        if line.stop > line.end:
            yield 1, line.end, line.stop, False


def _folded_block(text: str, lines: list[_Line]) -> Iterator[_Part]:
    """Line ends between two lines of text are folded, those beside an indented line are kept."""
    ends: list[_Line] = []
    above_is_text = False
    for line in lines:
        if line.end == line.start:
            ends.append(line)
            continue
        is_text = text[line.start] not in " \t"
        yield from _line_ends(ends, folds=above_is_text and is_text)
        yield line.end - line.start, line.start, line.end, True
        above_is_text = is_text
        ends = [line] if line.stop > line.end else []
    yield from _line_ends(ends, folds=False)


def _line_ends(ends: list[_Line], *, folds: bool) -> Iterator[_Part]:
    """The line ends before a line of content; the first may fold away or become a space."""
    if folds and len(ends) == 1:
        yield 1, ends[0].end, ends[0].stop, False
        return
    for line in ends[1:] if folds else ends:
        yield 1, line.end, line.stop, False


def _says(text: str, pieces: tuple[Piece, ...], value: str) -> bool:
    """Whether the pieces make up the value."""
    length = pieces[-1].value + pieces[-1].length if pieces else 0
    return length == len(value) and all(
        text[one.start : one.end] == value[one.value : one.value + one.length]
        if one.verbatim
        else value[one.value] in "\n "
        for one in pieces
    )
