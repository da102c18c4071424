"""Fields that name people: owners, heads, deputies, members."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from .targets import TARGETS
from .vocabulary import surnames
from .words import is_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from .report import Report

_FIELDS: Final = frozenset({"owner", "head", "deputies", "members"})
# What ends like this is a part of an organisation: 党办, 后勤部.
_UNITS: Final = "部科处室办组会队站所院校系股局委厅"
_NAME: Final = re.compile(
    rf"(?<![\u3400-\u9fff])[\u3400-\u9fff]{{1,2}}[\u3400-\u9fff](?<![{_UNITS}])(?![\u3400-\u9fff])"
)


@cache
def keys() -> frozenset[str]:
    """The keys of such fields, in every language of plan files."""
    # Only plan files need the model.
    from planforge.model.item import Assigned
    from planforge.model.sections import Leadership

    return frozenset(
        name
        for entry in (Assigned, Leadership)
        for field, key in entry.keys().items()
        if field in _FIELDS
        for name in (field, key.zh, key.hant, *key.also)
    )


def convert_names(
    text: str, target: str, convert: Callable[[str], str], report: Report | None = None
) -> str:
    """``text`` converted, with the surnames of the people in it as they write them.

    A piece of two or three characters that begins with a surname, is no word of the language
    and does not end like a department is a name.

    Args:
        text: The value of such a field.
        target: A key of `planforge.script.targets.TARGETS`.
        convert: Converts plain prose.
        report: Where to write the names down.
    """
    if not TARGETS[target].from_simplified:
        return convert(text)
    parts: list[str] = []
    done = 0
    for match in _NAME.finditer(text):
        name = match[0]
        if name[0] in surnames() and not is_word(name):
            converted = surnames()[name[0]].written + convert(name[1:])
            parts += (convert(text[done : match.start()]), converted)
            done = match.end()
            if report is not None:
                report.names[name, converted] += 1
    return "".join((*parts, convert(text[done:])))
