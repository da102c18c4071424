"""Where in the file something of the model stands."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, get_args

from msgspec import Struct
from msgspec.structs import replace

from planforge.source.nodes import Mapping, Scalar, Sequence

from .entry import Entry
from .schedule import Schedule, ScheduleEntry, month_keys

if TYPE_CHECKING:
    from planforge.source.nodes import Node


class Place(Struct, frozen=True):
    """A node of the file and what reads it.

    Attributes:
        node: The value.
        key: The nearest key above the value; ``None`` at the top of the file.
        listed: Whether the value is an entry of the list below the key.
        entry: The class that reads the value, or that holds it when it is a plain value.
        field: The field of ``holder`` that the nearest key means; empty at the top.
        holder: The class whose key it is.
    """

    node: Node
    key: Scalar | None
    listed: bool
    entry: type[Entry]
    field: str
    holder: type[Entry]

    @property
    def span(self) -> tuple[int, int]:
        """Offsets to point at: a text as a whole; of anything longer, its key or its beginning."""
        if not isinstance(self.node, Scalar) and self.key is not None and not self.listed:
            return self.key.start, self.key.end
        first = _first(self.node)
        return first.start, first.end


def find(root: Node, entry: type[Entry], loc: tuple[int | str, ...]) -> Place:
    """The place that ``loc``, as pydantic names it for ``entry``, has below ``root``.

    A part of ``loc`` that shorthand added stands for the node that was written instead of it. A
    key that is not there stands for the mapping that lacks it.
    """
    place = Place(root, None, listed=False, entry=entry, field="", holder=entry)
    in_row = False
    for part in loc:
        if isinstance(part, int):
            place = _entry(place, part, in_row=in_row)
            in_row = True
        else:
            place = _value(place, part)
            in_row = False
    return place


def is_blank(node: Node) -> bool:
    """Whether the node was left open; the same rule as `planforge.model.entry.blank`."""
    if isinstance(node, Scalar):
        return node.is_null
    children = [v for _k, v in node.pairs] if isinstance(node, Mapping) else node.items
    return all(map(is_blank, children))


def _entry(place: Place, number: int, *, in_row: bool) -> Place:
    """Entry ``number`` of a list; entries left open do not count, save for cells of a row."""
    node = place.node
    if not isinstance(node, Sequence):
        return place
    items = node.items if in_row else [item for item in node.items if not is_blank(item)]
    return replace(place, node=items[number], listed=True) if number < len(items) else place


def _value(place: Place, name: str) -> Place:
    """What stands under the key ``name``, or under another name of the same key."""
    entry, node = place.entry, place.node
    field = entry.fields_by_key().get(name, "")
    inner = inner_entry(entry, field) if field else None
    below = replace(place, entry=inner or entry)
    if not isinstance(node, Mapping):
        return below
    if issubclass(entry, Schedule) and field == "entries":
        return replace(below, node=_dated(node, entry), field=field, holder=entry)
    pair = _pair(node, entry, name, field)
    if pair is None and issubclass(entry, ScheduleEntry):
        months = month_keys(entry, [key.value for key, _value in node.pairs])
        month = next(((k, v) for k, v in node.pairs if k.value in months), None)
        if month is None:
            return place
        if isinstance(month[1], Mapping):
            pair = _pair(month[1], entry, name, field)
            if pair is None:
                return place
        else:
            pair = month
    if pair is None:
        return place
    return Place(pair[1], pair[0], listed=False, entry=inner or entry, field=field, holder=entry)


def _pair(node: Mapping, entry: type[Entry], name: str, field: str) -> tuple[Scalar, Node] | None:
    said = _by_key(node)
    names = [key for key, known in entry.fields_by_key().items() if field and known == field]
    same = sorted((said[key] for key in names if key in said), key=lambda pair: pair[0].start)
    exact = [said[name]] if name in said else []
    return next((pair for pair in (*exact, *same) if not is_blank(pair[1])), None)


# A file may have thousands of keys, and something to say about each of them.
@lru_cache(maxsize=4)
def _by_key(node: Mapping) -> dict[str, tuple[Scalar, Node]]:
    return {pair[0].value: pair for pair in node.pairs}


def _dated(node: Mapping, entry: type[Entry]) -> Sequence:
    """The entries of a schedule as the list that it reads: those listed, then months as keys."""
    fields = entry.fields_by_key()
    months = month_keys(entry, [key.value for key, _value in node.pairs])
    items: list[Node] = []
    dated: list[Node] = []
    for name, value in node.pairs:
        if fields.get(name.value) == "entries":
            items += value.items if isinstance(value, Sequence) else [value]
        elif name.value in months:
            dated.append(Mapping([(name, value)], name.start, value.end))
    return Sequence(items + dated, node.start, node.end)


def _first(node: Node) -> Scalar:
    """The first key or text inside."""
    while not isinstance(node, Scalar):
        if isinstance(node, Mapping) and node.pairs:
            return node.pairs[0][0]
        children = node.items if isinstance(node, Sequence) else []
        if not children:
            return Scalar("", "", node.start, node.end)
        node = children[0]
    return node


@cache
def inner_entry(entry: type[Entry], field: str) -> type[Entry] | None:
    """The class that reads the mappings below a field; ``None`` for plain values."""
    return _entry_in(entry.model_fields[field].annotation)


def _entry_in(annotation: Any) -> type[Entry] | None:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    return next((found for a in get_args(annotation) if (found := _entry_in(a))), None)
