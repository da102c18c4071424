"""What time a plan covers: its period or, where it gives none, what its title says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.model.period import Period
from planforge.model.wording import fold
from planforge.model.years import YEAR
from planforge.patterns import pattern

if TYPE_CHECKING:
    from .subject import Subject

# A year with everything behind it that may belong to a period; the folded text is as long.
_NAMED: Final = pattern(
    rf"(?<![0-9一二三四五六七八九十]){YEAR}年?[-0-9一二三四〇零年度学期第上下半季春秋月至到/—]*"
)
_LEAST: Final = len("116年")
_FIGURES: Final = frozenset("0123456789０１２３４５６７８９二")


def period(subject: Subject) -> Period | None:
    """The period of the plan, else the one that its title names; ``None`` without either.

    A title that names two (2026年总结和2027年计划) says nothing certain.
    """
    plan = subject.plan
    if plan.period is not None or _FIGURES.isdisjoint(plan.title):
        return plan.period
    named = [
        meant
        for found in _NAMED.finditer(fold(plan.title))
        if (meant := _longest(plan.title[found.start() : found.end()]))
    ]
    return named[0] if len(named) == 1 else None


def _longest(words: str) -> Period | None:
    """The period that the longest beginning of ``words`` means."""
    for end in range(len(words), _LEAST - 1, -1):
        # A bare number may be anything: a hotline, a model, a distance.
        if words[end - 1] not in _FIGURES and (meant := _read(words[:end])):
            return meant
    return None


def _read(words: str) -> Period | None:
    try:
        return Period.parse(words)
    except ValueError:
        return None
