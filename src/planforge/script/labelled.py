"""What stands behind or below a label that names people: 责任人：…, 组长：…, a column 负责人."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from .vocabulary import people_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_COLONS: Final = "：:"
# Bold labels of Markdown too: **责任人**：范丽.
_PADDING: Final = " \t\u3000*_"
_LONGEST: Final = 12
# A value may stand in the next line; it ends with its clause.
_VALUE: Final = re.compile(r"\s*([^。；;\r\n\t|]*)")
_BORDERS: Final = "|\t"
_RULE: Final = re.compile(r"[\s|:+-]*")
_OTHERWISE: Final = re.compile(r"[/／、（(]")


def in_text(text: str) -> Iterator[str]:
    """What a text says behind labels with a colon, and in tables drawn with | or tabs."""
    for colon in _COLONS:
        for match in _behind_an_end(colon).finditer(text):
            at, behind = match.span()
            before = text[max(0, at - _LONGEST) : at].rpartition("\n")[2]
            if _is_label(before.rpartition(colon)[2]):
                end = text.find(colon, behind)
                value = _VALUE.match(text, behind, len(text) if end < 0 else end)
                yield value[1] if value else ""
    for border in _BORDERS:
        if border in text:
            for rows in _grids(text, border):
                yield from in_grid(rows)


def in_grid(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The cells of a table beside and below a label."""
    columns: set[int] = set()
    for row in rows:
        beside = False
        for column, cell in enumerate(row):
            if len(cell) <= _LONGEST and _is_label(_OTHERWISE.split(cell)[0].rstrip(_COLONS)):
                columns.add(column)
                beside = True
            elif cell.strip():
                if beside or column in columns:
                    yield cell
                beside = False


def _grids(text: str, border: str) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in text.splitlines():
        if border in line:
            rows.append(line.strip().strip("|").split(border))
        elif rows and not _RULE.fullmatch(line):
            yield rows
            rows = []
    if rows:
        yield rows


def _is_label(text: str) -> bool:
    return "".join(text.rstrip(_PADDING).split()).endswith(_labels())


@cache
def _labels() -> tuple[str, ...]:
    return (*people_words("label"), *people_words("title"))


@cache
def _behind_an_end(colon: str) -> re.Pattern[str]:
    """A colon behind what a label can end with, as few colons are.

    It begins with the colon: so the others, of which texts have many, take hardly any time.
    """
    ends = {*_PADDING, *(label[-1] for label in _labels())}
    return re.compile(f"{colon}(?<=[{re.escape(''.join(sorted(ends)))}]{colon})")
