"""The texts of a plan file, each with what it is: a heading, words, a name, a time, a figure."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, get_args, get_origin

from planforge.model.places import inner_entry
from planforge.model.plan import Plan
from planforge.model.schedule import Activity, Schedule, ScheduleEntry, month_keys
from planforge.source.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.model.entry import Entry
    from planforge.source.nodes import Node


class Role(StrEnum):
    """What a text of a plan is."""

    HEADING = "heading"
    TEXT = "text"
    NAME = "name"
    TIME = "time"
    FIGURE = "figure"
    SETTING = "setting"


WORDS: Final = frozenset({Role.HEADING, Role.TEXT})
"""What people wrote as sentences and headings."""
PRINTED: Final = frozenset(Role) - {Role.SETTING}
"""Everything that is printed."""

# Fields that are not plain text; `title` is a heading where a class has a `text` beside it.
_ROLES: Final = {
    **dict.fromkeys(("heading", "theme", "caption", "columns", "indicator"), Role.HEADING),
    **dict.fromkeys(
        (
            *("owner", "place", "audience", "name", "superior", "addressees", "body", "group"),
            *("head", "deputies", "members", "office", "source", "signer", "copies"),
            *("printed_by", "mark"),
        ),
        Role.NAME,
    ),
    **dict.fromkeys(
        (*("date", "due", "months", "when", "frequency", "finished", "period"), "printed_on"),
        Role.TIME,
    ),
    **dict.fromkeys(
        ("goal", "base", "reached", "budget", "quantity", "price", "amount"), Role.FIGURE
    ),
    **dict.fromkeys(
        (
            *("planforge", "kind", "region", "numbered", "run_in", "status", "after", "sealed"),
            *("protect", "number"),
        ),
        Role.SETTING,
    ),
}


class Passage(NamedTuple):
    """One text of the file.

    Attributes:
        node: The text.
        role: What it is.
        entry: The class that it belongs to.
        field: The field of that class that it fills.
        section: The field of the plan that it stands below; that field itself at the top.
    """

    node: Scalar
    role: Role
    entry: type[Entry]
    field: str
    section: str

    @property
    def text(self) -> str:
        """What it says."""
        return self.node.value


def passages(root: Mapping) -> Iterator[Passage]:
    """Every text of a plan file in the order of the file, aliases not repeated.

    Keys that the plan does not know are left out with what stands below them; a file that is
    no valid plan is read as far as it can be.
    """
    seen: set[int] = set()
    for passage in _mapping(root, Plan, ""):
        if id(passage.node) not in seen:
            seen.add(id(passage.node))
            yield passage


def _mapping(node: Mapping, entry: type[Entry], section: str) -> Iterator[Passage]:
    fields = entry.fields_by_key()
    dated = issubclass(entry, Schedule | ScheduleEntry)
    months = month_keys(entry, [key.value for key, _value in node.pairs]) if dated else []
    for key, value in node.pairs:
        if field := fields.get(key.value, ""):
            yield from _field(value, entry, field, section or field)
        elif key.value in months:
            yield Passage(key, Role.TIME, ScheduleEntry, "months", section)
            yield from _month(value, section)


def _month(node: Node, section: str) -> Iterator[Passage]:
    """What stands below a month that is a key."""
    if isinstance(node, Mapping):
        yield from _mapping(node, ScheduleEntry, section)
    else:
        yield from _field(node, ScheduleEntry, "activities", section)


def _field(node: Node, entry: type[Entry], field: str, section: str) -> Iterator[Passage]:
    if isinstance(node, Scalar) or (inner := inner_entry(entry, field)) is None:
        yield from _plain(node, entry, field, section)
    elif isinstance(node, Mapping):
        yield from _mapping(node, inner, section)
    elif not _is_list(entry, field) and inner.listed:
        yield from _field(node, inner, inner.listed, section)
    else:
        for item in node.items:
            yield from _field(item, entry, field, section)


def _plain(node: Node, entry: type[Entry], field: str, section: str) -> Iterator[Passage]:
    """A text, or lists of texts that are one text or a row of a table."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _plain(item, entry, field, section)
    elif isinstance(node, Scalar) and not node.is_null and node.value:
        entry, field = _meant(entry, field)
        yield Passage(node, _role(entry, field), entry, field, section)


@cache
def _meant(entry: type[Entry], field: str) -> tuple[type[Entry], str]:
    """The field that a plain text fills where a mapping could stand."""
    inner = inner_entry(entry, field)
    if inner is None or (entry is ScheduleEntry and field == "months"):
        return entry, field
    if inner is ScheduleEntry:
        return Activity, Activity.shorthand
    return (inner, inner.shorthand) if inner.shorthand else (entry, field)


@cache
def _role(entry: type[Entry], field: str) -> Role:
    if entry.__name__ == "Layout":
        return Role.SETTING
    if field == "title":
        return Role.HEADING if "text" in entry.model_fields or entry is Plan else Role.TEXT
    return _ROLES.get(field, Role.TEXT)


@cache
def _is_list(entry: type[Entry], field: str) -> bool:
    return _holds_tuple(entry.model_fields[field].annotation)


def _holds_tuple(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(map(_holds_tuple, get_args(annotation)))
