"""Sentences that state one measured target → what is measured, and how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planforge.model.goal import Goal

from .keys import TARGET
from .words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable


def goals_of(points: Iterable[Any]) -> list[Any]:
    """The points, with every sentence that states a figure taken apart."""
    return [(measured(p) or p) if isinstance(p, Words) else p for p in points]


def measured(words: Words) -> dict[str, Words] | None:
    """Indicator and goal; ``None`` where planforge would not print the very same words."""
    found = Goal.find(words)
    if len(found) != 1 or not words.endswith(found[0].text):
        return None
    start = len(words) - len(found[0].text)
    indicator, goal = words.part(0, start), words.part(start, len(words))
    stated = Goal.parse(goal)
    if not (indicator.strip() == indicator != "" and stated.operator):
        return None
    if words not in {stated.clause(indicator, traditional=hant) for hant in (False, True)}:
        return None
    return {TARGET["indicator"]: indicator, TARGET["goal"]: goal}
