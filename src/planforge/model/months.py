"""Months as people write them: 3, 七、八月, 4—7月, 十一月份-十二月份, 一季度, 上半年, 第3周."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from .value import Value


@dataclass(frozen=True, slots=True)
class Months(Value):
    """One or more months, or weeks of a term.

    Attributes:
        text: The words of the user.
        months: Month numbers 1-12 in the order written; empty for weeks.
        year: The year, where one is written.
        weeks: First and last week of the term; ``None`` where months are meant.
    """

    months: tuple[int, ...] = ()
    year: int | None = None
    weeks: tuple[int, int] | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        raise NotImplementedError

    @classmethod
    def looks_like(cls, text: str) -> bool:
        """Whether `parse` understands ``text``."""
        try:
            cls.parse(text)
        except ValueError:
            return False
        return True

    def in_words(self) -> str:
        """As it is printed: a bare number gets its 月, words stay as they are."""
        raise NotImplementedError
