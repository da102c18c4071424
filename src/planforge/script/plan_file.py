"""YAML in another script: converted values are spliced in, everything else stays byte for byte."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.source.edit import replace_scalar, splice
from planforge.source.load import load
from planforge.source.nodes import Mapping, Scalar, Sequence
from planforge.source.scalars import offsets

from .converter import DEFAULT, prose_converter
from .protected import convert_between

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planforge.source.load import Source
    from planforge.source.nodes import Node

    from .converter import Options

    Edit = tuple[int, int, str]

_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)


def convert_yaml(  # noqa: PLR0913  what is converted besides the values is for the caller to say
    path: str,
    text: str,
    target: str,
    options: Options = DEFAULT,
    *,
    keys: bool = False,
    comments: bool = False,
) -> str:
    """``text`` with its values in the script of ``target``.

    Args:
        path: Name for error messages.
        text: YAML.
        target: A key of `planforge.script.targets.TARGETS`.
        options: How it is converted.
        keys: Convert the keys too.
        comments: Convert the comments too.

    Raises:
        FileProblems: The text is not YAML.
        UserError: The target is unknown.
    """
    prose = prose_converter(target, options)

    def convert(value: str) -> str:
        return convert_between(value, prose)

    source = load(path, text.encode())
    scalars = list(_scalars(source.root))
    edits = [
        edit
        for node, is_key in scalars
        if keys or not is_key
        for edit in _edits(source, node, convert(node.value))
    ]
    if comments:
        edits += _comment_edits(source.text.text, [node for node, _ in scalars], convert)
    return splice(source.text.text, sorted(edits))


def _scalars(root: Node) -> Iterator[tuple[Scalar, bool]]:
    """Every scalar once, aliases not repeated, with whether it is a key."""
    seen: set[int] = set()
    waiting: list[tuple[Node, bool]] = [(root, False)]
    while waiting:
        node, is_key = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Scalar):
            yield node, is_key
        elif isinstance(node, Sequence):
            waiting += ((item, False) for item in node.items)
        elif isinstance(node, Mapping):
            for key, value in node.pairs:
                waiting += ((key, True), (value, False))


def _edits(source: Source, node: Scalar, converted: str) -> Iterator[Edit]:
    """What to change in the file so that ``node`` says ``converted``."""
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
