"""What the detectors of `planforge.damage` find in the texts of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from .passages import PRINTED

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from planforge.damage import Damage
    from planforge.errors import Severity

    from .finding import Finding
    from .passages import Passage, Role
    from .subject import Subject


class Place(Struct, frozen=True):
    """A damaged stretch of one text.

    Attributes:
        passage: The text.
        start: Offset in the value of the text.
        end: Offset behind it.
        damage: What was found, with offsets in all texts together.
        words: The damaged words.
    """

    passage: Passage
    start: int
    end: int
    damage: Damage
    words: str

    @property
    def before(self) -> str:
        """The character before it in the same text; empty at the beginning."""
        return self.passage.node.value[self.start - 1 : self.start] if self.start else ""

    @property
    def after(self) -> str:
        """The character behind it in the same text; empty at the end."""
        return self.passage.node.value[self.end : self.end + 1]

    def found(  # noqa: PLR0913  one argument per fact about a finding
        self,
        subject: Subject,
        message: str,
        *,
        hint: str = "",
        new: str | None = None,
        safe: bool = True,
        at_most: Severity | None = None,
    ) -> Finding:
        """A finding there; for the arguments see `Subject.within`."""
        return subject.within(
            self.passage.node,
            self.start,
            self.end,
            message,
            hint=hint,
            new=new,
            safe=safe,
            at_most=at_most,
        )


def places(
    subject: Subject,
    find: Callable[[str], Iterable[Damage]],
    *,
    telling: str = "",
    roles: Collection[Role] = PRINTED,
) -> Iterator[Place]:
    """Every damage that lies within one text of these roles, in the order of the file.

    Args:
        subject: What is looked at.
        find: A detector; it gets all texts at once, a line feed between two.
        telling: Characters of which every damage has one; none of them, no search.
        roles: What the texts must be.
    """
    prose = subject.prose
    if telling and not prose.has(telling):
        return
    for damage in find(prose.text):
        passage, offset = prose.at(damage.start)
        start, end = damage.start - offset, damage.end - offset
        if passage.role in roles and end <= len(passage.node.value):
            yield Place(passage, start, end, damage, passage.node.value[start:end])
