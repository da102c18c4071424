"""What a form needs, name by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from planforge.language import _, chosen

from .words import Rows, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .checking import Checked
    from .expressions import Use
    from .places import Spot

SHOWN: Final = 24
"""Characters of a value that are told."""


class Need(Struct, frozen=True):
    """One name of a form.

    Attributes:
        name: As it would be written from the top.
        known: Whether the plan format has it.
        about: What it is for, or the name that was most likely meant.
        value: What the plan says; empty where no plan was asked.
        where: Where it stands first.
    """

    name: str
    known: bool
    about: str
    value: str
    where: str


def needs(checked: Checked, given: Words | None = None) -> tuple[Need, ...]:
    """Every name once, in the order of the form.

    Args:
        checked: The form.
        given: The values of a plan.
    """
    first: dict[str, tuple[Use, Spot]] = {}
    for use, spot in checked.uses:
        first.setdefault(use.path, (use, spot))
    return tuple(
        Need(path, use.shape is not None, _about(use), _value(path, given), spot.where)
        for path, (use, spot) in first.items()
    )


def _about(use: Use) -> str:
    if use.shape is None:
        return _("did you mean {name}?").format(name=use.near) if use.near else ""
    chinese, english = use.about
    return english if chosen() == "en" else chinese


def _value(path: str, given: Words | None) -> str:
    if given is None:
        return ""
    found = _reached(path.split("."), given)
    if found is None:
        return ""
    if isinstance(found, Rows) and not all(isinstance(one, str) for one in found):
        return _("{count} entries").format(count=len(found))
    words = " ".join(str(found).split())
    if not words:
        return _("(empty)")
    return words[:SHOWN] + "…" if len(words) > SHOWN else words


def _reached(steps: Iterable[str], given: Words) -> Any:
    """The value at the end of a path; ``None`` where a list or an unknown name is on the way."""
    found: Any = given
    for step in steps:
        if not isinstance(found, Words):
            return None
        try:
            found = found.value(step)
        except KeyError:
            return None
    return found
