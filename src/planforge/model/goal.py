"""Measured goals: ≥95%, 不少于10次, 3万张, 率为零, 一至二篇."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from .value import Value


@dataclass(frozen=True, slots=True)
class Goal(Value):
    """A value to be reached.

    Attributes:
        text: The words of the user.
        operator: ``>=``, ``<=``, ``=``, ``>``, ``<`` or ``..`` for a range; empty when the
            words hold no figure.
        low: The figure, or the lower end of a range; 万 and 亿 multiplied in.
        high: Upper end of a range, else ``None``.
        unit: ``%``, ``次``, ``张``, ``元/人`` …; empty for a bare figure.
    """

    operator: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        raise NotImplementedError

    @classmethod
    def find(cls, sentence: str) -> tuple[Self, ...]:
        """The measured goals inside a sentence, in order."""
        raise NotImplementedError

    def in_words(self) -> str:
        """As it is printed: ≥95% is 不低于95%, ≤11天 is 不超过11天, words stay as they are."""
        raise NotImplementedError
