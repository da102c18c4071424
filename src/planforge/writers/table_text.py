"""Tables in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.document.width import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.document.tree import Table

# In half-width units: what a window of plain text shows in one row.
WIDEST: Final = 80
_BETWEEN: Final = " | "


def table_lines(table: Table) -> Iterator[str]:
    """The rows of ``table`` without its caption.

    In aligned columns where they fit in `WIDEST`; else one block per row with one cell per line
    (``活动：…``), because rows that a window breaks cannot be read.
    """
    titles = [column.title for column in table.columns]
    rows = [titles, *table.rows]
    widths = [
        max(width(line) for row in rows for line in row[place].split("\n"))
        for place in range(len(titles))
    ]
    if sum(widths) + len(_BETWEEN) * (len(widths) - 1) > WIDEST:
        yield from _records(table)
        return
    yield from _aligned(titles, widths)
    yield "-+-".join("-" * size for size in widths)
    for row in table.rows:
        yield from _aligned(row, widths)


def _aligned(cells: list[str] | tuple[str, ...], widths: list[int]) -> Iterator[str]:
    parts = [cell.split("\n") for cell in cells]
    for number in range(max(map(len, parts))):
        texts = [part[number] if number < len(part) else "" for part in parts]
        padded = [
            text + " " * (size - width(text))
            for text, size in zip(texts[:-1], widths, strict=False)
        ]
        yield _BETWEEN.join((*padded, texts[-1])).rstrip(" ")


def _records(table: Table) -> Iterator[str]:
    for number, row in enumerate(table.rows):
        if number:
            yield ""
        for column, cell in zip(table.columns, row, strict=True):
            if cell:
                first, *others = cell.split("\n")
                yield f"{column.title}：{first}" if column.title else first
                yield from others
