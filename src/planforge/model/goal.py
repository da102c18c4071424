"""Measured goals: ≥95%, 不少于10次, 3万张, 率为零, 一至二篇."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from planforge.patterns import pattern

from . import figures
from .sayings import clause, in_words
from .value import Value
from .wording import fold

if TYPE_CHECKING:
    from decimal import Decimal

_MASKED: Final = pattern(r"《[^《》]*》|〔[^〔〕]*〕")
_CLAUSE: Final = pattern(r"[，。；：、！？,;:!?\n]")


class Goal(Value, frozen=True):
    """A value to be reached.

    Attributes:
        text: The words of the user.
        operator: ``>=``, ``<=``, ``=``, ``>``, ``<`` or ``..`` for a range; empty when the
            words hold no figure.
        low: The figure, or the lower end of a range; 万 and 亿 multiplied in.
        high: Upper end of a range, else ``None``.
        unit: ``%``, ``次``, ``张``, ``元/人`` … in simplified characters; empty for a bare figure.
    """

    operator: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """The goal that ``text`` states; never fails.

        为零 is a figure, 全覆盖 is 100%. 以上 and 以下 include the figure.
        """
        text = text.strip()
        words = "".join(fold(text).split())
        if stated := figures.stated(words):
            return cls(text, *stated)
        found = cls.find(text)
        if len(found) != 1:
            return cls(text)
        goal = found[0]
        return cls(text, goal.operator, goal.low, goal.high, goal.unit)

    @classmethod
    def find(cls, sentence: str) -> tuple[Self, ...]:
        """The measured goals inside a sentence, in order.

        Thresholds of size or age (25人以上的企业), ordinals, dates, slogan sets (三个意识) and what
        stands in 《》 are none.
        """
        masked = _MASKED.sub(lambda title: "□" * len(title[0]), fold(sentence))
        places = [place for place, character in enumerate(masked) if not character.isspace()]
        words = "".join(masked[place] for place in places)
        return tuple(
            cls(sentence[places[start] : places[end - 1] + 1], *figure)
            for start, end, figure in figures.found(words)
        )

    def in_words(self, *, traditional: bool = False) -> str:
        """As it is printed: ≥95% is 不低于95%, ≤11天 is 不超过11天, words stay as they are."""
        if not self.operator:
            return self.text
        return in_words(self.text, self.unit, traditional=traditional)

    def clause(self, indicator: str, *, traditional: bool = False) -> str:
        """The goal and what it measures as one clause: 职工入会率不低于98%, 投诉率为零."""
        words = self.in_words(traditional=traditional)
        return clause(indicator, words, measured=bool(self.operator), traditional=traditional)
