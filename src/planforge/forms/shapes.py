"""What a name in a form stands for: a text, a group of names, or a list."""

from __future__ import annotations

from functools import cache, partial
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Union, get_args, get_origin

from msgspec import Struct, field

from planforge.model.places import inner_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planforge.model.entry import Entry


class Text(Struct, frozen=True):
    """Words that are printed as they stand."""


class Group(Struct, frozen=True):
    """Names that stand behind a dot.

    Attributes:
        names: Every way to write a name → the name that the values have.
        shape: What such a name stands for.
        printed: What is printed when the group itself is; empty where that would lose words.
        about: What each name is for: Chinese and English.
    """

    names: Mapping[str, str]
    shape: Callable[[str], Shape]
    printed: tuple[str, ...] = ()
    about: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    listed: str = ""

    def inner(self, name: str) -> Shape | None:
        """What a name stands for, however it is written; ``None`` for an unknown one."""
        own = self.names.get(name)
        return None if own is None else self.shape(own)


class Many(Struct, frozen=True):
    """A list.

    Attributes:
        of: What is in it.
        between: What stands between its entries when the list itself is printed.
    """

    of: Shape
    between: str = "\n"


Shape = Text | Group | Many

TEXT: Final = Text()
BETWEEN_WORDS: Final = "、"

# Classes that hold little but words: a name and what lies below it.
_PRINTED: Final = {
    "Organization": ("name",),
    "Prose": ("text", "items"),
    "Section": ("text", "items"),
    "Targets": ("text", "items"),
    "Attachment": ("heading",),
    "Item": ("title", "text", "items"),
    "Target": ("title", "text", "items"),
    "Activity": ("title", "items"),
}


@cache
def group_of(entry: type[Entry]) -> Group:
    """The keys of one mapping of the plan format, in both languages."""
    keys = entry.keys()
    return Group(
        names=entry.fields_by_key(),
        shape=partial(_shape, entry),
        printed=_PRINTED.get(entry.__name__, ()),
        about={name: (key.about, key.en) for name, key in keys.items()},
        listed=entry.listed,
    )


def is_printed(shape: Shape | None) -> bool:
    """Whether it can stand alone in a tag; what is not known is told when it is filled in."""
    while isinstance(shape, Many):
        shape = shape.of
    return not isinstance(shape, Group) or bool(shape.printed)


def _shape(entry: type[Entry], name: str) -> Shape:
    inner = inner_entry(entry, name)
    below: Shape = TEXT if inner is None else group_of(inner)
    for level in range(_lists(entry.model_fields[name].annotation)):
        below = Many(below, BETWEEN_WORDS if inner is None and not level else "\n")
    return below


def _lists(annotation: Any) -> int:
    """How many lists lie in each other."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _lists(inside[0])
    if origin in {Union, UnionType}:
        return max(map(_lists, inside))
    return 1 + _lists(inside[0]) if origin is tuple else 0
