"""Tables of the source: lines that say in which cell they stand, and columns set with bars."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from .labels import record_labels
from .marks import Piece, piece
from .words import NOTHING, Words, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planforge.readers.line import Line

# 项目 | 金额 over ------+----- : how planforge and others set tables in plain text.
_RULE: Final = re.compile(r"\s*-{2,}(?:\s*\+\s*-{2,})+\s*")
_BAR: Final = " | "
_COLON: Final = "："
# A caption is a short line without the marks of a sentence.
_CAPTION: Final = re.compile(r"[^。；;！!？?：:，,]{2,25}")


class Grid(Struct, frozen=True):
    """One table.

    Attributes:
        rows: Cells from the first row on; every row has the same number of them.
        lines: Numbers of the lines it was made from.
        rule: The lines of it that hold no words, such as the rule below the heads.
        caption: The words above it; may be empty.
        caption_line: The line that these stand on.
    """

    rows: tuple[tuple[Words, ...], ...]
    lines: tuple[int, ...]
    rule: tuple[int, ...] = ()
    caption: Words = NOTHING
    caption_line: int = 0

    def captioned(self, words: Words, line: int) -> Grid:
        """The table with the words above it."""
        return replace(self, caption=words, caption_line=line)


def is_caption(text: str) -> bool:
    """Whether ``text`` directly above a table may be its caption."""
    return _CAPTION.fullmatch(text) is not None


def blocks(lines: Sequence[Line]) -> Iterator[Line | Grid]:
    """The lines in order, those of a table together."""
    place = 0
    while place < len(lines):
        if lines[place].cell:
            end = _end_of_table(lines, place)
            grid = _of_cells(lines[place:end])
            # One row or one column is a frame around text.
            frame = len(grid.rows) == 1 or len(grid.rows[0]) == 1 or not any(grid.rows[0])
            yield from (replace(ln, cell=None) for ln in lines[place:end]) if frame else (grid,)
        elif typed := _of_bars(lines, place) or _of_records(lines, place):
            end = place + len(typed.lines)
            yield typed
        else:
            end = place + 1
            yield lines[place]
        place = end


def _end_of_table(lines: Sequence[Line], place: int) -> int:
    first = lines[place].cell
    assert first is not None
    while place < len(lines):
        cell = lines[place].cell
        if cell is None or cell.table != first.table:
            break
        place += 1
    return place


def _of_cells(lines: Sequence[Line]) -> Grid:
    cells: dict[tuple[int, int], list[Words]] = {}
    width = height = 1
    for line in lines:
        cell = line.cell
        assert cell is not None
        width, height = max(width, cell.column + 1), max(height, cell.row + 1)
        cells.setdefault((cell.row, cell.column), []).append(_stripped(line))
    rows = tuple(
        tuple(joined(cells.get((row, column), ()), "\n") for column in range(width))
        for row in range(height)
    )
    return Grid(rows, tuple(line.number for line in lines))


def _stripped(line: Line) -> Words:
    label = f"{line.label} " if line.label else ""
    text = line.text.strip()
    return joined((label, Words.at(text, line.number, line.text.find(text))))


def _of_bars(lines: Sequence[Line], place: int) -> Grid | None:
    """The table that begins with this line and has a rule below its heads."""
    rule = lines[place + 1] if place + 1 < len(lines) else None
    if rule is None or _BAR not in lines[place].text or not _RULE.fullmatch(rule.text):
        return None
    width = rule.text.count("+") + 1
    rows: list[tuple[Words, ...]] = []
    end = place
    for line in lines[place:]:
        cells = tuple(_columns(line))
        if line is rule:
            end += 1
        elif len(cells) <= width and (len(cells) > 1 or not rows):
            rows.append((*cells, *([Words("")] * (width - len(cells)))))
            end += 1
        else:
            break
    numbers = tuple(line.number for line in lines[place:end])
    return Grid(tuple(rows), numbers, (rule.number,))


def _columns(line: Line) -> Iterator[Words]:
    start = 0
    text = f"{line.text} " if line.text.endswith(" |") else line.text
    for cell in text.split(_BAR):
        words = cell.strip()
        yield Words.at(words, line.number, start + cell.find(words))
        start += len(cell) + len(_BAR)


def _of_records(lines: Sequence[Line], place: int) -> Grid | None:
    """The table whose rows were set one cell a line (月份：3月), since they were wide."""
    if _COLON not in lines[place].text:
        return None
    for labels in record_labels():
        if [_label(line) in labels for line in lines[place : place + 2]] != [True, True]:
            continue
        rows, end = _records(lines, place, labels)
        used = [n for n in range(len(labels)) if any(row.get(n) for row in rows)]
        if len(rows) < 2 or len(used) < 2:  # noqa: PLR2004  a list of one kind of line is no table
            continue
        cells = tuple(tuple(row.get(n, NOTHING) for n in used) for row in rows)
        head = tuple(Words(labels[n]) for n in used)
        return Grid((head, *cells), tuple(line.number for line in lines[place:end]))
    return None


def _label(line: Line) -> str:
    return line.text.partition(_COLON)[0]


def _records(
    lines: Sequence[Line], place: int, labels: tuple[str, ...]
) -> tuple[list[dict[int, Words]], int]:
    rows: list[dict[int, Words]] = []
    last = len(labels)
    while place < len(lines):
        line = lines[place]
        label, colon, _rest = line.text.partition(_COLON)
        at = labels.index(label) if colon and label in labels else -1
        if at < 0 and (not rows or line.text[:1].isspace() or line.cell or line.label):
            break
        if at < 0:
            rows[-1][last] = joined((rows[-1][last], _stripped(line)), "\n")
        else:
            if at <= last:
                rows.append({})
            start = len(label) + 1
            rows[-1][at] = Words.at(line.text[start:].rstrip(), line.number, start)
            last = at
        place += 1
    return rows, place


def captioned(found: Iterable[Line | Grid]) -> Iterator[Line | Grid]:
    """The same, a short line directly above a table taken as its caption."""
    before: Line | None = None
    for block in found:
        if isinstance(block, Grid):
            if before is not None and _is_captioning(before):
                text = before.text.strip()
                words = Words.at(text, before.number, before.text.find(text))
                block = block.captioned(words, before.number)  # noqa: PLW2901
            elif before is not None:
                yield before
            before = None
            yield block
            continue
        if before is not None:
            yield before
        before = block
    if before is not None:
        yield before


def _is_captioning(line: Line) -> bool:
    plain = not (line.level or line.label)
    return plain and is_caption(line.text.strip()) and piece(line).shape is None


def merged(pieces: Iterable[Piece], found: Sequence[Line | Grid]) -> Iterator[Piece]:
    """The pieces of the lines with the tables between them, in the order of the source."""
    grids = [block for block in found if isinstance(block, Grid)]
    for one in pieces:
        while grids and grids[0].lines[0] < one.line:
            yield _placed(grids.pop(0))
        yield one
    yield from map(_placed, grids)


def _placed(grid: Grid) -> Piece:
    return Piece(grid.lines[0], 0, 0, "", grid=grid)
