"""Amounts of money: 3000, 3000元, 1.5万元, 每人100元."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from .value import Value


@dataclass(frozen=True, slots=True)
class Money(Value):
    """An amount.

    Attributes:
        text: The words of the user.
        amount: In the basic unit of the currency (yuan), exact; ``None`` when the words hold no
            figure.
        per: What it is paid for each of (人, 次 …); empty for a total.
    """

    amount: Decimal | None = None
    per: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        raise NotImplementedError

    def in_words(self) -> str:
        """As it is printed: a bare number gets 元, words stay as they are."""
        raise NotImplementedError
