"""Text in Markdown that comes out of any CommonMark or GFM reader as it was typed."""

from __future__ import annotations

import re
from typing import Final

# Emphasis, code, links, HTML, headings, strikethrough, and formulas of common viewers.
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>#~$]|&(?=#?\w+;)")
# What would begin a list, a rule or a list item with a number.
_MARKER: Final = re.compile(r"^(?:(?P<number>\d{1,9})(?=[.)](?:\s|$))|(?=[-+=]))")


def inline(text: str) -> str:
    """``text`` for the middle of a line."""
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    # Readers drop blanks at the ends of a line, and two at the end mean a line break.
    inner = escaped.strip()
    before, _inner, after = escaped.partition(inner) if inner else (escaped, "", "")
    return _entities(before) + inner + _entities(after)


def line(text: str) -> str:
    """``text`` for a line of its own: nothing at its beginning makes it a list or a rule."""
    return _MARKER.sub(lambda found: (found["number"] or "") + "\\", inline(text))


def cell(text: str) -> str:
    """``text`` for a cell of a table; paragraphs are separated by ``<br>``."""
    return "<br>".join(inline(part).replace("|", "\\|") for part in text.split("\n"))


def _entities(blanks: str) -> str:
    return "".join(f"&#{ord(blank)};" for blank in blanks)
