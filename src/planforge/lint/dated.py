"""Whether a dated fact says anything about a plan, and whether a sentence speaks of the past."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.errors import Severity
from planforge.model.wording import compact
from planforge.model.years import year as year_of
from planforge.patterns import pattern

from .days import YEAR

if TYPE_CHECKING:
    import datetime as dt

    from planforge.facts import Fact, Table

    from .prose import Hit
    from .subject import Subject

_SENTENCE_ENDS: Final = "。；;！!？?\n"
CLAUSE_ENDS: Final = _SENTENCE_ENDS + "，,、"
_REVIEW: Final = "review"
# What makes a sentence one about the past; what a congress put forward stays put forward.
_PAST: Final = pattern(
    "以来|以來|回顾|回顧|回首|曾[经經]?|历史|歷史|当年|當年|此前|过去|過去|往年|去年|上年|上一年|前身|原称|原名"
    "|提出|指出|确立|写入|載入|载入|历次|歷次|总结了|取得了|完成了|开展了|已于|已經|已经"
)
# 2008年北京奥运会, 2010年的上海世博会
_YEAR_BEFORE: Final = pattern(rf"(?<![0-9])(?P<year>{YEAR})[ ]?年[^，,。；;、：\n0-9]{{0,6}}$")
_LOOK_BACK: Final = 16
_REGION: Final = "cn"


def facts_for(subject: Subject, name: str) -> tuple[Table, dt.date] | None:
    """A table and the day on which the plan was written, where the one covers the other.

    The day is that of the signature; without one, the first day of the period. ``None`` for a
    plan without a period, and outside the region that the tables are about.
    """
    from planforge.facts import table  # loaded when something asks for a fact

    plan = subject.plan
    if subject.region != _REGION or plan.period is None:
        return None
    signed = plan.signature and plan.signature.date and plan.signature.date.date()
    day = signed or plan.period.start
    known = table(name)
    return (known, day) if known.covers(day) else None


def at_most(*facts: Fact) -> Severity | None:
    """The worst that a finding may be that rests on these facts."""
    return None if all(fact.sure for fact in facts) else Severity.INFO


def speaks_of_the_past(hit: Hit) -> bool:
    """Whether the words stand in the review, or in a sentence about earlier times."""
    return hit.passage.section == _REVIEW or _PAST.search(sentence(hit)) is not None


def year_before(hit: Hit) -> int | None:
    """The year that stands in front of the words, in the same clause; ``None`` without one."""
    found = _YEAR_BEFORE.search(hit.passage.text[max(hit.start - _LOOK_BACK, 0) : hit.start])
    return year_of(compact(found["year"])) if found else None


def sentence(hit: Hit, ends: str = _SENTENCE_ENDS) -> str:
    """The sentence around a match.

    Args:
        hit: The match.
        ends: What ends a sentence; `CLAUSE_ENDS` for the nearest words alone.
    """
    value = hit.passage.node.value
    start = max(value.rfind(mark, 0, hit.start) for mark in ends) + 1
    behind = (value.find(mark, hit.end) for mark in ends)
    return value[start : min((end for end in behind if end >= 0), default=len(value))]
