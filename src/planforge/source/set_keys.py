"""Keys added to, or changed in, one part of a file; every other byte stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.patterns import pattern

from . import quote
from .edit import Edit, replace_scalar
from .nodes import Mapping, Scalar, data
from .scalars import offsets
from .text import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Table

    from .load import Source
    from .nodes import Node

_REST_OF_LINE: Final = pattern(r"[^\r\n]*(?:\r\n?|\n|\Z)")
# An anchor stays with the text that it names; the new key stands before both.
_ANCHOR: Final = pattern(r"&[\w-]+[ \t]+\Z")
_CLIPPED: Final = pattern(r"[|>][0-9]?[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n)")
_STEP: Final = 2


class Part(Struct, frozen=True):
    """A part of the file that has keys, or may have some.

    Attributes:
        node: A mapping, or a text that stands where a mapping may stand.
        in_brackets: Whether it stands inside ``[ ]`` or ``{ }``.
        listed: Whether it is an entry of a list.
    """

    node: Node
    in_brackets: bool
    listed: bool


def set_keys(
    source: Source, part: Part, values: Table[str, str], text_key: str
) -> tuple[Edit, ...]:
    """The edits, sorted, that give ``part`` these keys.

    A key that is there gets the new value; others are written behind the last one, in the style
    of what stands there. A plain text becomes the value of ``text_key`` of a new mapping.

    Args:
        source: The file.
        part: Where the keys are to stand.
        values: Key as it is to be written → value; a key that is there is found by that name.
        text_key: The key that a plain text stands for.
    """
    if not values:
        return ()
    if isinstance(part.node, Mapping):
        return tuple(sorted(_in_mapping(source, part.node, values)))
    assert isinstance(part.node, Scalar)
    if part.in_brackets or not part.listed:
        return tuple(_text_in_brackets(source.text.text, part, values, text_key))
    return tuple(_text_in_list(source.text.text, part.node, values, text_key))


def expected(node: Node, values: Table[str, str], text_key: str) -> object:
    """What the part is to say once its keys are set, as `nodes.data` gives it."""
    before = data(node)
    known = before if isinstance(before, dict) else {text_key: before}
    return known | dict(values)


def _in_mapping(source: Source, node: Mapping, values: Table[str, str]) -> Iterator[Edit]:
    written = {key.value: value for key, value in node.pairs}
    new: dict[str, str] = {}
    for key, value in values.items():
        old = written.get(key)
        if old is None:
            new[key] = value
        elif not isinstance(old, Scalar):
            yield Edit(old.start, old.end, _inside(value))
        elif old.is_null or old.value != value:
            yield replace_scalar(source, old, value)
    if not new:
        return
    text = source.text.text
    if text[node.start : node.start + 1] == "{":
        last = node.pairs[-1][1].end if node.pairs else node.start + 1
        comma = ", " if node.pairs else ""
        yield Edit(last, last, comma + _pairs(new))
        return
    indent = node.pairs[0][0].start - _line_start(text, node.pairs[0][0].start)
    yield _lines(text, node.end, indent, new)


def _lines(text: str, behind: int, indent: int, values: Table[str, str]) -> Edit:
    """New lines below the one in which the character before ``behind`` stands."""
    line_end = next((m[0] for m in LINE_BREAK.finditer(text)), "\n")
    lines = [f"{' ' * indent}{_key(key)}: {_alone(value)}" for key, value in values.items()]
    at = behind
    if text[at - 1 : at] not in {"\n", "\r"}:
        rest = _REST_OF_LINE.match(text, at)
        at = rest.end() if rest else at
    if text[at - 1 : at] in {"\n", "\r"}:
        return Edit(at, at, "".join(line + line_end for line in lines))
    return Edit(at, at, "".join(line_end + line for line in lines))


def _text_in_brackets(
    text: str, part: Part, values: Table[str, str], text_key: str
) -> Iterator[Edit]:
    """A text in brackets, or right behind a key, becomes a mapping in braces."""
    node = part.node
    assert isinstance(node, Scalar)
    opening, closing = ("{", "}") if part.listed else ("[{", "}]")
    fits = part.in_brackets or node.style in {"'", '"'} or quote.plain(node.value, in_brackets=True)
    if fits and node.style not in {"|", ">"}:
        start = _with_anchor(text, node)
        yield Edit(start, start, f"{opening}{_key(text_key)}: ")
        yield Edit(node.end, node.end, f", {_pairs(values)}{closing}")
        return
    whole = {text_key: node.value, **values}
    end = "\n" if text[node.end - 1 : node.end] == "\n" else ""
    yield Edit(node.start, node.end, f"{opening}{_pairs(whole)}{closing}{end}")


def _text_in_list(
    text: str, node: Scalar, values: Table[str, str], text_key: str
) -> Iterator[Edit]:
    """A text behind the dash of a list becomes the first key of a mapping."""
    first = _with_anchor(text, node)
    indent = first - _line_start(text, first)
    yield Edit(first, first, f"{_key(text_key)}: ")
    if node.style in {"|", ">"}:
        if (
            node.end == len(text)
            and not node.value.endswith("\n")
            and _CLIPPED.match(text, node.start)
        ):
            # The file ends without a line end; the one that comes now is no part of the text.
            yield Edit(node.start + 1, node.start + 1, "-")
        # What stands below a key must be indented deeper than the key.
        for piece in offsets(text, node).pieces:
            if piece.verbatim:
                start = _line_start(text, piece.start)
                yield Edit(start, start, " " * _STEP)
    elif LINE_BREAK.search(text, node.start, node.end):
        for found in LINE_BREAK.finditer(text, node.start, node.end):
            yield Edit(found.end(), found.end(), " " * _STEP)
    yield _lines(text, node.end, indent, values)


def _pairs(values: Table[str, str]) -> str:
    return ", ".join(f"{_key(key)}: {_inside(value)}" for key, value in values.items())


def _key(key: str) -> str:
    return quote.plain(key, in_brackets=True) or quote.double(key)


def _inside(value: str) -> str:
    return quote.plain(value, in_brackets=True) or quote.single(value) or quote.double(value)


def _alone(value: str) -> str:
    return quote.plain(value) or quote.single(value) or quote.double(value)


def _with_anchor(text: str, node: Scalar) -> int:
    """Where the anchor of a text begins; where the text does, if it has none on its line."""
    anchor = _ANCHOR.search(text[_line_start(text, node.start) : node.start])
    return node.start - len(anchor[0]) if anchor else node.start


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
