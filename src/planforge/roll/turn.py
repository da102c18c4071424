"""One thing that changes when a plan is rolled forward, or that somebody has to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from planforge.source.nodes import Scalar


class Turn(Struct, frozen=True):
    """A change of some characters of a value, or a question about them.

    Attributes:
        node: The value.
        start: Offset in the value.
        end: Offset behind it.
        new: What is to stand there; ``None`` where nobody but the user can say.
        reason: Why, or what to decide; one sentence in the user's language.
        note: What the comment in the file says, in Chinese; empty for a change.
    """

    node: Scalar
    start: int
    end: int
    new: str | None
    reason: str
    note: str = ""

    @property
    def old(self) -> str:
        """What stands there."""
        return self.node.value[self.start : self.end]
