"""Who, when, how often, how much: what stands in brackets behind a point."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from planforge.catalogue import load_catalogue
from planforge.model.item import Item
from planforge.model.schedule import Activity
from planforge.model.sections import Stage
from planforge.model.targets import Target
from planforge.regions import load_region

if TYPE_CHECKING:
    from planforge.model.entry import Entry

    from .words import Words

# The fields of each class that are printed in brackets behind it.
FIELDS: Final[dict[type[Entry], tuple[str, ...]]] = {
    Item: ("owner", "due", "frequency", "budget"),
    Target: ("due", "owner"),
    Stage: ("owner", "budget"),
    Activity: ("date", "place", "audience", "owner", "budget"),
}
_OPEN, _CLOSE, _BETWEEN, _COLON = "（", "）", "；", "："


def split(words: Words, model: type[Entry]) -> tuple[Words, dict[str, Words]]:
    """The words without the facts behind them, and the facts under the Chinese keys of ``model``.

    Only where every part of the bracket is a label that planforge knows with words behind it;
    otherwise nothing is taken apart.
    """
    start = _opening(words)
    if start < 0:
        return words, {}
    labels = _labels(model)
    found: dict[str, Words] = {}
    fields = set()
    place = start + 1
    for part in words[start + 1 : -1].split(_BETWEEN):
        label, colon, value = part.partition(_COLON)
        key, field = labels.get(label, ("", ""))
        if not (colon and value.strip() and field) or field in fields:
            return words, {}
        fields.add(field)
        behind = place + len(label) + 1
        found[key] = words.part(behind, behind + len(value))
        place += len(part) + 1
    return words.part(0, start), found


def _opening(words: str) -> int:
    """Where the bracket opens that closes at the end; -1 where there is none."""
    if not words.endswith(_CLOSE):
        return -1
    depth = 0
    for place in range(len(words) - 1, -1, -1):
        depth += (words[place] == _CLOSE) - (words[place] == _OPEN)
        if not depth:
            return place
    return -1


@cache
def _labels(model: type[Entry]) -> dict[str, tuple[str, str]]:
    """Every label → the key to write, and its field."""
    keys = model.keys()
    found = {}
    for code in load_catalogue().regions:
        for field in FIELDS[model]:
            found[getattr(load_region(code).labels, field)] = (keys[field].zh, field)
    for field in FIELDS[model]:
        found |= {name: (name, field) for name in keys[field].chinese}
    return found
