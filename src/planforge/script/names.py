"""Fields that name people: owners, heads, deputies, members, signers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from .targets import TARGETS
from .vocabulary import surnames
from .words import is_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_FIELDS: Final = frozenset({"owner", "head", "deputies", "members", "signer"})
# What ends like this is a part of an organisation: 党办, 后勤部.
_UNITS: Final = "部科处室办组会队站所院校系股局委厅"
_NAME: Final = re.compile(
    rf"(?<![\u3400-\u9fff])[\u3400-\u9fff]{{1,2}}[\u3400-\u9fff](?<![{_UNITS}])(?![\u3400-\u9fff])"
)


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


def named_in(value: Any) -> Iterator[str]:
    """What such fields of a plan, or of a part of one, say."""
    if isinstance(value, tuple | list):
        for one in value:
            yield from named_in(one)
        return
    for field in getattr(type(value), "model_fields", ()):
        one = getattr(value, field)
        if field in _FIELDS:
            yield from (one,) if isinstance(one, str) else one
        else:
            yield from named_in(one)


def people(values: Iterable[str], target: str, convert: Callable[[str], str]) -> dict[str, str]:
    """The people whom such fields name, and how they write their names.

    A piece of two or three characters that begins with a surname, is no word of the language
    and does not end like a department is a name.

    Args:
        values: What the fields say.
        target: A key of `planforge.script.targets.TARGETS`.
        convert: Converts plain prose.
    """
    if not TARGETS[target].from_simplified:
        return {}
    found = {match[0] for value in values for match in _NAME.finditer(value)}
    return {
        name: surnames()[name[0]].written + convert(name[1:])
        for name in sorted(found)
        if name[0] in surnames() and not is_word(name)
    }
