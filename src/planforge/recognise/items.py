"""Nodes of the outline → points of a plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from planforge.model.shapes import DEEPEST
from planforge.source.emit import LONG

from .keys import ACTIVITY, ENTRY, ITEM, NO, STAGE
from .words import Words, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .outline import Node

# Headings of real plans have up to 45 code points.
LONGEST_HEADING: Final = 50
_SENTENCE: Final = re.compile(r"(?<=.)[。！!？?](?=.)")


def is_heading(text: str) -> bool:
    """Whether ``text`` may stand on a line of its own above other text: short, one sentence."""
    return len(text) <= LONGEST_HEADING and not _SENTENCE.search(text)


def lines(paragraphs: Sequence[str]) -> str:
    """One paragraph per line; what will be a block in YAML ends like one, in a line feed."""
    if len(paragraphs) == 1 and len(paragraphs[0]) <= LONG:
        return paragraphs[0]
    return joined(paragraphs, "\n", "\n" if paragraphs else "")


def text(nodes: Iterable[Node]) -> str:
    """The words of the nodes, one paragraph per line."""
    return lines([node.text for node in nodes])


def points(nodes: Iterable[Node], level: int = 1) -> list[Any]:
    """The nodes as points; what lies deeper than the model allows follows as plain text."""
    return [point for node in nodes for point in _point(node, level)]


def _point(node: Node, level: int) -> Iterator[Any]:
    if node.plain or not node.children:
        yield _alone(node)
    elif level < DEEPEST or not node.rest:
        yield _with_children(node, level)
    else:
        yield _alone(node)
        for deep in flat(node.children):
            deep.piece = deep.piece.plain()
            yield _unnumbered(deep.text)


def _with_children(node: Node, level: int) -> dict[str, Any]:
    if is_heading(node.text):
        head = {ITEM["title"]: node.text, ITEM["text"]: text(node.paragraphs)}
    else:
        head = {ITEM["text"]: text([node, *node.paragraphs])}
    head[ITEM["numbered"]] = "" if _numbered(node) else NO
    rest = points(node.rest, level + 1)
    return {
        **{name: words for name, words in head.items() if words},
        **({ITEM["items"]: rest} if rest else {}),
    }


def _alone(node: Node) -> Any:
    return text([node]) if _numbered(node) else _unnumbered(node.text)


def _numbered(node: Node) -> bool:
    return node.piece.shape is not None and not node.piece.shape.kept


def _unnumbered(words: str) -> dict[str, str]:
    return {ITEM["text"]: lines([words]), ITEM["numbered"]: NO}


def flat(nodes: Iterable[Node]) -> Iterator[Node]:
    """All the nodes and everything below them, in the order of the source."""
    for node in nodes:
        yield from node.walk()


def stages(nodes: Sequence[Node]) -> list[Any] | None:
    """The nodes as stages; ``None`` where one of them is a paragraph between the stages."""
    if not all(_numbered(node) for node in nodes):
        return None
    return [
        {
            STAGE["title"]: node.text,
            **({STAGE["text"]: text(node.paragraphs)} if node.paragraphs else {}),
            **({STAGE["items"]: points(node.rest, 2)} if node.rest else {}),
        }
        if node.children
        else node.text
        for node in nodes
    ]


def entries(nodes: Iterable[Node]) -> list[Any]:
    """Month heads with what stands below them, as entries of the schedule."""
    return [_entry_of(node) for node in nodes]


def _entry_of(node: Node) -> dict[str, Any]:
    head = node.month
    assert head is not None
    node.scheduled = True
    themed = head.themed and not (head.colon and not node.children)
    at = node.piece.start
    months = Words.at(head.months, node.piece.line, at)
    rest = Words.at(head.rest, node.piece.line, at + head.rest_at)
    said = [] if themed or not rest else [rest]
    below = [n.text for n in node.paragraphs]
    alone = said and not node.children
    entry = {
        ENTRY["months"]: months,
        ENTRY["theme"]: rest if themed else "",
        ENTRY["text"]: "" if alone else lines([*said, *below]),
        ENTRY["activities"]: said if alone else [_activity(n) for n in node.rest],
    }
    return {name: value for name, value in entry.items() if value}


def _activity(node: Node) -> Any:
    if not node.children:
        words = text([node])
        return words if _numbered(node) else {ACTIVITY["title"]: words, ACTIVITY["numbered"]: NO}
    numbered = {} if _numbered(node) else {ACTIVITY["numbered"]: NO}
    return {
        ACTIVITY["title"]: text([node, *node.paragraphs]),
        **numbered,
        **({ACTIVITY["items"]: points(node.rest, 3)} if node.rest else {}),
    }
