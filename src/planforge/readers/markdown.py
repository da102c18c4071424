"""Markdown (CommonMark with tables) → lines."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from .decoding import decoded, too_large
from .line import Cell, Line
from .markdown_words import Row, rows
from .result import Loss, Reading, told
from .titles import titled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

LARGEST: Final = 2 * 1024 * 1024
"""Characters; what is written in Markdown is parsed in Python."""
FRONT_MATTER: Final = "front matter"

_FENCE: Final = "---"
_FENCES: Final = frozenset((_FENCE, "..."))
_FIELD: Final = re.compile(r"[ \t#-]|[\w\"'][^:]*:|$")
_LONGEST_HEADING: Final = 100
_COMMENT: Final = "<!--"
_BULLET: Final = "•"
_CONTENTS: Final = re.compile(r"[目次錄录\s　]{2,}|contents", re.IGNORECASE)
_LEAST_CONTENTS: Final = 2


def read(path: str, data: bytes) -> Reading:
    """The lines of a Markdown file without its marks, and what was left out.

    Every line of the source is a line of its own, as a paragraph of a plan is; the number of an
    item is its label.

    Args:
        path: The file as the user named it.
        data: Its bytes.

    Raises:
        FileProblems: The bytes are no text.
        UserError: There are too many.
    """
    text = decoded(path, data).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LARGEST:
        raise too_large(path)
    lines = text.split("\n")
    front = _front_matter(lines)
    walk = _Walk(front)
    walk.blocks(_tokens("\n".join(lines[front:])))
    before = [
        Line(number, line, part=FRONT_MATTER)
        for number, line in enumerate(lines[1 : max(front - 1, 0)], 2)
    ]
    return Reading((*before, *titled(walk.without_contents())), told(walk.losses))


def _front_matter(lines: list[str]) -> int:
    """How many lines at the top hold keys and values between two rules; 0 for none."""
    if lines[0].rstrip() != _FENCE:
        return 0
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in _FENCES:
            return number + 1
        if not _FIELD.match(line):
            return 0
    return 0


def _tokens(text: str) -> list[Token]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    # Four blanks begin a paragraph here, no code; and [注]: begins a note.
    parser.disable(["code", "reference", "text_join"])
    return parser.parse(text)


class _Walk:
    """Goes through the blocks of a file.

    Args:
        skipped: Lines of the file before the first block.
    """

    def __init__(self, skipped: int) -> None:
        self.losses: Counter[Loss] = Counter()
        self._skipped = skipped
        self._lines: list[tuple[Line, bool]] = []
        self._lists: list[int] = []
        self._label = ""
        self._level = 0
        self._table = -1
        self._row = -1
        self._column = -1
        self._cell = False

    def blocks(self, tokens: Sequence[Token]) -> None:
        """Read all blocks."""
        for token in tokens:
            match token.type:
                case "inline":
                    self._inline(token)
                case "heading_open":
                    self._level = int(token.tag[1])
                case "heading_close":
                    self._level = 0
                case "ordered_list_open" | "bullet_list_open":
                    self._lists.append(0)
                case "ordered_list_close" | "bullet_list_close":
                    self._lists.pop()
                case "list_item_open":
                    self._label = self._counted(token)
                case "fence":
                    self._verbatim(token)
                case "html_block":
                    self._page(token)
                case _:
                    self._grid(token.type)

    def without_contents(self) -> Iterator[Line]:
        """The lines but for links to headings of the same file, and the heading above these."""
        links = sum(linked for _line, linked in self._lines)
        if links < _LEAST_CONTENTS:
            yield from (line for line, _linked in self._lines)
            return
        for (line, linked), (_next, next_linked) in zip(
            self._lines, [*self._lines[1:], (None, False)], strict=True
        ):
            if linked or (next_linked and _CONTENTS.fullmatch(line.text)):
                self.losses[Loss.CONTENTS] += 1
            else:
                yield line

    def _grid(self, kind: str) -> None:
        if kind == "table_open":
            self._table, self._row = self._table + 1, -1
        elif kind == "tr_open":
            self._row, self._column = self._row + 1, -1
        elif kind in {"th_open", "td_open"}:
            self._column, self._cell = self._column + 1, True
        elif kind in {"th_close", "td_close"}:
            self._cell = False

    def _counted(self, item: Token) -> str:
        if not item.info:
            return _BULLET
        # A number that goes on is what was meant; 1. 1. 1. counts by itself.
        typed = int(item.info)
        self._lists[-1] = max(typed, self._lists[-1] + 1)
        return f"{self._lists[-1]}{item.markup}"

    def _inline(self, token: Token) -> None:
        found = rows(token.children or (), self.losses)
        first = self._number(token)
        # People draw lines under whole paragraphs, which makes no heading of them.
        is_heading = len(found) == 1 and len(found[0].text) <= _LONGEST_HEADING
        level = self._level if is_heading else 0
        for place, row in enumerate(found):
            if not row.text and place:
                continue
            self._add(first + row.line, row, level if place == 0 else 0, continues=place > 0)

    def _add(self, number: int, row: Row, level: int, *, continues: bool) -> None:
        cell = Cell(self._table, self._row, self._column) if self._cell else None
        line = Line(
            number,
            row.text,
            self._label,
            level,
            row.bold,
            cell,
            depth=len(self._lists),
            continues=continues,
        )
        self._label = ""
        self._lines.append((line, row.linked))

    def _number(self, token: Token) -> int:
        return self._skipped + 1 + (token.map[0] if token.map else 0)

    def _verbatim(self, token: Token) -> None:
        for place, text in enumerate(token.content.splitlines(), 1):
            self._add(self._number(token) + place, Row(text, 0), 0, continues=False)

    def _page(self, token: Token) -> None:
        from .html import fragment

        # Our own comment tells whether somebody has edited the file.
        theirs = token.content.count(_COMMENT) - token.content.count(f"{_COMMENT} planforge ")
        self.losses[Loss.COMMENT] += theirs
        for text in fragment(token.content, self.losses):
            self._add(self._number(token), Row(text, 0), 0, continues=False)
