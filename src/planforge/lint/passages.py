"""The texts of a plan file, each with what it is: a heading, words, a name, a time, a figure."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

from msgspec import Struct

from planforge.model.places import inner_entry
from planforge.model.plan import Plan
from planforge.model.schedule import Activity, Schedule, ScheduleEntry, month_keys
from planforge.source.nodes import Mapping, Scalar

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


class Passage(Struct, frozen=True):
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


class _Below(Struct, frozen=True):
    """What may stand below a key.

    Attributes:
        inner: The class that reads mappings; ``None`` where there are none.
        is_list: Whether the key holds a list.
        role: What a plain text is.
        entry: The class that it belongs to.
        field: The field of that class that it fills.
    """

    inner: type[Entry] | None
    is_list: bool
    role: Role
    entry: type[Entry]
    field: str


def passages(root: Mapping) -> Iterator[Passage]:
    """Every text of a plan file in the order of the file, aliases not repeated.

    Keys that the plan does not know are left out with what stands below them; a file that is
    no valid plan is read as far as it can be.
    """
    found: list[Passage] = []
    _mapping(root, Plan, "", found)
    seen: set[int] = set()
    for passage in found:
        if id(passage.node) not in seen:
            seen.add(id(passage.node))
            yield passage


def _mapping(node: Mapping, entry: type[Entry], section: str, found: list[Passage]) -> None:
    fields = entry.fields_by_key()
    dated = issubclass(entry, Schedule | ScheduleEntry)
    months = month_keys(entry, [key.value for key, _value in node.pairs]) if dated else []
    for key, value in node.pairs:
        if field := fields.get(key.value, ""):
            _field(value, entry, field, section or field, found)
        elif key.value in months:
            found.append(Passage(key, Role.TIME, ScheduleEntry, "months", section))
            _month(value, section, found)


def _month(node: Node, section: str, found: list[Passage]) -> None:
    """What stands below a month that is a key."""
    if isinstance(node, Mapping):
        _mapping(node, ScheduleEntry, section, found)
    else:
        _field(node, ScheduleEntry, "activities", section, found)


def _field(node: Node, entry: type[Entry], field: str, section: str, found: list[Passage]) -> None:
    below = _below(entry, field)
    if type(node) is Scalar:
        if node.value and not node.is_null:
            found.append(Passage(node, below.role, below.entry, below.field, section))
    elif type(node) is Mapping:
        if below.inner:
            _mapping(node, below.inner, section, found)
    elif below.inner and below.inner.listed and not below.is_list:
        _field(node, below.inner, below.inner.listed, section, found)
    else:
        # Lists inside lists are one text, or a row of a table.
        for item in node.items:
            _field(item, entry, field, section, found)


@cache
def _below(entry: type[Entry], field: str) -> _Below:
    inner = inner_entry(entry, field)
    is_list = _holds_tuple(entry.model_fields[field].annotation)
    meant, name = _meant(entry, field)
    return _Below(inner, is_list, _role(meant, name), meant, name)


def _meant(entry: type[Entry], field: str) -> tuple[type[Entry], str]:
    """The field that a plain text fills where a mapping could stand."""
    inner = inner_entry(entry, field)
    if inner is None or (entry is ScheduleEntry and field == "months"):
        return entry, field
    if inner is ScheduleEntry:
        return Activity, Activity.shorthand
    return (inner, inner.shorthand) if inner.shorthand else (entry, field)


def _role(entry: type[Entry], field: str) -> Role:
    if entry.__name__ == "Layout":
        return Role.SETTING
    if field == "title":
        return Role.HEADING if "text" in entry.model_fields or entry is Plan else Role.TEXT
    return _ROLES.get(field, Role.TEXT)


def _holds_tuple(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(map(_holds_tuple, get_args(annotation)))
