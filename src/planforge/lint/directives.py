"""Comments that turn rules off: ``# planforge: disable=PF401 -- reason``."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.patterns import pattern
from planforge.source.nodes import Scalar, every_node

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from planforge.source.load import Source
    from planforge.source.text import SourceText

    Span = tuple[int, int]

NAME: Final = "planforge"
LINE: Final = "disable"
NEXT_LINE: Final = "disable-next-line"
FILE: Final = "disable-file"
VERBS: Final = (LINE, NEXT_LINE, FILE)

# What a Chinese keyboard types for colon, equals sign and comma is meant as well.
_SAYS: Final = (
    r"[ \t]*planforge[ \t]*[:：][ \t]*(?P<verb>disable[\w-]*|[A-Za-z-]+(?=[ \t]*[=＝]))"
    r"[ \t]*[=＝]?[ \t]*"
)
_COMMENT: Final = pattern(
    rf"(?:(?<=[ \t\r\n])|(?<![\s\S]))#{_SAYS}(?P<codes>[^\r\n]*?)[ \t]*"
    r"(?:(?:--|—)[^\r\n]*)?(?=\r|\n|\Z)"
)
_IN_MARKDOWN: Final = pattern(
    rf"<!--{_SAYS}(?P<codes>[^\r\n]*?)[ \t]*(?:(?:--(?!>)|—)[^\r\n]*?)?[ \t]*-->"
)
_HEAD: Final = pattern(r"(?:\s|<!--[\s\S]*?-->)*")
_CODE: Final = pattern(r"[^\s,，、;；]+")


class Directive(Struct, frozen=True):
    """One such comment; places are offsets in the text of the file.

    Attributes:
        verb: What it says; one of `VERBS` when it is right.
        codes: Every code or name that it lists, with its place.
        span: The whole comment.
        listed: From the first code to the last.
        alone: Whether nothing else stands in its line.
        line: Its line.
    """

    verb: str
    codes: tuple[tuple[str, Span], ...]
    span: Span
    listed: Span
    alone: bool
    line: int


class Directives(Struct, frozen=True):
    """What the comments of one file turn off.

    Attributes:
        text: The file.
        found: The comments, in its order.
        content: Offset at which the content begins, behind the first comments.
        blocks: First and last line of every text that is written in several lines.
    """

    text: SourceText
    found: tuple[Directive, ...]
    content: int
    blocks: tuple[tuple[int, int], ...] = ()


def in_yaml(source: Source) -> Directives | None:
    """The comments of a plan file; what looks like one within a text is none."""
    text = source.text
    if NAME not in text.text or not _COMMENT.search(text.text):
        return None
    scalars = [node for node in every_node(source.root) if type(node) is Scalar]
    scalars.sort(key=lambda node: node.start)
    starts = [node.start for node in scalars]
    directives = []
    offset = 0
    while match := _COMMENT.search(text.text, offset):
        before = bisect_right(starts, match.start()) - 1
        if before >= 0 and _is_within(text.text, scalars[before], match.start()):
            # The rest of the line may well hold a comment.
            offset = match.start() + 1
        else:
            directives.append(_directive(text, match))
            offset = match.end()
    if not directives:
        return None
    return Directives(text, tuple(directives), source.root.start, tuple(_blocks(text, scalars)))


def in_markdown(text: SourceText) -> Directives | None:
    """The comments of a Markdown file: ``<!-- planforge: disable=PF401 -->``."""
    if NAME not in text.text:
        return None
    found = tuple(_directive(text, match) for match in _IN_MARKDOWN.finditer(text.text))
    head = _HEAD.match(text.text)
    return Directives(text, found, head.end() if head else 0) if found else None


def _blocks(text: SourceText, scalars: Iterable[Scalar]) -> Iterator[tuple[int, int]]:
    for node in scalars:
        if node.end - node.start > 1:
            first, last = text.position(node.start)[0], text.position(node.end - 1)[0]
            if last > first:
                yield first, last


def _is_within(text: str, node: Scalar, offset: int) -> bool:
    """Whether the character at ``offset`` is part of a text that begins before it."""
    if offset >= node.end:
        return False
    between = text[node.start : offset]
    # The line of the | or > is not part of the block itself.
    return node.style not in {"|", ">"} or "\n" in between or "\r" in between


def _directive(text: SourceText, match: re.Match[str]) -> Directive:
    begin = match.start("codes")
    codes = tuple(
        (one[0], (begin + one.start(), begin + one.end())) for one in _CODE.finditer(match["codes"])
    )
    line, column = text.position(match.start())
    before = text.line(line)[: column - 1]
    behind = text.text[match.end() :].partition("\n")[0]
    return Directive(
        match["verb"],
        codes,
        match.span(),
        (codes[0][1][0], codes[-1][1][1]) if codes else match.span(),
        not before.strip() and not behind.strip(),
        line,
    )
