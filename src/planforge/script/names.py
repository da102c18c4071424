"""Fields that name people: owners, heads, deputies, members, signers."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from .labelled import in_grid, in_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS: Final = frozenset({"owner", "head", "deputies", "members", "signer"})
_TABLE: Final = frozenset({"columns", "rows"})


@cache
def keys() -> frozenset[str]:
    """The keys of such fields, in every language of plan files."""
    # Only plan files need the model.
    from planforge.model.issue import Issue
    from planforge.model.item import Assigned
    from planforge.model.sections import Leadership

    return frozenset(
        name
        for entry in (Assigned, Issue, Leadership)
        for field, key in entry.keys().items()
        if field in _FIELDS
        for name in (field, key.zh, key.hant, *key.also)
    )


@cache
def keys_of_columns() -> frozenset[str]:
    """The keys of the columns of tables that a plan holds."""
    from planforge.model.grid import Grid  # only plan files need the model

    key = Grid.keys()["columns"]
    return frozenset({"columns", key.zh, key.hant, *key.also})


def named_in(value: Any) -> Iterator[str]:
    """What such fields of a plan, or of a part of one, say; and what its texts label so."""
    if isinstance(value, str):
        yield from in_text(value)
        return
    if isinstance(value, tuple | list):
        for one in value:
            yield from named_in(one)
        return
    fields = getattr(type(value), "model_fields", ())
    if _TABLE.issubset(fields):
        yield from in_grid([value.columns, *value.rows])
    for field in fields:
        one = getattr(value, field)
        if field in _FIELDS:
            yield from (one,) if isinstance(one, str) else one
        else:
            yield from named_in(one)
