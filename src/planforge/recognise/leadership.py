"""组长：…, 副组长：…, 成员：… → who leads the work."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from planforge.catalogue import load_catalogue
from planforge.model.sections import Leadership
from planforge.regions import load_region

from . import items
from .keys import LEADERSHIP, SECTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .outline import Node
    from .words import Words

_ROLES: Final = ("head", "deputies", "members")
_ORDER: Final = ("group", *_ROLES, "office", "duties")
_COLON: Final = "：:"
_COMMA: Final = "、"
_LONGEST_GROUP: Final = 40


def leadership(node: Node) -> dict[str, Any] | None:
    """What is written below the heading; ``None`` where no line names a role, or in another order.

    The line before the roles is the name of the group where it says that it is one.
    """
    paragraphs = [child.text for child in node.paragraphs]
    named = [(place, *found) for place, p in enumerate(paragraphs) if (found := _role(p))]
    if not named:
        return None
    first, last = named[0][0], named[-1][0]
    fields = [field for _place, field, _value in named]
    in_order = fields == sorted(set(fields), key=_ORDER.index)
    if not in_order or last - first + 1 != len(named):
        return None
    data: dict[str, Any] = {field: value for _place, field, value in named}
    before, behind = paragraphs[:first], paragraphs[last + 1 :]
    if before and _is_group(before[-1]):
        data["group"] = before.pop()
    if behind and behind[0].startswith(_labels("office")):
        data["office"] = behind.pop(0)
    if behind and behind[0].rstrip(_COLON) in _labels("duties") and node.rest:
        behind.pop()
        data["duties"] = items.points(node.rest)
    elif behind:
        return None
    elif node.rest:
        data["items"] = items.points(node.rest)
    text = {SECTION["text"]: items.lines(before)} if before else {}
    keys = {**LEADERSHIP, "items": SECTION["items"]}
    ordered = {keys[f]: data[f] for f in (*_ORDER, "items") if f in data}
    return {**text, **ordered}


def _role(words: Words) -> tuple[str, Words | list[Words]] | None:
    for field in _ROLES:
        for label in _labels(field):
            colon = words[len(label) : len(label) + 1]
            rest = words.part(len(label) + 1, len(words))
            if words.startswith(label) and colon in _COLON and colon and rest.strip():
                return field, _names(rest)
    return None


def _names(words: Words) -> Words | list[Words]:
    """Several names as a list, where planforge joins them the same way again."""
    names = words.split(_COMMA)
    if len(names) == 1 or any(name != name.strip() or not name for name in names):
        return words
    found = []
    start = 0
    for name in names:
        found.append(words.part(start, start + len(name)))
        start += len(name) + len(_COMMA)
    return found


def _is_group(words: str) -> bool:
    return len(words) <= _LONGEST_GROUP and any(
        label in words and not words.endswith(("。", "：", ":")) for label in _labels("group")
    )


@cache
def _labels(field: str) -> tuple[str, ...]:
    """The words that may stand before the value, the longer ones first."""
    names = set(Leadership.keys()[field].chinese) if field in _ROLES else set()
    names |= {getattr(load_region(code).labels, field) for code in load_catalogue().regions}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def names(words: Sequence[Words]) -> list[Words]:
    """The names of all the lines, one after the other."""
    found: list[Words] = []
    for line in words:
        split = _names(line)
        found += split if isinstance(split, list) else [split]
    return found
