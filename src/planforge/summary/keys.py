"""The keys of a plan file in the script of its region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.model.vocabulary import name_of

if TYPE_CHECKING:
    from planforge.model.entry import Entry
    from planforge.regions import RegionWords


class Keys:
    """Names of keys; ``keys(Item, "title")`` is 标题 or 標題."""

    def __init__(self, region: RegionWords) -> None:
        self._traditional = region.script == "Hant"

    def __call__(self, entry: type[Entry], field: str) -> str:
        """The name of one key."""
        return name_of(field, entry.keys()[field], "hant" if self._traditional else "zh")
