"""Month heads: 一月份：, 七、八月份, 2月 with a theme behind it, 一月：送温暖."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from planforge.model.months import Months

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planforge.readers.line import Line

_N: Final = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元|正|腊|臘)"
_MONTH: Final = rf"{_N}\s?月份?"
_TO: Final = r"\s?[-—–―~～至到、和与與及,，]+\s?"
_HEAD: Final = re.compile(
    rf"(?P<months>(?:{_N}{_TO}){{0,3}}{_MONTH}(?:{_TO}{_MONTH}){{0,3}}|第?[一二三四1-4]季度)"
    r"(?P<colon>\s*[：:])?(?P<gap>\s*)(?P<rest>.*)",
)
# A theme is a heading: short, and without the marks of a sentence.
_THEME: Final = re.compile(
    r"(?!底|初|末|[上中下]旬|前|后|後|内|內|的|之|份|起)[^。；;！!，,：:]{1,24}"
)
_YEAR_OF_MONTHS: Final = 12
# Fewer heads than this are dates in running text.
FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class MonthHead:
    """A line that begins with months and introduces what is done in them.

    Attributes:
        months: The words for the months, as they stand.
        colon: The colon behind them; may be empty.
        rest: A theme or the first words of the activities; may be empty.
        numbers: The months meant.
        behind: Where in the line the words for the months end, blanks before them left out.
        rest_at: Where ``rest`` begins, counted the same way.
    """

    months: str
    colon: str
    rest: str
    numbers: tuple[int, ...]
    behind: int
    rest_at: int

    @property
    def alone(self) -> bool:
        """Whether nothing stands behind the months."""
        return not self.rest

    @property
    def themed(self) -> bool:
        """Whether the rest is a heading rather than a sentence."""
        return _THEME.fullmatch(self.rest) is not None


def head(text: str) -> MonthHead | None:
    """The month head that ``text`` may be; ``None`` when its words cannot be one."""
    found = _HEAD.fullmatch(text.strip())
    if found is None:
        return None
    try:
        numbers = Months.parse(found["months"]).months
    except ValueError:
        return None
    result = MonthHead(
        found["months"],
        found["colon"] or "",
        found["rest"],
        numbers,
        found.end("months"),
        found.start("rest"),
    )
    return result if result.colon or result.alone or result.themed else None


def heads(lines: Iterable[Line]) -> dict[int, MonthHead]:
    """Line number → month head, for every line that is one.

    Dates at the beginning of sentences look much the same, so heads count only in a run of
    at least `FEWEST` that walks through the months.
    """
    found = [(line.number, h) for line in lines if (h := head(line.text))]
    return dict(found) if walks([h for _, h in found]) else {}


def walks(found: Sequence[MonthHead]) -> bool:
    """Whether the heads go from month to month, from January or from September on."""
    firsts = [h.numbers[0] for h in found if h.numbers]
    steps = [(b - a) % 12 for a, b in pairwise(firsts)]
    return len(firsts) == len(found) >= FEWEST and all(steps) and sum(steps) <= _YEAR_OF_MONTHS
