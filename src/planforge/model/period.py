"""The period of a plan: 2027, 2026-2027学年第一学期, 2027年上半年, 2027-03..2027-08."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, Self

from .value import Value


@dataclass(frozen=True, slots=True)
class Period(Value):
    """What time a plan covers.

    Attributes:
        text: The words of the user.
        kind: What sort of period it is.
        start: First day.
        end: Last day.
    """

    kind: Literal["year", "school_year", "term", "half", "quarter", "months"] = "year"
    start: dt.date = dt.date.min
    end: dt.date = dt.date.max

    @classmethod
    def parse(cls, text: str) -> Self:
        raise NotImplementedError

    def in_words(self) -> str:
        """As it stands in a title: 2027年, 2026—2027学年第一学期, 2027年上半年, 2027年3月—8月."""
        raise NotImplementedError
