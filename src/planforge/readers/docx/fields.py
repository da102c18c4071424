"""Fields: what they hold is shown, what they say to Word is not."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct, field

from planforge.ooxml.number_formats import digits

_CONTENTS: Final = frozenset(("TOC", "INDEX", "TOA"))
_PAGES: Final = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
_DRAWING: Final = "EQ"
# Two things over each other: a circle and what is in it, a reading and its character.
_OVER: Final = re.compile(
    r"(?i)\\o\s*(?:\\a[a-z]\s*)?\((?P<first>.*)[,;，；](?P<last>[^,;]*)\)\s*$"
)
_CIRCLES: Final = "○◯〇"
_LONGEST: Final = 3


class Field(Struct):
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

    @property
    def drawn(self) -> str:
        """The characters that an instruction without a result draws over each other."""
        found = _OVER.search("".join(self.said)) if self.kind == _DRAWING else None
        if found is None:
            return ""
        last = found["last"].strip()
        circled = found["first"].strip() in _CIRCLES and last.isdecimal() and len(last) < _LONGEST
        return digits("decimalEnclosedCircle", int(last)) if circled else last
