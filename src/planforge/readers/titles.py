"""Texts whose title is a heading like any other: Markdown and web pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .line import Line

TITLE: Final = "title"
_NUMBERED: Final = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第[一二三四五六七八九十\d]{1,3}[章节節部])"
)


def titled(lines: Iterable[Line]) -> list[Line]:
    """The lines; a first heading above all others is the title, and the highest others are 1."""
    lines = list(lines)
    headings = [line for line in lines if line.level]
    known = any(line.style == TITLE for line in lines)
    title = None if known else _title(headings)
    top = min((line.level for line in headings if line is not title), default=1)
    return [
        replace(line, level=0, style=TITLE)
        if line is title
        else replace(line, level=line.level - top + 1)
        if line.level > 0 and top > 1
        else line
        for line in lines
    ]


def _title(headings: list[Line]) -> Line | None:
    if not headings or headings[0].label or _NUMBERED.match(headings[0].text):
        return None
    first, *others = headings
    return first if all(line.level > first.level for line in others) else None
