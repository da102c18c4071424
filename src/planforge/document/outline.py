"""Points with their sub-points become headings, numbered paragraphs and paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .lines import ends_in_a_mark, split_first_sentence
from .tree import Block, Heading, Item, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Every numbering scheme has five levels; what lies deeper goes on counting in the fifth.
DEEPEST: Final = 5
# A first sentence of at most this many code points is a lead. Leads of real plans have 4-20.
LONGEST_LEAD: Final = 25


class Point(Struct, frozen=True):
    """Anything that is printed as a point of a list.

    Attributes:
        title: Heading words in one line; may be empty.
        paragraphs: The text; may be empty.
        facts: Who, when, how much, ready to print (``（责任人：组织部）``); may be empty.
        run_in: Title and first paragraph stand in one line.
        numbered: Whether it takes part in the numbering.
        children: Points of the next level.
    """

    title: str = ""
    paragraphs: tuple[str, ...] = ()
    facts: str = ""
    run_in: bool = False
    numbered: bool = True
    children: tuple[Point, ...] = ()

    @property
    def has_heading(self) -> bool:
        """Whether its title stands on a line of its own.

        A title with nothing under it is a point of a list: as a heading it would be an empty
        chapter in the outline.
        """
        return bool(self.title and not self.run_in and (self.paragraphs or self.children))


class Counter:
    """Ordinals of the siblings at one place."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        """1 at the first call, then one more every time."""
        self._last += 1
        return self._last


class Place:
    """Where siblings stand: their level and their common counter."""

    def __init__(self, level: int = 1) -> None:
        self.level = level
        self.counter = Counter()

    def below(self) -> Place:
        """The place of children; their numbers start at 1 again, except at the deepest level."""
        return Place(self.level + 1) if self.level < DEEPEST else self

    def heading(self, text: str, *, numbered: bool) -> Heading:
        """A heading at this place."""
        return Heading(self.level, text, self.counter.next() if numbered else None)

    def point(self, lead: str, text: str, *, numbered: bool) -> Item | Paragraph:
        """A numbered paragraph at this place, or a plain one."""
        if not numbered:
            return Paragraph(lead + text)
        return Item(self.level, self.counter.next(), lead, text)


def outline(points: Sequence[Point], place: Place) -> Iterator[Block]:
    """The blocks of sibling points and of everything below them."""
    among_headings = any(point.has_heading for point in points)
    for point in points:
        if point.has_heading:
            yield from _under_heading(point, place)
        else:
            yield from _in_one_paragraph(point, place, among_headings=among_headings)


def _under_heading(point: Point, place: Place) -> Iterator[Block]:
    yield place.heading(point.title, numbered=point.numbered)
    for text in with_facts(point.paragraphs, point.facts):
        yield Paragraph(text)
    yield from outline(point.children, place.below())


def _in_one_paragraph(point: Point, place: Place, *, among_headings: bool) -> Iterator[Block]:
    lead, texts = _lead(point, among_headings=among_headings)
    first, *others = with_facts(texts, point.facts) or ("",)
    if not lead + first:
        # Sub-points of nothing are points of this level.
        yield from outline(point.children, place)
        return
    yield place.point(lead, first, numbered=point.numbered)
    for text in others:
        yield Paragraph(text)
    yield from outline(point.children, place.below())


def _lead(point: Point, *, among_headings: bool) -> tuple[str, tuple[str, ...]]:
    """The words set like a heading, and the paragraphs; the first goes on behind the lead.

    A title without text is a plain point, but looks like its siblings where they have headings.
    """
    if point.title and point.paragraphs:
        return point.title + ("" if ends_in_a_mark(point.title) else "。"), point.paragraphs
    if point.title:
        return (point.title, ("",)) if among_headings else ("", (point.title,))
    if not point.paragraphs:
        return "", ()
    lead, rest = split_first_sentence(point.paragraphs[0])
    if not lead or len(lead) > LONGEST_LEAD:
        return "", point.paragraphs
    return lead, (rest, *point.paragraphs[1:])


def with_facts(texts: tuple[str, ...], facts: str) -> tuple[str, ...]:
    """The paragraphs with the facts behind the last one, or alone where there is none."""
    if not facts:
        return texts
    return (*texts[:-1], texts[-1] + facts) if texts else (facts,)
