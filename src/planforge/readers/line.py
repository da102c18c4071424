"""One line of a document that was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source.

    Attributes:
        number: 1-based line number in the source.
        text: The whole line without its line end, blanks included.
    """

    number: int
    text: str
