"""The keys of a plan file in English, everything else as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args, get_origin

from planforge.model.entry import Entry
from planforge.model.plan import Plan
from planforge.model.schedule import Schedule, ScheduleEntry
from planforge.source.edit import splice
from planforge.source.load import load
from planforge.source.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator


def in_english(text: str, path: str) -> str:
    """``text`` with every known key under its English name; values and comments untouched.

    Args:
        text: A plan file.
        path: What problems call it.

    Raises:
        FileProblems: The text is not a usable YAML file.
    """
    source = load(path, text.encode())
    # An alias is met at every place that uses it, but is written only once.
    found = {(key.start, key.end, name) for key, name in _in_entry(source.root, Plan)}
    return splice(source.text.text, sorted(found))


def _in_entry(node: Node, entry: type[Entry]) -> Iterator[tuple[Scalar, str]]:
    """The keys of ``node``, which holds one ``entry``, with their English names."""
    if isinstance(node, Sequence) and entry.listed:
        yield from _in_field(node, entry, entry.listed)
    if not isinstance(node, Mapping):
        return
    fields = entry.fields_by_key()
    for key, value in node.pairs:
        if name := fields.get(key.value):
            yield key, name
            yield from _in_field(value, entry, name)
        elif issubclass(entry, Schedule):
            # The key is a month; what it holds is an entry, or the activities of one.
            yield from _in_entry(value, ScheduleEntry)


def _in_field(value: Node, entry: type[Entry], name: str) -> Iterator[tuple[Scalar, str]]:
    annotation = entry.model_fields[name].annotation
    below = _entry_in(annotation)
    if below is None:
        return
    if isinstance(value, Sequence) and get_origin(annotation) is tuple:
        for one in value.items:
            yield from _in_entry(one, below)
    else:
        yield from _in_entry(value, below)


def _entry_in(annotation: Any) -> type[Entry] | None:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    return next(filter(None, map(_entry_in, get_args(annotation))), None)
