"""YAML in another script: converted values are spliced in, everything else stays byte for byte."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from planforge.source.edit import replace_scalar, splice
from planforge.source.load import parsed
from planforge.source.nodes import Mapping, Scalar, Sequence, every_node
from planforge.source.scalars import offsets
from planforge.source.text import SourceText

from .glossary import protected_in
from .labelled import in_grid, in_text
from .names import keys as keys_of_names
from .names import keys_of_columns
from .plan_region import with_region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.source.load import Source

    from .conversion import Conversion

    Edit = tuple[int, int, str]

_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)


def convert_yaml(path: str, text: str, conversion: Conversion) -> str:
    """``text`` with its values converted; what the plan itself protects is left alone.

    The region of a plan is the one that reads what it became.

    Args:
        path: Name for error messages.
        text: YAML.
        conversion: Where to and how.

    Raises:
        FileProblems: The text is not YAML.
        UserError: The target is unknown.
    """
    source = parsed(SourceText(path, text))
    values = list(_values(source.root))
    # An alias repeats a text, but the file has it once.
    nodes = list(dict(values))
    words = [node.value for node in nodes]
    whole = "\n".join(words)
    conversion = conversion.protecting(protected_in(source.root)).reading(whole)
    conversion = conversion.naming(chain(_named(source.root, values), in_text(whole)))
    converted = dict(zip(nodes, conversion.texts(words), strict=True))
    edits = [
        edit
        for node, new in (converted | with_region(source.root, conversion.target)).items()
        if new != node.value
        for edit in _edits(source, node, new)
    ]
    if conversion.comments:
        comments = list(_comments(source))
        said = conversion.texts([match[0] for match in comments])
        edits += ((*match.span(), new) for match, new in zip(comments, said, strict=True))
    return splice(text, sorted(edits))


def _named(root: Mapping, values: list[tuple[Scalar, str]]) -> Iterator[str]:
    """What the fields and the tables of a plan say that name people."""
    fields, columns = keys_of_names(), keys_of_columns()
    yield from (node.value for node, key in values if key in fields)
    if any(key in columns for _node, key in values):
        for node in every_node(root):
            if type(node) is Mapping and any(key.value in columns for key, _value in node.pairs):
                yield from in_grid(_rows(node))


def _rows(table: Mapping) -> Iterator[list[str]]:
    """The rows of a table, its heads among them."""
    for _key, value in table.pairs:
        if type(value) is Sequence:
            rows = [row for row in value.items if type(row) is Sequence] or [value]
            yield from (
                [cell.value if type(cell) is Scalar else "" for cell in row.items] for row in rows
            )


def _values(root: Mapping) -> Iterator[tuple[Scalar, str]]:
    """Every text that is no key, with the key that it stands below."""
    seen: set[int] = set()
    waiting: list[tuple[Mapping | Sequence, str]] = [(root, "")]
    while waiting:
        node, above = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        inside = (
            [(value, key.value) for key, value in node.pairs]
            if type(node) is Mapping
            else [(item, above) for item in node.items]
        )
        for value, key in inside:
            if type(value) is Scalar:
                yield value, key
            else:
                waiting.append((value, key))


def _edits(source: Source, node: Scalar, converted: str) -> Iterator[Edit]:
    """What to change in the file so that ``node`` says ``converted``."""
    if len(converted) != len(node.value):
        yield replace_scalar(source, node, converted)
        return
    if source.text.text[node.start : node.end] == node.value:  # as nearly always
        yield node.start, node.end, converted
        return
    for piece in offsets(source.text.text, node).pieces:
        new = converted[piece.value : piece.value + piece.length]
        if new != node.value[piece.value : piece.value + piece.length]:
            # An escape (\u53d1) is written out as the character it now stands for.
            yield piece.start, piece.end, new


def _comments(source: Source) -> Iterator[re.Match[str]]:
    """The comments between the texts of a file."""
    text = source.text.text
    done = 0
    scalars = {(node.start, node.end) for node in every_node(source.root) if type(node) is Scalar}
    for start, end in sorted(scalars | {(len(text),) * 2}):
        yield from _COMMENT.finditer(text, done, max(done, start))
        done = max(done, end)
