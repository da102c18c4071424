"""Stages and months of the outline → stages and entries of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from planforge.model.schedule import Activity
from planforge.model.sections import Stage
from planforge.model.when import When

from . import facts
from .items import lines, numbered, points
from .keys import ACTIVITY, ENTRY, NO, STAGE
from .words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .outline import Node

_BRACKETS: Final = {"）": "（", ")": "("}


def stages(nodes: Sequence[Node]) -> list[Any] | None:
    """The nodes as stages; ``None`` where one of them is a paragraph between the stages."""
    return [_stage(node) for node in nodes] if all(map(numbered, nodes)) else None


def _stage(node: Node) -> Any:
    title, when = timed(node.text)
    body, told = _facts([child.text for child in node.paragraphs], Stage)
    stage: dict[str, Any] = {
        STAGE["title"]: title,
        STAGE["when"]: when,
        STAGE["text"]: lines(body),
        **told,
        STAGE["items"]: points(node.rest, 2),
    }
    found = {name: value for name, value in stage.items() if value}
    return title if len(found) == 1 else found


def timed(words: Words) -> tuple[Words, Words]:
    """What stands before a time in brackets at the end, and the time: 动员部署阶段（3月）."""
    start = words.rfind(_BRACKETS.get(words[-1:], "\0"))
    if start < 1 or not When.parse(words[start + 1 : -1]).understood:
        return words, Words("")
    return words.part(0, start), words.part(start + 1, len(words) - 1)


def _facts(paragraphs: list[Words], model: type[Stage | Activity]) -> Any:
    if not paragraphs:
        return [], {}
    last, told = facts.split(paragraphs[-1], model)
    return [*paragraphs[:-1], *([last] if last else [])], told


def entries(nodes: Iterable[Node]) -> list[Any]:
    """Month heads with what stands below them, as entries of the schedule."""
    return [_entry_of(node) for node in nodes]


def _entry_of(node: Node) -> dict[str, Any]:
    head = node.month
    assert head is not None
    node.scheduled = True
    themed = node.piece.certain or (head.themed and not (head.colon and not node.children))
    at = node.piece.body
    months = Words.at(head.months, node.piece.line, at)
    rest = Words.at(head.rest, node.piece.line, at + head.rest_at)
    said = [] if themed or not rest else [rest]
    below = [n.text for n in node.paragraphs]
    alone = said and not node.children
    entry = {
        ENTRY["months"]: months,
        ENTRY["theme"]: rest if themed else "",
        ENTRY["text"]: "" if alone else lines([*said, *below]),
        ENTRY["activities"]: [_named([rest])] if alone else [_activity(n) for n in node.rest],
    }
    return {name: value for name, value in entry.items() if value}


def _activity(node: Node) -> Any:
    named = _named([node.text, *(child.text for child in node.paragraphs)])
    if numbered(node) and not node.rest:
        return named
    title = named if isinstance(named, dict) else {ACTIVITY["title"]: named}
    return {
        **title,
        **({} if numbered(node) else {ACTIVITY["numbered"]: NO}),
        **({ACTIVITY["items"]: points(node.rest, 3)} if node.rest else {}),
    }


def _named(paragraphs: list[Words]) -> Any:
    """The name of an activity with what is told in brackets behind it."""
    body, told = _facts(paragraphs, Activity)
    if not told or not body:
        return lines(paragraphs)
    return {ACTIVITY["title"]: lines(body), **told}
