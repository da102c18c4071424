"""YAML in another script: converted values are spliced in, everything else stays byte for byte."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.source.edit import replace_scalar, splice
from planforge.source.load import load
from planforge.source.nodes import Mapping, Scalar, Sequence
from planforge.source.scalars import offsets

from .glossary import protected_in
from .names import keys as keys_of_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planforge.source.load import Source
    from planforge.source.nodes import Node

    from .conversion import Conversion

    Edit = tuple[int, int, str]

KEY: Final = "a key"

_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)


def convert_yaml(path: str, text: str, conversion: Conversion) -> str:
    """``text`` with its values converted; what the plan itself protects is left alone.

    Args:
        path: Name for error messages.
        text: YAML.
        conversion: Where to and how.

    Raises:
        FileProblems: The text is not YAML.
        UserError: The target is unknown.
    """
    source = load(path, text.encode())
    scalars = list(_scalars(source.root))
    wanted = [(node, role) for node, role in scalars if role != KEY]
    conversion = conversion.protecting(protected_in(source.data()))
    conversion = conversion.reading("\n".join(node.value for node, _role in wanted))
    named = keys_of_names()
    conversion = conversion.naming(node.value for node, role in wanted if role in named)
    edits = [edit for node, _role in wanted for edit in _edits(source, node, conversion)]
    if conversion.comments:
        nodes = [node for node, _role in scalars]
        edits += _comment_edits(source.text.text, nodes, conversion.text)
    return splice(source.text.text, sorted(edits))


def _scalars(root: Node) -> Iterator[tuple[Scalar, str]]:
    """Every scalar once, aliases not repeated: `KEY`, or the key that it stands below."""
    seen: set[int] = set()
    waiting: list[tuple[Node, str]] = [(root, "")]
    while waiting:
        node, role = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Scalar):
            yield node, role
        elif isinstance(node, Sequence):
            waiting += ((item, role) for item in node.items)
        elif isinstance(node, Mapping):
            for key, value in node.pairs:
                waiting += ((key, KEY), (value, key.value))


def _edits(source: Source, node: Scalar, conversion: Conversion) -> Iterator[Edit]:
    """What to change in the file so that ``node`` says what it should."""
    converted = conversion.text(node.value)
    if converted == node.value:
        return
    if len(converted) != len(node.value):
        yield replace_scalar(source, node, converted)
        return
    for piece in offsets(source.text.text, node).pieces:
        new = converted[piece.value : piece.value + piece.length]
        if new != node.value[piece.value : piece.value + piece.length]:
            # An escape (\u53d1) is written out as the character it now stands for.
            yield piece.start, piece.end, new


def _comment_edits(
    text: str, scalars: list[Scalar], convert: Callable[[str], str]
) -> Iterator[Edit]:
    done = 0
    for start, end in sorted({(node.start, node.end) for node in scalars} | {(len(text),) * 2}):
        for match in _COMMENT.finditer(text, done, max(done, start)):
            if (new := convert(match[0])) != match[0]:
                yield match.start(), match.end(), new
        done = max(done, end)
