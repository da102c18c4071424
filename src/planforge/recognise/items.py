"""Nodes of the outline → points of a plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from planforge.model.item import Item
from planforge.model.shapes import DEEPEST
from planforge.source.emit import LONG

from . import facts
from .keys import ITEM, NO
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


def headed(node: Node) -> bool:
    """Whether the words of ``node`` are a heading, by what the source says or by their look."""
    said = node.piece.heading
    return is_heading(node.text) if said is None else said


def lines(paragraphs: Sequence[str]) -> Words:
    """One paragraph per line; what will be a block in YAML ends like one, in a line feed."""
    if len(paragraphs) == 1 and len(paragraphs[0]) <= LONG:
        return joined(paragraphs)
    return joined(paragraphs, "\n", "\n" if paragraphs else "")


def text(nodes: Iterable[Node]) -> Words:
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
    paragraphs = [child.text for child in node.paragraphs]
    title = node.text if headed(node) else Words("")
    body, told = told_behind(paragraphs if title else [node.text, *paragraphs])
    if not (title or body):
        body, told = [node.text, *paragraphs], {}
    head: dict[str, Any] = {
        ITEM["title"]: title,
        ITEM["text"]: lines(body),
        ITEM["numbered"]: "" if numbered(node) else NO,
        **told,
        ITEM["items"]: points(node.rest, level + 1),
    }
    return {name: words for name, words in head.items() if words}


def told_behind(paragraphs: list[Words]) -> tuple[list[Words], dict[str, Words]]:
    """The paragraphs without the facts behind the last one, and these under their keys."""
    if not paragraphs:
        return [], {}
    last, told = facts.split(paragraphs[-1], Item)
    return [*paragraphs[:-1], *([last] if last else [])], told


def _alone(node: Node) -> Any:
    body, told = told_behind([node.text])
    if not body or not numbered(node):
        return _unnumbered(node.text) if not numbered(node) else text([node])
    return {ITEM["text"]: lines(body), **told} if told else text([node])


def numbered(node: Node) -> bool:
    """Whether a number is printed before the point."""
    return node.piece.shape is not None and node.piece.shape.numbered


def _unnumbered(words: Words) -> dict[str, Words]:
    body, told = told_behind([words])
    if not body:
        body, told = [words], {}
    return {ITEM["text"]: lines(body), ITEM["numbered"]: Words(NO), **told}


def flat(nodes: Iterable[Node]) -> Iterator[Node]:
    """All the nodes and everything below them, in the order of the source."""
    for node in nodes:
        yield from node.walk()
