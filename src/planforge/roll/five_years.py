"""Five-year plans: their names go out of date, and their first and last year only once come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.facts import tables
from planforge.language import _
from planforge.lint.passages import PRINTED
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.facts.tables import Fact

    from .rolling import Rolling
    from .turn import Turn

TABLE: Final = "five_year_plans"
# 开局之年, 收官之年 and their like.
_STAGE: Final = pattern("(?:开局|開局|起步|中期评估|承上启下|攻坚|收官|收尾|决胜|決勝)之?年")


def five_years(rolling: Rolling) -> Iterator[Turn]:
    """The five-year plan of the old period where it ends before the new one, and its stages."""
    if not rolling.years:
        return
    for fact in tables.table(TABLE).facts:
        if _covers(fact, rolling.old.start.year) and not _covers(fact, rolling.new.start.year):
            for hit in rolling.subject.prose.find(pattern(fact.name), roles=PRINTED):
                reason = _("{name} is not the five-year plan of the new period").format(
                    name=fact.name
                )
                yield rolling.question(hit, reason, f"新的期间已不在“{fact.name}”之内，请核对")
    for hit in rolling.subject.prose.find(_STAGE, telling="年", roles=PRINTED):
        reason = _("whether {words} is still right").format(words=hit.words)
        yield rolling.question(hit, reason, f"“{hit.words}”是否还对，请核对")


def _covers(fact: Fact, year: int) -> bool:
    first, last = fact.start, fact.end
    return first is not None and last is not None and first.year <= year <= last.year
