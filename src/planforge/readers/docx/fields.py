"""Fields: what they hold is shown, what they say to Word is not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

_CONTENTS: Final = frozenset(("TOC", "INDEX", "TOA"))
_PAGES: Final = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))


@dataclass(slots=True)
class Field:
    """One field.

    Attributes:
        said: Its instruction so far.
        start: How many pieces its paragraph had before it; -1 in later paragraphs.
        shows: Its result has begun.
        closed: Its end was met.
    """

    said: list[str] = field(default_factory=list)
    start: int = 0
    shows: bool = False
    closed: bool = False

    @property
    def kind(self) -> str:
        """The first word of the instruction, in capitals."""
        words = "".join(self.said).split(maxsplit=1)
        return words[0].upper() if words else ""

    @property
    def is_contents(self) -> bool:
        """Whether it is a table of contents or an index."""
        return self.kind in _CONTENTS

    @property
    def is_page_number(self) -> bool:
        """Whether it counts pages."""
        return self.kind in _PAGES
