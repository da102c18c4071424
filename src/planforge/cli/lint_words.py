"""What the words of a call to `planforge lint` mean; a mistake is told once, before any file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from planforge.errors import UserError
from planforge.language import _
from planforge.lint.choice import always_on, meant, one
from planforge.lint.preset import FILES, Level, names
from planforge.lint.rules.file import READING

from . import options

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LEVELS: Final[tuple[Level, ...]] = get_args(Level)


def rules(written: Iterable[str]) -> list[str]:
    """The codes and names themselves, when there are rules that they mean.

    Raises:
        UserError: There are none.
    """
    found = list(written)
    for name in found:
        meant(name)
    return found


def optional(written: Sequence[str]) -> list[str]:
    """The codes and names themselves, when the rules can be turned off.

    Raises:
        UserError: One of them cannot.
    """
    for name in written:
        if meant(name) <= READING:
            raise always_on(name)
    return [*written]


def levels(written: Iterable[str]) -> dict[str, Level]:
    """Rule → severity, from words such as ``PF401=warning``.

    Raises:
        UserError: A word is none, or names no rule.
    """
    found: dict[str, Level] = {}
    for word in written:
        name, sign, level = word.partition("=")
        if not sign:
            raise UserError(
                _("{option} cannot be {value}").format(option="--severity", value=word),
                _("write it like {example}").format(example="PF401=warning"),
            )
        code = one(name.strip())
        if code in READING:
            raise always_on(name)
        found[code] = options.one_of(level.strip(), LEVELS, "--severity")
    return found


def preset_name(name: str) -> str:
    """The name of a preset, or a file.

    Raises:
        UserError: There is no such preset.
    """
    if not name or name.endswith(FILES):
        return name
    return options.one_of(name, names(), "--preset")
