"""Reads a page tag by tag, as libxml2 understands it; no tree is built, however deep it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from planforge.readers.result import Loss

from . import lists, looks
from .row import Row, lines
from .tables import Place, TableState

if TYPE_CHECKING:
    from collections import Counter

    from planforge.readers.line import Line

    from .lists import ListState

_LIST_NUMBER: Final = re.compile(r"mso-list\s*:\s*ignore")
_LIST_LEVEL: Final = re.compile(r"mso-list\s*:.*?level([1-9])")


class _Open(Struct):
    """An element that has begun."""

    tag: str
    bold: int = 0
    centred: int = 0
    linked: int = 0
    label: int = 0
    size: float = 0
    part: str = ""
    arranged: bool = False


class _State(Struct):
    """What is known where the page is read."""

    bold: int = 0
    centred: int = 0
    linked: int = 0
    label: int = 0
    level: int = 0
    pre: int = 0
    arranged: int = 0
    sizes: list[float] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)


class Page:
    """Takes the events of a parser and gathers lines.

    Args:
        losses: Where to count what is left out.
    """

    def __init__(self, losses: Counter[Loss]) -> None:
        self._losses = losses
        self._open: list[_Open] = []
        self._state = _State()
        self._silent = 0
        self._loss: Loss | None = None
        self._lost_words = False
        self._lists: list[ListState] = []
        self._tables: list[TableState] = []
        self._cells: list[Place] = []
        self._rows: list[Row] = []
        self._row = Row()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._silent:
            self._silent += 1
            return
        loss = looks.left_out(tag, attributes)
        if tag in looks.SILENT or loss is not None:
            self._silent, self._loss, self._lost_words = 1, loss, False
            if tag in looks.BLOCKS:
                self._end_row()
            return
        if tag == "br":
            self._end_row(continues=True)
        elif tag == "img":
            self._losses[Loss.PICTURE] += 1
        elif tag in looks.BLOCKS:
            self._end_row()
            self._block(tag, attributes)
        self._begin(tag, attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._silent:
            self._silent -= 1
            if not self._silent and self._lost_words and self._loss is not None:
                self._losses[self._loss] += 1
            return
        if tag in looks.BLOCKS:
            self._end_row()
        if self._open:
            self._finish(self._open.pop())

    def data(self, text: str) -> None:
        """Characters of the page."""
        if self._silent:
            self._lost_words = self._lost_words or bool(text.strip())
        elif self._state.label:
            self._row.label += text
        elif self._state.pre:
            first, *more = text.split("\n")
            self._add(first)
            for line in more:
                self._end_row(continues=True)
                self._add(line)
        else:
            self._add(text)

    def close(self) -> None:
        """The page is at its end."""
        self._end_row()

    def lines(self) -> list[Line]:
        """The lines of the page."""
        return lines(self._rows, self._losses)

    def _add(self, text: str) -> None:
        if text:
            state = self._state
            size = state.sizes[-1] if state.sizes else 0
            self._row.add(text, bold=state.bold > 0, link=state.linked, size=size)

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        style = attributes.get("style", "").lower()
        one = _Open(
            tag,
            bold=looks.is_bold(tag, attributes),
            centred=looks.is_centred(tag, attributes),
            linked=tag == "a" and "href" in attributes,
            label=_LIST_NUMBER.search(style) is not None,
            size=looks.size(attributes),
            part=looks.part(tag, attributes),
            arranged=looks.is_arranged(tag, attributes),
        )
        self._open.append(one)
        state = self._state
        state.bold += one.bold
        state.centred += one.centred
        if one.linked:
            state.linked = 1 if attributes["href"].startswith("#") else 2
            self._row.links += 1
        state.label += one.label
        state.arranged += one.arranged
        if one.size:
            state.sizes.append(one.size)
        if one.part:
            state.parts.append(one.part)
        if tag in looks.HEADINGS:
            state.level = looks.HEADINGS[tag]
        state.pre += tag == "pre"
        if found := _LIST_LEVEL.search(style):
            self._row.depth = int(found[1])
        if named := looks.word_style(attributes):
            self._row.style = named

    def _finish(self, one: _Open) -> None:
        state = self._state
        state.bold -= one.bold
        state.centred -= one.centred
        state.label -= one.label
        state.arranged -= one.arranged
        if one.linked:
            state.linked = 0
        if one.size:
            state.sizes.pop()
        if one.part:
            state.parts.pop()
        if one.tag in looks.HEADINGS:
            state.level = 0
        state.pre -= one.tag == "pre"
        if one.tag in {"ol", "ul", "menu", "dir"} and self._lists:
            self._lists.pop()
        elif one.tag in {"td", "th"} and self._cells:
            self._cells.pop()
        elif one.tag == "table" and self._tables:
            self._tables.pop()

    def _block(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in {"ol", "ul", "menu", "dir"}:
            self._lists.append(lists.begun(tag, attributes))
        elif tag == "li":
            state = self._lists[-1] if self._lists else lists.begun("ul", {})
            self._row.label = lists.label(state, attributes)
        elif tag == "table":
            for outer in self._tables:
                outer.nested = True
            self._tables.append(TableState())
        elif tag == "tr" and self._tables:
            self._tables[-1].next_row()
        elif tag in {"td", "th"} and self._tables:
            self._cells.append(self._tables[-1].next_cell(attributes))

    def _end_row(self, *, continues: bool = False) -> None:
        row, state = self._row, self._state
        row.level = row.level or state.level
        row.centred = state.centred > 0
        row.arranged = state.arranged > 0
        row.part = state.parts[-1] if state.parts else ""
        row.depth = row.depth or len(self._lists)
        row.cell = self._cells[-1] if self._cells else None
        self._row = Row()
        if row.worded:
            self._rows.append(row)
            if row.cell is not None:
                row.cell.table.count_line()
            self._row.continues = continues
        else:
            # The number of an item stands before its first words.
            self._row.label, self._row.depth = row.label, row.depth if row.label else 0
            self._row.continues = row.continues and continues
