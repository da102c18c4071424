"""One damaged place in a text."""

from __future__ import annotations

from msgspec import Struct


class Damage(Struct, frozen=True, order=True):
    """A stretch of text that is not what its author wrote.

    Attributes:
        start: Offset of its first code point.
        end: Offset behind its last one.
        replacement: What stood there, as far as can be told; ``None`` where that is lost.
        sure: Whether the replacement may be made without asking.
    """

    start: int
    end: int
    replacement: str | None
    sure: bool
