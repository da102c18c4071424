"""Points and spans of time as people write them: 2027-03-08, 3月底前, 8月中下旬, 国庆前后, 每月."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from .value import Value


@dataclass(frozen=True, slots=True)
class When(Value):
    """A date, a span, or words about time.

    Attributes:
        text: The words of the user.
        year: Year, where one is written.
        month: First month 1-12, where one is written.
        day: First day 1-31, where one is written.
        last_month: Last month of a span.
        last_day: Last day of a span.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_month: int | None = None
    last_day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        raise NotImplementedError

    def in_words(self) -> str:
        """As it is printed: ISO dates become 2027年3月8日, words stay as they are."""
        raise NotImplementedError
