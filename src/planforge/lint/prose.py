"""All texts of a plan as one, so that a rule looks through them in a single pass."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.damage.occurring import any_word, characters

from .passages import WORDS

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterable, Iterator

    from .passages import Passage, Role

_BETWEEN: Final = "\n"


class Hit(Struct, frozen=True):
    """A match inside one text.

    Attributes:
        passage: The text.
        start: Offset in the value of the text.
        end: Offset behind it.
        match: The match, found in `Prose.text`.
    """

    passage: Passage
    start: int
    end: int
    match: re.Match[str]

    @property
    def words(self) -> str:
        """What was matched."""
        return self.match[0]


class Prose:
    """The texts behind each other, a line feed between two.

    Attributes:
        passages: The texts in the order of the file.
        text: All of them.
        characters: Every character that occurs.
    """

    __slots__ = ("_starts", "characters", "passages", "text")

    def __init__(self, passages: Iterable[Passage]) -> None:
        self.passages = tuple(passages)
        values = [passage.node.value for passage in self.passages]
        self._starts = [0, *accumulate(len(value) + len(_BETWEEN) for value in values)]
        self.text = _BETWEEN.join(values)
        self.characters = characters(self.text)

    def has(self, telling: str) -> bool:
        """Whether any of the characters occurs; asked before an expression is even compiled."""
        return not self.characters.isdisjoint(telling)

    def has_word(self, words: Iterable[str]) -> bool:
        """Whether any of the words occurs."""
        return any_word(words, self.text)

    def find(
        self, wanted: re.Pattern[str], *, telling: str = "", roles: Collection[Role] = WORDS
    ) -> Iterator[Hit]:
        """Every match that lies within one text of these roles.

        Args:
            wanted: The expression; at the edges of a text it sees a line feed.
            telling: Characters of which every match has one; none of them, no search.
            roles: What the texts must be.
        """
        if telling and not self.has(telling):
            return
        for match in wanted.finditer(self.text):
            passage, offset = self.at(match.start())
            start, end = match.start() - offset, match.end() - offset
            if passage.role in roles and end <= len(passage.node.value):
                yield Hit(passage, start, end, match)

    def at(self, offset: int) -> tuple[Passage, int]:
        """The text that the character at ``offset`` of `text` belongs to, and where it begins."""
        number = bisect_right(self._starts, offset) - 1
        return self.passages[number], self._starts[number]
