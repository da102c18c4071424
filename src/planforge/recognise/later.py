"""Several plans of one page that stay in one file: one section of each kind, the others free."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from planforge.regions import load_region

from .keys import SECTION
from .part import CUSTOM, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Sections of text and points, which a free section can hold as they are.
_FREE: Final = frozenset(
    ("preamble", "review", "guiding_ideology", "focus", "tasks", "safeguards", "closing")
)


def joined(plans: Iterable[Sequence[Part]], region: str) -> list[Part] | None:
    """The sections of all plans one after another; ``None`` where one has no place.

    Args:
        plans: The sections of each plan.
        region: Whose words are printed where a section has no heading of its own.
    """
    found: list[Part] = []
    taken: set[str] = set()
    for parts in plans:
        for part in parts:
            if part.key == CUSTOM or part.key not in taken:
                found.append(part)
                taken.add(part.key)
            elif part.key in _FREE and not part.layout:
                found.append(replace(part, key=CUSTOM, data=_free(part, region), guessed=False))
            else:
                return None
    return found


def _free(part: Part, region: str) -> dict[str, Any]:
    """The data of a section with its heading, which a free one always says."""
    usual = load_region(region).headings[part.key]
    heading = part.nodes[0].text if part.nodes[0].text == usual else ""
    if isinstance(part.data, str):
        return {SECTION["heading"]: heading, SECTION["text"]: part.data}
    if isinstance(part.data, list):
        return {SECTION["heading"]: heading, SECTION["items"]: part.data}
    return {SECTION["heading"]: heading, **part.data}
