"""PF3: stages that do not follow one another."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.covered import period as covered
from planforge.lint.days import span_in
from planforge.lint.rule import INFO, WARNING, rule
from planforge.lint.work import brief
from planforge.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject

# Stages that are told in months share the one in which the next begins.
_SHARED: Final = dt.timedelta(days=31)
# Without a period any one year will do to compare months.
_SOME_YEAR: Final = "2027"


@rule("PF313", "stages-order", "阶段顺序", WARNING, needs_plan=True)
def order(subject: Subject) -> Iterator[Finding]:
    """A stage that begins before the one above it, or long before that one ends."""
    plan = subject.plan
    if plan.stages is None:
        return
    period = subject.once(covered) or Period.parse(_SOME_YEAR)
    before = None
    for number, stage in enumerate(plan.stages.items):
        days = span_in(period, stage.when) if stage.when else None
        if days is None:
            continue
        if before and days[0] < before[1][0]:
            yield subject.at(
                ("stages", "items", number, "when"),
                _("{stage} begins before {earlier}, which stands above it").format(
                    stage=brief(stage.title), earlier=brief(before[0])
                ),
                hint=_("put the stages in their order, or correct the times"),
            )
        elif before and days[0] + _SHARED <= before[1][1]:
            yield subject.at(
                ("stages", "items", number, "when"),
                _("{stage} begins long before {earlier} ends").format(
                    stage=brief(stage.title), earlier=brief(before[0])
                ),
                hint=_("correct one of the two, if they are not meant to overlap"),
                at_most=INFO,
            )
        before = (stage.title, days)
