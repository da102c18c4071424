"""Pieces → the tree that their marks describe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from .words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .marks import Piece
    from .months import MonthHead
    from .tables import Grid

# Month heads stand below 一、 and above （一）.
MONTH_RANK: Final = 15
# After so many items of one line each, a paragraph is not a second one of the last item.
_LIST: Final = 2
# Headings of sections of real plans have up to 45 code points.
_LONGEST_SECTION: Final = 50


class Node(Struct):
    """A piece and what stands below it.

    Attributes:
        piece: The words and their mark.
        month: What a month head says; ``None`` for anything else.
        children: Paragraphs and marked pieces, in the order of the source.
        scheduled: Whether the month head became an entry of the schedule, which prints its
            months without the colon.
        words: What it says where that is not the words of the piece: the row of a table.
    """

    piece: Piece
    month: MonthHead | None = None
    children: list[Node] = field(default_factory=list)
    scheduled: bool = False
    words: Words | None = None

    @property
    def text(self) -> Words:
        """The words without the mark."""
        if self.words is not None:
            return self.words
        return Words.at(self.piece.text, self.piece.line, self.piece.body)

    @property
    def plain(self) -> bool:
        """Whether this is a paragraph without a mark."""
        return self.piece.shape is None and self.month is None and self.piece.grid is None

    @property
    def grid(self) -> Grid | None:
        """The table that stands here instead of words."""
        return self.piece.grid

    @property
    def paragraphs(self) -> list[Node]:
        """The plain children before the first marked one."""
        plain = next((n for n, c in enumerate(self.children) if not c.plain), len(self.children))
        return self.children[:plain]

    @property
    def rest(self) -> list[Node]:
        """The children from the first marked one on."""
        return self.children[len(self.paragraphs) :]

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the order of the source."""
        yield self
        for child in self.children:
            yield from child.walk()


def outline(
    pieces: Iterable[Piece], months: dict[int, MonthHead], *, headed: bool = True
) -> list[Node]:
    """The top-level nodes.

    A mark that is already open continues its list; otherwise it closes everything of its own
    or a higher rank and stands below what is left. Plain paragraphs stand below the mark
    before them, unless they follow a list of one-line items: then they belong beside it.

    Args:
        pieces: All pieces in the order of the source.
        months: Line number → month head.
        headed: Whether the first level may be headings of sections, which hold the tables.
    """
    root: list[Node] = []
    open_: list[tuple[int, str, Node]] = []
    for piece in pieces:
        node = Node(piece, months.get(piece.line))
        if node.grid:
            # A table closes its section, whatever points stand before it.
            holds = headed and bool(open_) and _is_section(open_[0][2])
            (open_[0][2].children if holds else root).append(node)
            del open_[int(holds) :]
        elif not node.plain:
            rank, name = _place(node, open_)
            (open_[-1][2].children if open_ else root).append(node)
            open_.append((rank, name, node))
        else:
            (open_[-1][2].children if open_ else root).append(node)
    return _settle(root)


def _is_section(node: Node) -> bool:
    return len(node.text) <= _LONGEST_SECTION and not node.text.endswith(("。", "；", ";"))


def _place(node: Node, open_: list[tuple[int, str, Node]]) -> tuple[int, str]:
    shape = node.piece.shape
    rank, name = (shape.rank, shape.name) if shape and not node.month else (MONTH_RANK, "month")
    known = next((r for r, n, _ in open_ if n == name), 0)
    rank = known or rank or (open_[-1][0] + 1 if open_ else 1)
    while open_ and open_[-1][0] >= rank:
        open_.pop()
    return rank, name


def _settle(nodes: list[Node]) -> list[Node]:
    """The nodes; paragraphs after the last of several one-line items are moved beside them."""
    for node in nodes:
        node.children = _settle(node.children)
    settled: list[Node] = []
    for place, node in enumerate(nodes):
        settled.append(node)
        if node.children and not node.rest and _ends_one_liners(nodes, place):
            settled.extend(node.children)
            node.children = []
    return settled


def _ends_one_liners(nodes: list[Node], place: int) -> bool:
    node, shape = nodes[place], nodes[place].piece.shape
    if shape is None or node.month or node.piece.heading:
        return False
    before = [n for n in nodes[:place] if n.piece.shape is shape]
    after = [n for n in nodes[place + 1 :] if n.piece.shape is shape]
    goes_on = bool(after) and after[0].piece.ordinal > node.piece.ordinal
    return len(before) >= _LIST and not goes_on and not any(n.children for n in before)
