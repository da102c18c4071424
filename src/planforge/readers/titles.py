"""Texts whose title is a heading like any other: Markdown and web pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .line import Line

TITLE: Final = "title"


def titled(lines: Iterable[Line]) -> list[Line]:
    """The lines; a first heading above all others is the title, and the others go up a level."""
    lines = list(lines)
    headings = [line for line in lines if line.level]
    top = min((line.level for line in headings), default=0)
    tops = [line for line in headings if line.level == top]
    if len(tops) == 1 and tops[0] is headings[0]:
        top += 1
    title = headings[0] if headings and headings[0].level < top else None
    return [
        replace(line, level=0, style=TITLE)
        if line is title
        else replace(line, level=line.level - 1)
        if line.level and title is not None
        else line
        for line in lines
    ]
