"""The outline → the sections of a plan."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from planforge.regions import load_region

from . import headings, items
from .keys import NO, SCHEDULE, SECTION, bare
from .months import FEWEST

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .outline import Node

CUSTOM: Final = "sections"
# The region of a file that names none.
REGION: Final = "cn"
# With so many unknown headings in a row the plan has its tasks without a heading over them.
TASKS: Final = 3
_CLOSING: Final = re.compile(r"总之|總之|综上|綜上|总而言之|總而言之")


@dataclass(slots=True)
class Part:
    """One section of the plan to be.

    Attributes:
        key: English key of the section; ``sections`` for one that planforge does not know.
        data: What is written below its Chinese key.
        nodes: What it was made from.
    """

    key: str
    data: Any
    nodes: list[Node] = field(default_factory=list)


def parts(nodes: Sequence[Node]) -> list[Part]:
    """The sections in the order of the source.

    Headings are known by their words, one section for each; other headings become custom
    sections. Where no heading is known at all, or many unknown ones stand in a row, the
    points are tasks without a heading over them. What stands before the first heading is the
    preamble; paragraphs behind the last point close the plan.
    """
    body, closing = _closing(list(nodes))
    start = next((n for n, node in enumerate(body) if not node.plain), len(body))
    preamble, body = body[:start], body[start:]
    if not body:
        preamble, closing = [*preamble, *closing], []
    found = [_prose("preamble", preamble)] if preamble else []
    months: list[Node] = []
    if body:
        body, months = _trailing_months(body)
    found += _sections(body)
    if months:
        found.append(Part("schedule", {SECTION["heading"]: "", **_months(months)}, months))
    if closing:
        found.append(_prose("closing", closing))
    return found


def _closing(nodes: list[Node]) -> tuple[list[Node], list[Node]]:
    """The outline without the paragraphs that close the plan, and these."""
    last = nodes
    while last and last[-1].children:
        last = last[-1].children
    tail = len(last)
    while tail and last[tail - 1].plain:
        tail -= 1
    if last is not nodes:
        opening = (n for n in range(tail, len(last)) if _CLOSING.match(last[n].text))
        tail = next(opening, len(last))
    closing = last[tail:]
    del last[tail:]
    return nodes, closing


def _trailing_months(nodes: list[Node]) -> tuple[list[Node], list[Node]]:
    """The outline without a schedule that ends it without a heading of its own, and that."""
    holder = nodes if nodes[-1].month else nodes[-1].children
    if holder is not nodes and headings.section(nodes[-1].text) == "schedule":
        return nodes, []
    start = len(holder)
    while start and holder[start - 1].month:
        start -= 1
    if len(holder) - start < FEWEST:
        return nodes, []
    months = holder[start:]
    del holder[start:]
    return nodes, months


def _sections(nodes: list[Node]) -> list[Part]:
    if not any(_known(node) for node in nodes):
        return [_lifted("tasks", nodes)] if nodes else []
    nodes = _adopted(nodes)
    known = [_known(node) for node in nodes]
    taken = {""}
    result: list[Part] = []
    place = 0
    while place < len(nodes):
        run = next((n for n in range(place, len(nodes)) if known[n]), len(nodes)) - place
        if run >= TASKS and "tasks" not in known and "tasks" not in taken:
            result.append(_lifted("tasks", nodes[place : place + run]))
            taken.add("tasks")
            place += run
        else:
            result.append(_section(nodes[place], known[place], taken))
            place += 1
    return result


def _adopted(nodes: list[Node]) -> list[Node]:
    """The nodes, with paragraphs put below the heading that stands before them."""
    adopted: list[Node] = []
    for node in nodes:
        if adopted and node.plain:
            adopted[-1].children.append(node)
        else:
            adopted.append(node)
    return adopted


def _known(node: Node) -> str:
    return headings.section(node.text) if items.is_heading(node.text) else ""


def _lifted(key: str, nodes: list[Node]) -> Part:
    """A section without a heading, whose points take the level of the headings."""
    return Part(key, {SECTION["heading"]: "", SECTION["items"]: items.points(nodes)}, nodes)


def _prose(key: str, nodes: list[Node]) -> Part:
    return Part(key, items.text(nodes), nodes)


def _section(node: Node, key: str, taken: set[str]) -> Part:
    if not node.children or not items.is_heading(node.text):
        # A point that stands where a section should: no heading, so that it stays a point.
        return _lifted(CUSTOM, [node])
    special = None if key in taken else _SPECIAL.get(key, _plain)(node)
    name = CUSTOM if special is None else key
    taken.add(name)
    unnumbered = node.piece.shape is not None and node.piece.shape.kept
    body = _plain(node) if special is None else special
    if unnumbered:
        body = {SECTION["numbered"]: NO, **body}
    return Part(name, _headed(name, node.text, body), [node])


def _headed(key: str, heading: str, body: dict[str, Any]) -> Any:
    """The section in its shortest form: a heading of the usual words need not be written."""
    if heading != load_region(REGION).headings[key]:
        return {SECTION["heading"]: heading, **body}
    alone = len(body) == 1 and not bare(key).isdisjoint(body)
    return next(iter(body.values())) if alone else body


def _plain(node: Node) -> dict[str, Any]:
    return _with_text(node, SECTION["items"], items.points(node.rest))


def _with_text(node: Node, name: str, rest: list[Any]) -> dict[str, Any]:
    paragraphs = {SECTION["text"]: items.text(node.paragraphs)} if node.paragraphs else {}
    return {**paragraphs, **({name: rest} if rest else {})}


def _stages(node: Node) -> dict[str, Any] | None:
    found = items.stages(node.rest)
    return None if found is None else _with_text(node, SECTION["items"], found)


def _schedule(node: Node) -> dict[str, Any] | None:
    if not node.rest or not all(child.month for child in node.rest):
        return None
    return _with_text(node, SCHEDULE["entries"], items.entries(node.rest))


def _months(nodes: list[Node]) -> dict[str, Any]:
    return {SCHEDULE["entries"]: items.entries(nodes)}


def _nothing(_node: Node) -> None:
    """Sections that print more than their words are left to the people who know them."""


# The closing has no heading in print, so one with a heading is a custom section.
_SPECIAL: Final[dict[str, Callable[[Node], dict[str, Any] | None]]] = {
    "stages": _stages,
    "schedule": _schedule,
    "closing": _nothing,
}
